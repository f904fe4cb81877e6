import { hash as digest } from 'node:crypto';
import * as v from 'valibot';
import { digestOf, MOST_BYTES, type OneNews, type Receipt } from '#wire/entries.ts';
import { EntrySchema, type Entry } from '#workshop/entry.ts';
import { marks, type Database, type Row, type Transaction, type Value } from '../database/database.ts';

const ENVELOPE_BYTES = 300;

const ENVELOPE = 'id, workshop, activity, tablet, place, counter, "from", previous';
const COLUMNS = `kept, ${ENVELOPE}, salt, body, hash, handed_by`;

/** SHA-256 (hex) of salt and body, as the chain of the tablet names it; '' where they were redacted. */
export function hashOf({ salt, body }: Pick<Entry, 'salt' | 'body'>): string {
  return salt === null || body === null ? '' : digest('sha256', salt + body, 'hex');
}

/**
 * Keeps one of each id, whoever sends it and however often: what is kept already stays as it is. Resolves after
 * the commit, with a receipt for each workshop. Nothing is opened, so it does not matter who understands it.
 */
export async function keep(database: Database, entries: readonly Entry[], by: string): Promise<Receipt[]> {
  const kept =
    (await keptAlready(database, entries)) ?? (await database.transaction((tx) => add(tx, entries, by)));
  return Promise.all(
    [...Map.groupBy(entries, ({ workshop }) => workshop)].map(async ([workshop, some]) => {
      const discarded = kept.discarded.has(workshop);
      const lines = some.map((entry) => ({ id: entry.id, hash: hashForReceipt(entry, kept.known) }));
      return { workshop, count: some.length, digest: discarded ? '' : await digestOf(lines), discarded };
    }),
  );
}

type Kept = { known: Map<string, Row>; discarded: ReadonlySet<string> };

/** Tablets repeat themselves when an answer was lost: that needs no transaction, if nothing is new. */
async function keptAlready(database: Database, entries: readonly Entry[]): Promise<Kept | undefined> {
  // Whoever repeats a batch repeats its first entry.
  const repeated = await lookUp(database, entries.slice(0, 1));
  if (repeated.size === 0) return undefined;
  const known = await lookUp(database, entries);
  const isNew = (entry: Entry) => {
    const row = known.get(entry.id);
    return !row || (row.hash === '' && entry.body !== null);
  };
  return entries.some(isNew) ? undefined : { known, discarded: new Set() };
}

async function add(tx: Transaction, entries: readonly Entry[], by: string): Promise<Kept> {
  // The lock of this row is held until the commit. Numbers that are given later are also committed later, so
  // whoever has read up to one number has missed none below it.
  const end = await nextNumbers(tx, entries.length);
  const discarded = await removedFrom(tx, entries, 'workshop FROM discarded');
  const known = await lookUp(tx, entries);
  const redacted = await removedFrom(tx, entries, 'id FROM redaction');
  const fresh = new Map<string, Value[]>();
  const told: Row[] = [];
  let number = end - entries.length;
  for (const entry of entries) {
    const { id, workshop, activity, tablet, place, counter, from, previous } = entry;
    if (fresh.has(id) || discarded.has(workshop)) continue;
    const hash = hashOf(entry);
    const row = known.get(id);
    if (row) {
      // Only its redacted form had come so far, from another tablet: the hash is all that is still wanted of it.
      if (row.hash === '' && isSame(entry, row)) {
        await tx.all("UPDATE entry SET hash = ? WHERE id = ? AND hash = ''", [hash, id]);
        known.set(id, { ...row, hash });
      }
      continue;
    }
    number += 1;
    const words = redacted.has(id) ? [null, null] : [entry.salt, entry.body];
    const envelope = [id, workshop, activity, tablet, place, counter, JSON.stringify(from), previous];
    fresh.set(id, [number, ...envelope, ...words, hash, by]);
    known.set(id, { ...entry, from: JSON.stringify(from), hash });
    told.push({ workshop, kept: number });
  }
  await tx.insert(`entry (${COLUMNS})`, [...fresh.values()]);
  await tell(tx, told);
  return { known, discarded };
}

/** Takes so many numbers, and gives the last of them. */
export async function nextNumbers(tx: Transaction, count: number): Promise<number> {
  const [row] = await tx.all('UPDATE hub SET kept = kept + ? WHERE one = 1 RETURNING kept', [count]);
  return v.parse(v.number(), row?.kept);
}

