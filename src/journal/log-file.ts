/**
 * The bytes of a log: records one after the other, each with a mark, its length and a checksum before it.
 * A record is written whole or does not count, so what belongs together goes into one record.
 */
const MARK = [0x1e, 0x43, 0x75, 0x70];
export const FRAME = 12;

export type LogTexts = {
  texts: string[];
  /** Bytes at the end that a crash left half written. Nobody was told that they are saved. */
  torn: number;
  /** Places inside where bytes are not as they were written. What stood there was acknowledged. */
  damaged: number;
};

/** One record as bytes. */
export function encodeRecord(text: string): Uint8Array<ArrayBuffer> {
  const body = new TextEncoder().encode(text);
  const bytes = new Uint8Array(FRAME + body.length);
  const view = new DataView(bytes.buffer);
  bytes.set(MARK);
  view.setUint32(4, body.length);
  view.setUint32(8, crc32(body));
  bytes.set(body, FRAME);
  return bytes;
}

/** Every whole record, also those after a damaged place. */
export function decodeRecords(bytes: Uint8Array<ArrayBuffer>): LogTexts {
  const texts: string[] = [];
  let damaged = 0;
  let bad = -1;
  let at = 0;
  while (at < bytes.length) {
    const text = recordAt(bytes, at);
    if (text === undefined) {
      if (bad < 0) bad = at;
      at = nextMark(bytes, at + 1);
      continue;
    }
    // Something whole comes after it, so this was no torn end.
    if (bad >= 0) damaged += 1;
    bad = -1;
    texts.push(text.text);
    at = text.end;
  }
  return { texts, torn: bad < 0 ? 0 : bytes.length - bad, damaged };
}

function recordAt(bytes: Uint8Array<ArrayBuffer>, at: number): { text: string; end: number } | undefined {
  if (at + FRAME > bytes.length || !MARK.every((byte, i) => bytes[at + i] === byte)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset + at);
  const end = at + FRAME + view.getUint32(4);
  if (end > bytes.length) return undefined;
  const body = bytes.subarray(at + FRAME, end);
  return crc32(body) === view.getUint32(8) ? { text: new TextDecoder().decode(body), end } : undefined;
}

function nextMark(bytes: Uint8Array, from: number): number {
  for (let at = from; ; at += 1) {
    at = bytes.indexOf(MARK[0] ?? 0, at);
    if (at < 0) return bytes.length;
    if (MARK.every((byte, i) => bytes[at + i] === byte)) return at;
  }
}

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** The checksum that zip files use too. */
export function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (sum >>> 8) ^ (table[(sum ^ byte) & 255] ?? 0);
  return (sum ^ 0xffffffff) >>> 0;
}
