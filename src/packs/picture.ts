import { cleanSvg } from './svg.ts';
import { LARGEST_FILE } from './limits.ts';

export type PictureBytes = { type: string; bytes: Uint8Array<ArrayBuffer> };

const starts = (bytes: Uint8Array, ...first: number[]): boolean =>
  first.every((byte, at) => bytes[at] === byte);
const says = (bytes: Uint8Array, at: number, words: string): boolean =>
  String.fromCharCode(...bytes.subarray(at, at + words.length)) === words;

/** A picture by what its bytes are, whatever it is called; an SVG is cleaned. Undefined for anything else. */
export function readPicture(bytes: Uint8Array): PictureBytes | undefined {
  if (bytes.length === 0 || bytes.length > LARGEST_FILE) return undefined;
  const own = new Uint8Array(bytes);
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return { type: 'image/png', bytes: own };
  if (starts(bytes, 0xff, 0xd8, 0xff)) return { type: 'image/jpeg', bytes: own };
  if (says(bytes, 0, 'RIFF') && says(bytes, 8, 'WEBP')) return { type: 'image/webp', bytes: own };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
  const svg = cleanSvg(text);
  return svg === undefined ? undefined : { type: 'image/svg+xml', bytes: new TextEncoder().encode(svg) };
}

/** What a picture is called in its pack: half of the SHA-256 of its bytes, which is more than enough to tell them apart. */
export async function hashOf(bytes: Uint8Array): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
  return Array.from(hash.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
