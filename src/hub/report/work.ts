import * as v from 'valibot';
import type { Entry } from '#workshop/entry.ts';
import type { Database, Transaction } from '../database/database.ts';
import { DatabaseTrouble } from '../database/trouble.ts';
import { aboutHub } from '../store/epoch.ts';
import { since } from '../store/entries.ts';
import { interpret } from './interpret.ts';
import { forgetIn, TABLES, writeIn } from './write.ts';

/** Another number makes everything anew: raise it whenever the same entries are read in another way. */
const READING = 3;
/** So long nothing new must have come before figures of a workshop are given out. */
const QUIET_MS = 60_000;
/** So long a process may take over one workshop before another one takes it up. */
const CLAIM_MS = 120_000;
/** A workshop that stops the worker so often is left alone until something new of it comes. */
const MOST_TRIES = 3;
const PAGE = 2000;
const ALL_TABLES = ['work', ...TABLES] as const;

export type Tables = { entries: Database; report: Database };
/** `now` is the clock of the hub in ms. */
export type Worker = Tables & { name: string; now: () => number; quietMs?: number };
/** What one pass came to; `next` is when something is due by itself, in ms of the clock. */
export type Pass = { done: number; failed: string[]; next: number | undefined };

const WorkSchema = v.object({
  workshop: v.string(),
  reached: v.number(),
  changed_ms: v.number(),
  due_ms: v.nullable(v.number()),
  claimed_until_ms: v.number(),
});
const LastSchema = v.object({ workshop: v.string(), last: v.number() });
type Task = { workshop: string; last: number; isNew: boolean };

/** Empties the derived tables where they were made of other entries, or were read in another way. */
export async function prepareTables({ entries, report }: Tables): Promise<void> {
  const { epoch } = await aboutHub(entries);
  await report.transaction(async (tx) => {
    const [about] = await tx.all('SELECT epoch, reading FROM report_about');
    if (about?.epoch === epoch && about.reading === READING) return;
    await emptyIn(tx, about?.epoch === epoch);
    await tx.all('DELETE FROM report_about');
    await tx.all('INSERT INTO report_about (one, epoch, reading) VALUES (1, ?, ?)', [epoch, READING]);
  });
  await tidy(report);
}

/** Lets everything be made anew from the entries. Figures that were given out are remembered, so that none moves by a few. */
export async function makeAnew(report: Database): Promise<void> {
  await report.transaction((tx) => emptyIn(tx, true));
}

async function emptyIn(tx: Transaction, sameEntries: boolean): Promise<void> {
  const stays: readonly string[] = sameEntries ? ['figure', 'count'] : [];
  for (const table of ALL_TABLES.filter((one) => !stays.includes(one))) {
    await tx.all(`DELETE FROM report_${table}`);
  }
}

/** Brings the derived tables up to date with the entries: of these workshops, or of all. */
export async function work(worker: Worker, only?: readonly string[]): Promise<Pass> {
  const { entries, report, now } = worker;
  const [lasts, gone] = await Promise.all([
    entries.all('SELECT workshop, "last" FROM workshop'),
    entries.all('SELECT workshop FROM discarded'),
  ]);
  const rows = (await report.all('SELECT * FROM report_work')).map((row) => v.parse(WorkSchema, row));
  const known = new Map(rows.map((row) => [row.workshop, row]));
  for (const { workshop } of gone) {
    if (known.has(String(workshop))) await forget(report, String(workshop));
  }
  const tasks = lasts.flatMap((row): Task[] => {
    const { workshop, last } = v.parse(LastSchema, row);
    const sofar = known.get(workshop);
    const isNew = !sofar || last > sofar.reached;
    const isDue = (sofar?.due_ms ?? Infinity) <= now();
    if ((!isNew && !isDue) || (only && !only.includes(workshop) && !isDue)) return [];
    return [{ workshop, last, isNew }];
  });
  const failed: string[] = [];
  let done = 0;
  for (const task of tasks) {
    const outcome = await workOn(worker, task);
    if (outcome === 'done') done += 1;
    if (outcome === 'failed') failed.push(task.workshop);
  }
  const [due] = await report.all('SELECT MIN(due_ms) AS at FROM report_work');
  return { done, failed, next: typeof due?.at === 'number' ? due.at : undefined };
}

