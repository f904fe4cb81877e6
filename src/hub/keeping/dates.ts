import * as v from 'valibot';
import type { Kept } from '#wire/keeping.ts';
import type { Entry } from '#workshop/entry.ts';
import { keepingOf } from '#workshop/keep-until.ts';
import { replayAll } from '#workshop/replay.ts';
import { aboutOf, type Workshop } from '#workshop/workshop.ts';
import { marks, type Database, type Queries, type Transaction } from '../database/database.ts';
import { readEntry } from '../store/entries.ts';

/** So many numbers are looked through at a time: between them, others get their turn. */
const SOME = 5000;
const SETS_DATE = '%"keep-until-set"%';
const DESCRIBES = '%"described"%';

const ClockSchema = v.object({ reached: v.number() });

/**
 * Brings the table of keeping dates up to the last entry. It does not lean on the reports: those may be late or
 * fail, and what is to be removed must not depend on them.
 */
export async function bringDatesUp(database: Database): Promise<void> {
  for (;;) {
    if (!(await database.transaction(bringSomeUp))) return;
  }
}

async function bringSomeUp(tx: Transaction): Promise<boolean> {
  const [clock] = await tx.all('UPDATE keeping_clock SET one = 1 WHERE one = 1 RETURNING reached');
  const { reached } = v.parse(ClockSchema, clock);
  const [hub] = await tx.all('SELECT kept FROM hub WHERE one = 1');
  const last = v.parse(v.number(), hub?.kept);
  const end = Math.min(reached + SOME, last);
  if (end <= reached) return false;
  const rows = await tx.all(
    "SELECT DISTINCT workshop FROM entry WHERE kept > ? AND kept <= ? AND activity = '' AND body LIKE ?",
    [reached, end, SETS_DATE],
  );
  for (const { workshop } of rows) {
    const id = v.parse(v.string(), workshop);
    const until = keepingOf(await readOwn(tx, id))?.until;
    if (until !== undefined) await tx.all(UPSERT, [id, until]);
  }
  await tx.all('UPDATE keeping_clock SET reached = ? WHERE one = 1', [end]);
  return end < last;
}

const UPSERT = `INSERT INTO keeping (workshop, until) VALUES (?, ?)
  ON CONFLICT (workshop) DO UPDATE SET until = excluded.until`;

/** What a workshop says of itself and of its keeping, from the entries that say so. */
export async function readOwn(queries: Queries, workshop: string): Promise<Workshop> {
  const rows = await queries.all(
    "SELECT * FROM entry WHERE workshop = ? AND activity = '' AND (body LIKE ? OR body LIKE ?) ORDER BY kept",
    [workshop, SETS_DATE, DESCRIBES],
  );
  return replayAll(rows.map(readEntry), () => undefined).workshop;
}

/** Those whose date is before `day`, the soonest first. */
export async function datedBefore(queries: Queries, day: string): Promise<Kept[]> {
  const rows = await queries.all(
    `SELECT keeping.workshop, keeping.until, COALESCE(workshop.entries, 0) AS entries FROM keeping
     LEFT JOIN workshop ON workshop.workshop = keeping.workshop
     WHERE keeping.until < ? ORDER BY keeping.until, keeping.workshop`,
    [day],
  );
  return Promise.all(rows.map((row) => describe(queries, row)));
}

/** Those for which nobody has set a date, the newest first. */
export async function withoutDate(queries: Queries, most: number): Promise<Kept[]> {
  const rows = await queries.all(
    `SELECT workshop.workshop, '' AS until, workshop.entries FROM workshop
     WHERE NOT EXISTS (SELECT 1 FROM keeping WHERE keeping.workshop = workshop.workshop)
     ORDER BY workshop."last" DESC LIMIT ?`,
    [most],
  );
  return Promise.all(rows.map((row) => describe(queries, row)));
}

const RowSchema = v.object({ workshop: v.string(), until: v.string(), entries: v.number() });

async function describe(queries: Queries, row: unknown): Promise<Kept> {
  const { workshop, until, entries } = v.parse(RowSchema, row);
  const own = await readOwn(queries, workshop);
  const { title, date, where } = aboutOf(own);
  const why = keepingOf(own)?.why ?? '';
  return { workshop, title: title.plain || title.easy, date, place: where, until, why, entries };
}

/** Entries of any workshop that name one of these: in what they build on, or in their words. */
export async function naming(queries: Queries, ids: readonly string[], most: number): Promise<Entry[]> {
  const one = `(body LIKE ? ESCAPE '!' OR "from" LIKE ? ESCAPE '!')`;
  const rows = await queries.all(
    `SELECT * FROM entry WHERE body IS NOT NULL AND id NOT IN (${marks(ids.length)})
     AND (${ids.map(() => one).join(' OR ')}) ORDER BY kept LIMIT ?`,
    [...ids, ...ids.flatMap((id) => [like(id), like(id)]), most],
  );
  return rows.map(readEntry);
}

/** An id as it stands in JSON, and not as a pattern. */
const like = (id: string): string => `%${JSON.stringify(id).replaceAll(/[%_!]/g, '!$&')}%`;
