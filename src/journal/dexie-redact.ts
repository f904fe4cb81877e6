import { Dexie } from 'dexie';
import type { Entry } from '#workshop/entry.ts';
import { bare, type Database, type Kept } from './database.ts';
import { Discarded, discardedKey, isAboutWorkshop, namesIn, withoutWords } from './redact.ts';

const { minKey, maxKey } = Dexie;

/** Those of them whose workshop was not discarded here. Call it inside of a transaction. */
export async function isWelcome(db: Database, entries: readonly Entry[]): Promise<Entry[]> {
  const workshops = [...new Set(entries.map(({ workshop }) => workshop))];
  const rows = await db.about.bulkGet(workshops.map(discardedKey));
  const gone = new Set(workshops.filter((_, at) => rows[at] !== undefined));
  return entries.filter(({ workshop }) => !gone.has(workshop));
}

/** Fails if the workshop was discarded here. Call it inside of a transaction. */
export async function refusesDiscarded(db: Database, workshop: string): Promise<void> {
  if (await db.about.get(discardedKey(workshop))) throw new Discarded();
}

/**
 * Takes the words of entries that are here from every table, where one without words has come. Each gets a new number
 * in the order of keeping. Call it inside of a transaction on all tables.
 */
export async function redactIn(db: Database, entries: readonly Entry[]): Promise<void> {
  const ids = entries.filter(({ body }) => body === null).map(({ id }) => id);
  if (ids.length === 0) return;
  const stored = await db.entries.where('id').anyOf(ids).toArray();
  const rows = stored.filter(({ body }) => body !== null);
  if (rows.length === 0) return;
  await db.entries.bulkDelete(rows.map(({ kept }) => kept));
  await db.entries.bulkAdd(rows.map((row) => withoutWords(bare(row))));
  await db.snapshots.bulkDelete([...new Set(rows.map(({ workshop }) => workshop))]);
  await detach(db, rows);
}

/** Takes everything of a workshop from every table, and remembers that it did. */
export async function discardIn(db: Database, workshop: string): Promise<void> {
  await db.transaction('rw', db.entries, db.heads, db.about, db.attachments, db.snapshots, async () => {
    await db.about.put({ key: discardedKey(workshop), value: true });
    const rows = await db.entries
      .where('[workshop+kept]')
      .between([workshop, minKey], [workshop, maxKey])
      .toArray();
    await db.entries.bulkDelete(rows.map(({ kept }) => kept));
    const heads = await db.heads.toCollection().primaryKeys();
    await db.heads.bulkDelete(heads.filter(([of]) => of === workshop));
    await db.snapshots.delete(workshop);
    const about = await db.about.toArray();
    const mine = about.filter(({ key, value }) => isAboutWorkshop(key, value, workshop));
    await db.about.bulkDelete(mine.map(({ key }) => key));
    await detach(db, rows);
  });
}

/** Something was taken out: what the disk still holds of it is to be written over. */
export const WASH_DUE = 'wash-due';

/** What was attached to `gone` goes too, unless something that is still here names it. */
async function detach(db: Database, gone: readonly Kept[]): Promise<void> {
  await db.about.put({ key: WASH_DUE, value: true });
  const names = new Set(gone.flatMap(({ body }) => namesIn(body)));
  if (names.size === 0) return;
  await db.entries.each(({ body }) => namesIn(body).forEach((name) => names.delete(name)));
  await db.attachments.bulkDelete([...names]);
}
