/**
 * The bytes of a sealed box: a header, then equal slots in an order drawn anew at every writing.
 * Nothing here says when, in which order, from which seat or tablet an answer came.
 */
export type Answer = { id: string; text: string };
export type Box = {
  workshop: string;
  activity: string;
  entry: string;
  generation: number;
  answers: Answer[];
};

export const SLOTS = 1000;
const SLOT = 512;
const HEADER = 1024;
export const BOX_SIZE = HEADER + SLOTS * SLOT;

const MAGIC = new TextEncoder().encode('CUPPABX1');
const DIGEST_AT = 8;
const REST_AT = 40;
const NAMES_AT = 46;
const ID_AT = 2;
const TEXT_AT = 18;
/** The longest answer that fits, in bytes of JSON. */
export const LONGEST = SLOT - TEXT_AT;

/** The box as bytes. Unused slots are all zero, whether they ever held anything or not. */
export async function encodeBox(box: Box): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(BOX_SIZE);
  const view = new DataView(bytes.buffer);
  const { workshop, activity, entry, generation, answers } = box;
  const names = new TextEncoder().encode(JSON.stringify([workshop, activity, entry]));
  if (NAMES_AT + names.length > HEADER)
    throw new Error('The name of this activity is too long for a sealed box.');
  bytes.set(MAGIC);
  view.setUint32(REST_AT, generation);
  view.setUint16(REST_AT + 4, names.length);
  bytes.set(names, NAMES_AT);
  const slots = shuffledSlots();
  for (const answer of answers) {
    const text = new TextEncoder().encode(answer.text);
    const slot = slots.pop();
    if (slot === undefined || text.length > LONGEST)
      throw new Error('This answer does not fit in the sealed box.');
    const at = HEADER + slot * SLOT;
    view.setUint16(at, text.length);
    bytes.set(
      Uint8Array.from(answer.id.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)).subarray(0, 16),
      at + ID_AT,
    );
    bytes.set(text, at + TEXT_AT);
  }
  bytes.set(await digestOf(bytes), DIGEST_AT);
  return bytes;
}

/** The box, or undefined if any byte is not as it was written. */
export async function decodeBox(bytes: Uint8Array<ArrayBuffer>): Promise<Box | undefined> {
  if (bytes.length !== BOX_SIZE || !same(bytes.subarray(0, DIGEST_AT), MAGIC)) return undefined;
  if (!same(bytes.subarray(DIGEST_AT, REST_AT), await digestOf(bytes))) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const read = (from: number, length: number): string =>
    new TextDecoder().decode(bytes.subarray(from, from + length));
  const names: unknown = JSON.parse(read(NAMES_AT, view.getUint16(REST_AT + 4)));
  const [workshop, activity, entry] = Array.isArray(names) ? names.map(String) : [];
  if (workshop === undefined || activity === undefined || entry === undefined) return undefined;
  const answers: Answer[] = [];
  for (let at = HEADER; at < BOX_SIZE; at += SLOT) {
    const length = view.getUint16(at);
    if (length === 0) continue;
    const id = Array.from(bytes.subarray(at + ID_AT, at + TEXT_AT), (byte) =>
      byte.toString(16).padStart(2, '0'),
    );
    answers.push({ id: id.join(''), text: read(at + TEXT_AT, length) });
  }
  return { workshop, activity, entry, generation: view.getUint32(REST_AT), answers };
}

async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.subarray(REST_AT)));
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

/** Every slot number, each order equally likely. */
function shuffledSlots(): number[] {
  const slots = Array.from({ length: SLOTS }, (_, slot) => slot);
  for (let left = SLOTS; left > 1; left -= 1) {
    const pick = below(left);
    const [a, b] = [slots[left - 1], slots[pick]];
    if (a === undefined || b === undefined) continue;
    slots[left - 1] = b;
    slots[pick] = a;
  }
  return slots;
}

/** A random whole number from 0 to limit - 1, without the bias of a plain remainder. */
function below(limit: number): number {
  const ceiling = Math.floor(2 ** 32 / limit) * limit;
  for (;;) {
    const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
    if (drawn < ceiling) return drawn % limit;
  }
}