/** Removes all that was made of a workshop that is no longer kept. */
export async function forget(report: Database, workshop: string): Promise<void> {
  await report.transaction(async (tx) => {
    await forgetIn(tx, workshop);
    await tx.all('DELETE FROM report_work WHERE workshop = ?', [workshop]);
  });
  await tidy(report);
}

/** What was removed is overwritten as far as the database can: on the disk, not only in what is told. */
async function tidy(report: Database): Promise<void> {
  if (report.kind === 'sqlite') return report.tidy();
  const tables = ALL_TABLES.map((table) => `report_${table}`).join(', ');
  await report.all(`VACUUM ${tables}`).catch(() => undefined);
}

async function workOn(worker: Worker, task: Task): Promise<'done' | 'failed' | 'another'> {
  const { entries, report, name, now, quietMs = QUIET_MS } = worker;
  const { workshop } = task;
  const claim = await claimed(worker, task);
  if (!claim) return 'another';
  try {
    // Further than the list said, if more has come since: then that is done too.
    const { all, cursor } = await entriesOf(entries, workshop);
    const reached = Math.max(cursor, task.last);
    const interpreted = all.length > 0 ? interpret(all) : undefined;
    const changed = reached > claim.reached ? now() : claim.changed_ms;
    await report.transaction(async (tx) => {
      const mine = await tx.all(
        `UPDATE report_work SET reached = ?, changed_ms = ?, due_ms = NULL, claimed_by = NULL, claimed_until_ms = 0,
         tries = 0, failed = 0 WHERE workshop = ? AND claimed_by = ? RETURNING workshop`,
        [reached, changed, workshop, name],
      );
      // The claim had run out, and another process has done it meanwhile or is about to.
      if (mine.length === 0) return;
      if (!interpreted) return forgetIn(tx, workshop);
      const { waits } = await writeIn(tx, workshop, interpreted, now() - changed >= quietMs);
      if (waits) {
        await tx.all('UPDATE report_work SET due_ms = ? WHERE workshop = ?', [changed + quietMs, workshop]);
      }
    });
    // Its words stood here too, until a moment ago.
    if (all.some(({ body }) => body === null)) await tidy(report);
    return 'done';
  } catch (error) {
    // A database that is away or full says nothing of the workshop: it is read once the claim has run out.
    if (error instanceof DatabaseTrouble && error.why !== 'other') throw error;
    await report.all(
      `UPDATE report_work SET reached = ?, failed = 1, due_ms = NULL, claimed_by = NULL, claimed_until_ms = 0
       WHERE workshop = ? AND claimed_by = ?`,
      [task.last, workshop, name],
    );
    return 'failed';
  }
}

/** Takes a workshop for this process alone. What stopped a process three times is given up, until there is more of it. */
async function claimed(
  { report, name, now }: Worker,
  { workshop, last, isNew }: Task,
): Promise<v.InferOutput<typeof WorkSchema> | undefined> {
  const at = now();
  return report.transaction(async (tx) => {
    await tx.all(
      `INSERT INTO report_work (workshop, reached, changed_ms, claimed_until_ms, tries, failed)
       VALUES (?, 0, 0, 0, 0, 0) ON CONFLICT (workshop) DO NOTHING`,
      [workshop],
    );
    const [row] = await tx.all(
      `UPDATE report_work SET claimed_by = ?, claimed_until_ms = ?, tries = tries + 1
       WHERE workshop = ? AND claimed_until_ms < ? AND (reached < ? OR ? = 0) RETURNING *`,
      [name, at + CLAIM_MS, workshop, at, last, Number(isNew)],
    );
    if (!row) return undefined;
    if (Number(row.tries) > MOST_TRIES) {
      await tx.all(
        `UPDATE report_work SET reached = ?, failed = 1, tries = 0, due_ms = NULL, claimed_by = NULL, claimed_until_ms = 0
         WHERE workshop = ?`,
        [last, workshop],
      );
      return undefined;
    }
    return v.parse(WorkSchema, row);
  });
}

async function entriesOf(database: Database, workshop: string): Promise<{ all: Entry[]; cursor: number }> {
  const all: Entry[] = [];
  let cursor = 0;
  for (;;) {
    const page = await since(database, cursor, { workshop, most: PAGE });
    all.push(...page.entries);
    cursor = page.cursor;
    if (!page.more) return { all, cursor };
  }
}
