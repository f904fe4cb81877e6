import * as v from 'valibot';
import { isOver } from '#workshop/keep-until.ts';
import type { Database } from '../database/database.ts';
import { bringDatesUp, datedBefore, readOwn } from './dates.ts';
import { removeWorkshop } from './remove.ts';

const DAY_MS = 86_400_000;
/** A hub that was off for longer than this, or whose clock went wrong, looks like this. */
const LONGEST_GAP_DAYS = 40;
/** So long organisers then have to see it, before anything is removed. */
const WAIT_DAYS = 7;

/** The hub's day. Only its own clock decides what is over, never a tablet's. */
export const dayOf = (now: Date): string => now.toISOString().slice(0, 10);

/** A day so many days later. */
export const daysAfter = (day: string, days: number): string =>
  dayOf(new Date(Date.parse(`${day}T12:00Z`) + days * DAY_MS));

/**
 * Removes the workshops whose keeping date is over, and gives their ids. Any number of processes may do so at the
 * same time.
 */
export async function sweep(
  place: { database: Database; data: string },
  now: Date = new Date(),
): Promise<string[]> {
  const today = dayOf(now);
  await bringDatesUp(place.database);
  if ((await lookAtClock(place.database, today)) !== '') return [];
  const removed: string[] = [];
  for (const { workshop } of await datedBefore(place.database, today)) {
    // One after the other: a hub that removes is still there for everybody else.
    const done = await removeWorkshop(place, workshop, { kind: 'hub' }, async (tx) =>
      isOver(await readOwn(tx, workshop), today),
    );
    if (done) removed.push(workshop);
  }
  return removed;
}

const ClockSchema = v.object({ looked: v.string(), waits: v.string() });

/** Notes that the hub has looked today. After a jump of its clock it gives the day until which nothing is removed. */
async function lookAtClock(database: Database, today: string): Promise<string> {
  return database.transaction(async (tx) => {
    const [row] = await tx.all('UPDATE keeping_clock SET one = 1 WHERE one = 1 RETURNING looked, waits');
    const { looked, waits } = v.parse(ClockSchema, row);
    const gap = looked === '' ? 0 : (Date.parse(today) - Date.parse(looked)) / DAY_MS;
    const jumped = gap > LONGEST_GAP_DAYS || gap < -1;
    const until = jumped ? daysAfter(today, WAIT_DAYS) : waits > today ? waits : '';
    await tx.all('UPDATE keeping_clock SET looked = ?, waits = ? WHERE one = 1', [today, until]);
    return until;
  });
}

/** The day before which nothing is removed, or ''. */
export async function waitsUntil(database: Database, today: string): Promise<string> {
  const [row] = await database.all('SELECT looked, waits FROM keeping_clock WHERE one = 1');
  const { waits } = v.parse(ClockSchema, row);
  return waits > today ? waits : '';
}
