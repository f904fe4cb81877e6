import { argon2id } from 'hash-wasm';
import * as v from 'valibot';
import { bytesOf, toBase64 } from '#journal/attachments.ts';
import { LARGEST, withDigest } from '#journal/workshop-file.ts';
import { bare, isWhole, parse, Refused } from './reading.ts';

const FORMAT = 'cuppa-locked';
const VERSION = 1;
/** 64 MB of memory and 3 passes: about half a second on a cheap tablet, and as long for each guess of a thief. */
const COST = { memory: 64 * 1024, passes: 3, lanes: 1 };

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(least), v.maxValue(most));
const base64 = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]*={0,2}$/));
const LockedSchema = v.object({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  key: v.object({
    by: v.literal('argon2id'),
    // A file made by somebody else must not ask this tablet for gigabytes, or for minutes.
    memory: whole(8 * 1024, 256 * 1024),
    passes: whole(1, 10),
    lanes: whole(1, 4),
    salt: v.pipe(base64, v.length(24)),
  }),
  nonce: v.pipe(base64, v.length(16)),
  data: base64,
  digest: v.string(),
});
type KeyMaking = v.InferOutput<typeof LockedSchema>['key'];

/** The key of a file, and how it was made: kept in memory, it locks the next copy too, without the words. */
export type LockKey = { key: CryptoKey; making: KeyMaking };

const tooLarge =
  'This workshop is too large for a locked file. Save it without a lock, and keep the file safe.';

/** Makes a new key of words. Hard work on purpose. */
export async function lockWith(words: string): Promise<LockKey> {
  const salt = toBase64(crypto.getRandomValues(new Uint8Array(16)));
  const making: KeyMaking = { by: 'argon2id', ...COST, salt };
  return { key: await keyOf(words, making), making };
}

/** The text as a locked file. The head stands open, but nobody can change it unnoticed. */
export async function lock(text: string, { key, making }: LockKey): Promise<string> {
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const head = JSON.stringify({ format: FORMAT, version: VERSION, key: making, nonce: toBase64(nonce) });
  const open = head.slice(0, -1);
  const bytes = new TextEncoder().encode(text);
  if ((bytes.length * 4) / 3 + 1000 > LARGEST) throw new Error(tooLarge);
  const sealed = await crypto.subtle.encrypt(ways(nonce, open), key, bytes);
  return withDigest(`${open},"data":"${toBase64(new Uint8Array(sealed))}"}`);
}

/** What was locked, opened with its words; undefined when they are others. */
export async function unlock(text: string, words: string): Promise<string | undefined> {
  const { making, nonce, data, open } = await readLocked(text);
  // The key-making refuses to work on nothing.
  if (plainWords(words) === '') return undefined;
  const key = await keyOf(words, making);
  try {
    const opened = await crypto.subtle.decrypt(ways(bytesOf({ data: nonce }), open), key, bytesOf({ data }));
    return new TextDecoder().decode(opened);
  } catch {
    return undefined;
  }
}

/** Looks whether a locked file is whole, before anybody is asked for words. Throws `Refused` if not. */
export async function readLocked(
  text: string,
): Promise<{ making: KeyMaking; nonce: string; data: string; open: string }> {
  if (text.length > LARGEST) throw new Refused('tooLarge');
  const trimmed = bare(text);
  const stored = parse(trimmed);
  const head = v.safeParse(v.object({ version: v.number() }), stored);
  if (head.success && head.output.version > VERSION) throw new Refused('newer');
  const file = v.safeParse(LockedSchema, stored, { abortEarly: true });
  const cut = trimmed.indexOf(',"data":"');
  if (!file.success || cut < 0 || !(await isWhole(trimmed))) throw new Refused('damaged');
  const { key, nonce, data } = file.output;
  return { making: key, nonce, data, open: trimmed.slice(0, cut) };
}

/** Capital letters and double spaces are what tablets put in by themselves. */
function plainWords(words: string): string {
  return words
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/gu, ' ');
}

async function keyOf(words: string, { memory, passes, lanes, salt }: KeyMaking): Promise<CryptoKey> {
  const raw = await argon2id({
    password: plainWords(words),
    salt: bytesOf({ data: salt }),
    memorySize: memory,
    iterations: passes,
    parallelism: lanes,
    hashLength: 32,
    outputType: 'binary',
  });
  return crypto.subtle.importKey('raw', new Uint8Array(raw), 'AES-GCM', false, ['encrypt', 'decrypt']);
}

const ways = (iv: Uint8Array<ArrayBuffer>, open: string): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(open),
});
