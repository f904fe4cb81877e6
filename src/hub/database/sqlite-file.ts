import { DatabaseSync } from 'node:sqlite';
import type { Row, Snapshot } from './database.ts';
import { sqliteTrouble } from './trouble.ts';

/** A backup waits for it no longer than this. */
const BUSY_MS = 5000;
/** As few rows as fit in memory when each of them is a piece of a photo. */
const SOME_ROWS = 40;

/** Reads on a connection of its own, so that reading goes on from the same moment while others write. */
export async function readFrozen<T>(path: string, work: (frozen: Snapshot) => Promise<T>): Promise<T> {
  const database = new DatabaseSync(path, { timeout: BUSY_MS, readOnly: true });
  try {
    database.exec('BEGIN');
    return await work({
      all: async (text, values = []) => database.prepare(text).all(...values),
      async *rows(table) {
        let some: Row[] = [];
        for (const row of database.prepare(`SELECT * FROM "${table}"`).iterate()) {
          some.push(row);
          if (some.length < SOME_ROWS) continue;
          yield some;
          some = [];
        }
        if (some.length > 0) yield some;
      },
    });
  } finally {
    database.close();
  }
}

/** Does another program have this file open? A hub that is killed lets go of it. */
export function isInUse(path: string): boolean {
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    // The log of writes can only be put away while nobody else is connected.
    database.exec('PRAGMA journal_mode = DELETE; PRAGMA journal_mode = WAL');
    return false;
  } catch (error) {
    if (sqliteTrouble(error).why === 'busy') return true;
    throw sqliteTrouble(error);
  } finally {
    database.close();
  }
}
