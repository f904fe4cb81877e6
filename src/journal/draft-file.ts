import { wipe, type Handle } from './files.ts';

/**
 * One file for the half-made answer. Two records at its start take turns, so that the older draft
 * is whole until the newer one is: a crash in the middle of writing loses one keystroke, not the answer.
 */
type Extent = { generation: number; at: number; length: number };

const RECORD = 64;
const BASE = 2 * RECORD;

/** Writes the draft in place, beside the one before it. */
export async function writeDraft(handle: Handle, text: string): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  const before = await newest(handle);
  const generation = (before?.generation ?? 0) + 1;
  const fitsBefore = !before || BASE + bytes.length <= before.at;
  const record = { generation, at: fitsBefore ? BASE : before.at + before.length, length: bytes.length };
  handle.write(bytes, record.at);
  handle.write(await encode(record, bytes), (generation % 2) * RECORD);
  handle.flush();
}

/** The newest whole draft, if there is one. */
export async function readDraftText(handle: Handle): Promise<string | undefined> {
  const record = await newest(handle);
  return record && new TextDecoder().decode(handle.read(record.at, record.length));
}

/** Zeros over everything that any draft ever covered. */
export function forgetDraftFile(handle: Handle): void {
  wipe(handle);
  handle.truncate(0);
  handle.flush();
}

async function newest(handle: Handle): Promise<Extent | undefined> {
  const found: Extent[] = [];
  for (const at of [0, RECORD]) {
    const stored = handle.read(at, RECORD);
    if (stored.length < RECORD) continue;
    const view = new DataView(stored.buffer);
    const record = { generation: view.getUint32(0), at: view.getUint32(4), length: view.getUint32(8) };
    if (record.generation === 0 || record.at + record.length > handle.size()) continue;
    const expected = await encode(record, handle.read(record.at, record.length));
    if (expected.every((byte, index) => byte === stored[index])) found.push(record);
  }
  return found.toSorted((a, b) => b.generation - a.generation)[0];
}

async function encode(record: Extent, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stored = new Uint8Array(RECORD);
  const view = new DataView(stored.buffer);
  view.setUint32(0, record.generation);
  view.setUint32(4, record.at);
  view.setUint32(8, record.length);
  const covered = new Uint8Array(12 + bytes.length);
  covered.set(stored.subarray(0, 12));
  covered.set(bytes, 12);
  stored.set(new Uint8Array(await crypto.subtle.digest('SHA-256', covered)), 12);
  return stored;
}
