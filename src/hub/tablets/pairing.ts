import { randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { CODE_LENGTH, CODE_LETTERS, PAIRING_SECONDS } from '#wire/tablets.ts';
import { newId } from '#workshop/entry.ts';
import { audit } from '../audit/audit.ts';
import type { Database, Row } from '../database/database.ts';
import { Refusal } from '#wire/refusal.ts';
import { refusals } from '../server/refusal.ts';
import { idOf, type Who } from '../server/who.ts';
import { hashOfSecret } from './tokens.ts';

/** Wrong codes after which a code no longer works. */
const MOST_TRIES = 5;
/** Pairings that may be open at once: each is looked at for every try. */
const MOST_OPEN = 50;

const wrong = () =>
  new Refusal(
    403,
    'wrong-code',
    'This code does not work, or it is too old. Ask the office for a new one, and try again.',
  );

/** Opens a pairing: a secret for the square code, and a code that can be typed. Only their hashes are kept. */
export async function openPairing(database: Database, who: Who): Promise<{ secret: string; code: string }> {
  const secret = randomBytes(16).toString('hex');
  const letters = Array.from({ length: CODE_LENGTH }, () =>
    CODE_LETTERS.charAt(randomInt(CODE_LETTERS.length)),
  );
  const code = letters.join('');
  await database.transaction(async (tx) => {
    await tx.all('DELETE FROM pairing WHERE ends_ms <= ?', [Date.now()]);
    const [row] = await tx.all('SELECT COUNT(*) AS open FROM pairing');
    if (Number(row?.open ?? 0) >= MOST_OPEN) throw refusals.busy(60);
    await tx.all('INSERT INTO pairing (secret, code, ends_ms, made_by) VALUES (?, ?, ?, ?)', [
      hashOfSecret(secret),
      hashOfSecret(code),
      Date.now() + PAIRING_SECONDS * 1000,
      idOf(who),
    ]);
    await audit(tx, who, 'pairing-started');
  });
  return { secret, code };
}

/** A code as people type it: in small letters, with spaces or dashes. */
const asCode = (text: string): string => text.toUpperCase().replace(/[\s-]/g, '');

/**
 * Lets a tablet in by a secret or a code, once. Nobody knows which code a wrong one was meant for, so it counts
 * against every open one: five wrong ones, whoever typed them, and only the square codes work until the next.
 */
export async function pairTablet(
  database: Database,
  { secret, name, version }: { secret: string; name: string; version: string },
): Promise<{ token: string; id: string }> {
  const hashes = { secret: hashOfSecret(secret), code: hashOfSecret(asCode(secret)) };
  const token = randomBytes(32).toString('hex');
  const id = newId();
  const isIn = await database.transaction(async (tx) => {
    await tx.all('DELETE FROM pairing WHERE ends_ms <= ?', [Date.now()]);
    // The lock of the row of the hub: one try after the other, so that none escapes the count.
    await tx.all('UPDATE hub SET kept = kept WHERE one = 1');
    const open = await tx.all('SELECT secret, code FROM pairing');
    // Each is compared in full, so that the time says nothing of how near a guess was.
    const [found] = open.filter((row) =>
      [isEqual(row, 'secret', hashes.secret), isEqual(row, 'code', hashes.code)].includes(true),
    );
    if (!found) {
      await tx.all('UPDATE pairing SET tries = tries + 1');
      await tx.all('UPDATE pairing SET code = NULL WHERE tries >= ?', [MOST_TRIES]);
      return false;
    }
    await tx.all('DELETE FROM pairing WHERE secret = ?', [String(found.secret)]);
    await tx.all('INSERT INTO tablet (id, name, token, paired_at, version) VALUES (?, ?, ?, ?, ?)', [
      id,
      name,
      hashOfSecret(token),
      new Date().toISOString(),
      version,
    ]);
    await audit(tx, { kind: 'tablet', id, name, revoked: false }, 'tablet-paired', id);
    return true;
  });
  if (!isIn) throw wrong();
  return { token, id };
}

function isEqual(row: Row, column: 'secret' | 'code', hash: string): boolean {
  const kept = row[column];
  return typeof kept === 'string' && timingSafeEqual(Buffer.from(kept), Buffer.from(hash));
}
