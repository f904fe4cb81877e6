import type { Attachment } from '#workshop/attachment.ts';
import { byOrder, type Entry } from '#workshop/entry.ts';
import { crc32 } from './log-file.ts';
import { sha256 } from './stamp.ts';

export const FORMAT = 'cuppa-workshop';
export const VERSION = 1;
export const ENDING = ',"digest":"';
/** 64 MB, in characters: base64 and JSON are nearly all ASCII. */
export const LARGEST = 64 * 1024 * 1024;

/** What goes into a workshop's safety file; where nothing is known of sealed boxes or packs, there are none. */
export type FileParts = {
  workshop: string;
  /** Who makes the file: a tablet, or a hub. */
  by: string;
  entries: readonly Entry[];
  attachments: readonly Attachment[];
  /** Ends of chains that are known beyond the entries. */
  ends?: readonly { tablet: string; place: number }[];
  sealed?: readonly string[];
  sealedCounts?: Readonly<Record<string, number>>;
  packs?: readonly unknown[];
};

/** The text of a workshop's safety file. Throws where it would be too large to be read again. */
export async function fileText(parts: FileParts): Promise<string> {
  const { workshop, by, attachments, ends = [], sealed = [], sealedCounts = {}, packs = [] } = parts;
  const entries = parts.entries.toSorted(byOrder);
  const heads = headsOf([...entries, ...ends]);
  // What comes first is there even when the end of a file is not.
  const sums = [heads, ...entries].map((piece) => sumOf(JSON.stringify(piece)));
  const outline = { format: FORMAT, version: VERSION, workshop, by, sealed, sealedCounts, heads, sums };
  // Most workshops have no symbols of an office's own, and no trace of it.
  const body = { ...outline, entries, attachments, ...(packs.length > 0 ? { packs } : {}) };
  const whole = await withDigest(JSON.stringify({ ...body, count: entries.length }));
  if (whole.length > LARGEST) throw new Error('This workshop is too large for one file. The limit is 64 MB.');
  return whole;
}

/** How far each tablet's chain goes. */
function headsOf(ends: readonly { tablet: string; place: number }[]): { tablet: string; place: number }[] {
  const furthest = new Map<string, number>();
  for (const { tablet, place } of ends) furthest.set(tablet, Math.max(place, furthest.get(tablet) ?? 0));
  return [...furthest].map(([tablet, place]) => ({ tablet, place }));
}

/** The text with its digest at the end; `text` is JSON of an object. */
export async function withDigest(text: string): Promise<string> {
  const open = text.slice(0, -1);
  return `${open}${ENDING}${await digestOf(open)}"}`;
}

export function digestOf(text: string): Promise<string> {
  return sha256(new TextEncoder().encode(text));
}

/** A short sum of one piece of a file, so that each can be believed by itself when the rest is damaged. */
export function sumOf(text: string): string {
  return crc32(new TextEncoder().encode(text)).toString(16).padStart(8, '0');
}