async function tell(tx: Transaction, fresh: readonly Row[]): Promise<void> {
  for (const [workshop, rows] of Map.groupBy(fresh, (row) => String(row.workshop))) {
    const cursor = Math.max(...rows.map(({ kept }) => Number(kept)));
    await tellNews(tx, workshop, cursor, rows.length);
  }
}

/** Notes how far a workshop has come and how many entries it has more, and lets everybody hear of it. */
export async function tellNews(
  tx: Transaction,
  workshop: string,
  cursor: number,
  more: number,
): Promise<void> {
  await tx.all(
    `INSERT INTO workshop (workshop, "last", entries) VALUES (?, ?, ?)
     ON CONFLICT (workshop) DO UPDATE SET "last" = excluded."last", entries = workshop.entries + excluded.entries`,
    [workshop, cursor, more],
  );
  await tx.notify(JSON.stringify({ workshop, cursor } satisfies OneNews));
}

async function lookUp(queries: Pick<Database, 'all'>, entries: readonly Entry[]): Promise<Map<string, Row>> {
  const ids = entries.map(({ id }) => id);
  const rows = await queries.all(
    `SELECT ${ENVELOPE}, hash FROM entry WHERE id IN (${marks(ids.length)})`,
    ids,
  );
  return new Map(rows.map((row) => [String(row.id), row]));
}

/** What was removed of these workshops: few ever are, so they are asked by workshop and not one by one. */
async function removedFrom(
  tx: Transaction,
  entries: readonly Entry[],
  what: 'id FROM redaction' | 'workshop FROM discarded',
): Promise<Set<string>> {
  const workshops = [...new Set(entries.map(({ workshop }) => workshop))];
  const rows = await tx.all(`SELECT ${what} WHERE workshop IN (${marks(workshops.length)})`, workshops);
  return new Set(rows.flatMap((row) => Object.values(row).map(String)));
}

/** The hash as it stands here. An id that stands for another entry here must not look as if it were kept. */
function hashForReceipt(entry: Entry, known: ReadonlyMap<string, Row>): string {
  const row = known.get(entry.id);
  if (!row || !isSame(entry, row)) return 'another';
  return entry.body === null ? '' : String(row.hash);
}

const isSame = (entry: Entry, row: Row): boolean =>
  entry.workshop === row.workshop &&
  entry.activity === row.activity &&
  entry.tablet === row.tablet &&
  entry.place === row.place &&
  entry.counter === row.counter &&
  entry.previous === row.previous &&
  JSON.stringify(entry.from) === row.from;

/** One page of what was kept. `more` says that the next page has something already. */
export type Page = { entries: Entry[]; cursor: number; more: boolean };

/** What was kept after a cursor, in the order of keeping: of one workshop or of all, one page at a time. */
export async function since(
  database: Pick<Database, 'all'>,
  cursor: number,
  { workshop, most = 500 }: { workshop?: string; most?: number } = {},
): Promise<Page> {
  const rows = await database.all(
    `SELECT * FROM (
       SELECT *, SUM(weight) OVER (ORDER BY kept) AS weighed FROM (
         SELECT kept, ${ENVELOPE}, salt, body, COALESCE(LENGTH(body), 0) + ${ENVELOPE_BYTES} AS weight
         FROM entry WHERE kept > ? ${workshop === undefined ? '' : 'AND workshop = ?'} ORDER BY kept LIMIT ?
       ) AS page
     ) AS page WHERE weighed - weight < ? ORDER BY kept`,
    [cursor, ...(workshop === undefined ? [] : [workshop]), most + 1, MOST_BYTES],
  );
  const page = rows.slice(0, most);
  // A page that is lighter than it may be and not full was the last.
  const more = rows.length > most || Number(rows.at(-1)?.weighed ?? 0) >= MOST_BYTES;
  return { entries: page.map(readEntry), cursor: Number(page.at(-1)?.kept ?? cursor), more };
}

const RowSchema = v.object({
  ...EntrySchema.entries,
  from: v.pipe(v.string(), v.parseJson(), EntrySchema.entries.from),
});

/** An entry as it was sent; what stands in the database beside it stays there. */
export function readEntry(row: Row): Entry {
  const { id, workshop, activity, tablet, place, counter, from, previous, salt, body } = v.parse(
    RowSchema,
    row,
  );
  return { id, workshop, activity, tablet, place, counter, from, previous, salt, body };
}
