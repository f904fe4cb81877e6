import { createHash } from 'node:crypto';
import type { Database, Queries } from '../database/database.ts';
import { Refusal } from '#wire/refusal.ts';

const MINUTE = 60_000;
const LONGEST_WAIT = 15 * MINUTE;
/** After so long without a try everything is forgotten. */
const FORGOTTEN = 24 * 60 * MINUTE;

/** What tries are counted by, and how many are free before waits begin. */
export type Aim = { about: string; free: number };

/** A person's name: few slips are enough. */
export const aimedAtName = (name: string): Aim => ({ about: hashOf(`name ${name}`), free: 5 });
/** An address on the network: a whole office may share one. */
export const aimedFrom = (address: string): Aim => ({ about: hashOf(`from ${network(address)}`), free: 30 });

/** How long to wait after so many tries: 10 seconds, doubled each time, a quarter of an hour at most. */
export function waitAfter(tries: number, free: number): number {
  return tries < free ? 0 : Math.min(LONGEST_WAIT, 10_000 * 2 ** Math.min(tries - free, 20));
}

/**
 * Counts a try before it is made, so that a hundred at the same moment are a hundred tries, on any number of
 * processes. Throws the refusal with the wait; a try that is refused is not counted, or nobody could wait it out.
 */
export async function countTry(database: Database, aims: readonly Aim[], now: number): Promise<void> {
  await database.transaction(async (tx) => {
    const kept = await hold(tx, aims, now);
    const opens = Math.max(...kept.map((one) => one.opens));
    if (opens > now) throw tooOften(Math.ceil((opens - now) / 1000));
    for (const { about, free, tries } of kept) {
      await tx.all('UPDATE door_try SET tries = ?, last = ?, opens = ? WHERE about = ?', [
        tries + 1,
        now,
        now + waitAfter(tries + 1, free),
        about,
      ]);
    }
  });
}

/** It was the right one: the name begins anew, and the address is given its try back. */
export async function forgiveTry(tx: Queries, name: Aim, from: Aim): Promise<void> {
  await tx.all('DELETE FROM door_try WHERE about = ?', [name.about]);
  await tx.all('UPDATE door_try SET tries = tries - 1, opens = 0 WHERE about = ? AND tries > 0', [
    from.about,
  ]);
}

export const tooOften = (seconds: number): Refusal =>
  new Refusal(
    429,
    'too-often',
    `There were too many tries. Please wait ${inWords(seconds)}, then try again.`,
    seconds,
  );

/** Reads the rows and holds them until the commit. Always in the order of the aims, so that nobody waits in a ring. */
async function hold(tx: Queries, aims: readonly Aim[], now: number) {
  await tx.all('DELETE FROM door_try WHERE last < ?', [now - FORGOTTEN]);
  const kept: (Aim & { tries: number; opens: number })[] = [];
  for (const aim of aims) {
    // One connection, and in this order.
    const [row] = await tx.all(
      `INSERT INTO door_try (about, tries, last, opens) VALUES (?, 0, ?, 0)
        ON CONFLICT (about) DO UPDATE SET last = door_try.last RETURNING tries, opens`,
      [aim.about, now],
    );
    kept.push({ ...aim, tries: Number(row?.tries), opens: Number(row?.opens) });
  }
  return kept;
}

/** One household or office has a whole network of the newer addresses. */
function network(address: string): string {
  const plain = address.replace(/^::ffff:/, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail = ''] = plain.split('::');
  const front = head.split(':').filter(Boolean);
  const back = tail.split(':').filter(Boolean);
  const zeros = plain.includes('::')
    ? Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0')
    : [];
  return [...front, ...zeros, ...back].slice(0, 4).join(':');
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

function inWords(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}
