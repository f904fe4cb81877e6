import type { Database, Queries } from './database.ts';
import { migrations } from './migrations/all.ts';
import { DatabaseTrouble } from './trouble.ts';

/** One step from the database of an older hub to that of a newer one. Once shipped it is never altered. */
export type Migration = {
  number: number;
  name: string;
  /** For both databases, where `postgres` does not say it in its own way. */
  sqlite: readonly string[];
  postgres?: readonly string[];
};

/** Any number that is only ours: two processes that start at once wait for each other here. */
const LOCK = 2_807_170_461;

/** Brings the database up to this version of the hub. Refuses one that a newer hub has made. */
export function migrate(database: Database, known: readonly Migration[] = migrations): Promise<Migration[]> {
  return database.transaction((tx) => migrateIn(database.kind, tx, known));
}

/** The same within a transaction. */
export async function migrateIn(
  kind: Database['kind'],
  tx: Queries,
  known: readonly Migration[] = migrations,
): Promise<Migration[]> {
  if (kind === 'postgres') await tx.all('SELECT pg_advisory_xact_lock(?)', [LOCK]);
  await tx.all('CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL)');
  const done = new Set((await tx.all('SELECT number FROM migration')).map(({ number }) => Number(number)));
  if ([...done].some((number) => !known.some((one) => one.number === number))) {
    throw new DatabaseTrouble('newer');
  }
  const open = known.filter(({ number }) => !done.has(number)).toSorted((a, b) => a.number - b.number);
  for (const { number, name, sqlite, postgres } of open) {
    const texts = kind === 'postgres' ? (postgres ?? sqlite) : sqlite;
    // Each builds on the one before.
    for (const text of texts) await tx.all(text);
    await tx.all('INSERT INTO migration (number, name) VALUES (?, ?)', [number, name]);
  }
  return open;
}
