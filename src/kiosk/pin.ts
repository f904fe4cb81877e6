import * as v from 'valibot';
import { keepAbout, readAbout } from '#journal/tablet.ts';
import { newId } from '#workshop/entry.ts';
import { afterWrong, isRight, noTries, TriesSchema, type Tries } from './tries.ts';

/** The PIN as it is kept: Argon2id of it and of the recovery code, never either itself. */
const KeptSchema = v.object({ pin: v.string(), recovery: v.string() });

const PIN = 'pin';
const TRIES = 'pin-tries';
const OFFERED = 'pin-offered';

/** 64 MiB, 3 passes: the floor of what OWASP advises for a memory that small tablets have. */
const COST = { parallelism: 1, iterations: 3, memorySize: 65_536, hashLength: 32 };
/** Without letters and digits that look alike. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

export const PinSchema = v.pipe(v.string(), v.regex(/^\d{6}$/));

/** Is the leader's side behind a PIN on this tablet? */
export async function hasPin(): Promise<boolean> {
  return v.is(KeptSchema, await readAbout(PIN));
}

/** Is there no PIN here, and was none ever offered? */
export async function offersPin(): Promise<boolean> {
  return !(await hasPin()) && (await readAbout(OFFERED)) !== true;
}

/** A PIN was offered on this tablet: it is not offered again. */
export async function notePinOffered(): Promise<void> {
  await keepAbout(OFFERED, true);
}

/** Sets the PIN (6 digits). Gives the recovery code, which is shown once and kept nowhere. */
export async function setPin(pin: string): Promise<string> {
  const recovery = recoveryCode();
  await keepAbout(PIN, { pin: await hash(v.parse(PinSchema, pin)), recovery: await hash(recovery) });
  await keepAbout(TRIES, noTries);
  return recovery;
}

export async function removePin(): Promise<void> {
  await keepAbout(PIN, null);
  await keepAbout(TRIES, noTries);
}

/** What was tried so far; it survives a reload. */
export async function readTries(): Promise<Tries> {
  const tries = v.safeParse(TriesSchema, await readAbout(TRIES));
  return tries.success ? tries.output : noTries;
}

/** Keeps how long is still to wait, so that closing the app does not shorten it. */
export async function keepTries(tries: Tries): Promise<void> {
  await keepAbout(TRIES, tries);
}

/**
 * Tries a PIN or a recovery code. The try is counted before it is checked,
 * so that pulling the plug while it is checked gives no free one.
 */
export async function tryPin(typed: string): Promise<{ right: boolean; tries: Tries }> {
  const kept = v.safeParse(KeptSchema, await readAbout(PIN));
  if (!kept.success) return { right: true, tries: noTries };
  const counted = afterWrong(await readTries());
  await keepTries(counted);
  const { argon2Verify } = await import('hash-wasm');
  const code = typed.replace(/[^0-9a-z]/gi, '').toUpperCase();
  const right = await isRight(code, kept.output, (password, hashed) =>
    argon2Verify({ password, hash: hashed }),
  );
  if (right) await keepTries(noTries);
  return { right, tries: right ? noTries : counted };
}

async function hash(secret: string): Promise<string> {
  const { argon2id } = await import('hash-wasm');
  const salt = crypto.getRandomValues(new Uint8Array(16));
  return argon2id({ password: secret, salt, outputType: 'encoded', ...COST });
}

/** 12 characters of 31: about 59 bits, written in three groups of four. */
function recoveryCode(): string {
  const letters: string[] = [];
  while (letters.length < 12) {
    const byte = Number.parseInt(newId().slice(0, 2), 16);
    // Bytes past the last whole round of the alphabet would favour its first letters.
    if (byte < 248) letters.push(ALPHABET[byte % 31] ?? '');
  }
  return letters.join('');
}

/** The recovery code as people read it. */
export function inGroups(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1 ');
}
