import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { Database } from '#hub/database/database.ts';
import { openDatabase, type Place } from '#hub/database/open.ts';
import { startPostgres, type Postgres } from './postgres.ts';

/** Real databases of both kinds, each new and empty, for one test file. */
export type Databases = {
  place(kind: Database['kind']): Promise<Place>;
  open(kind: Database['kind']): Promise<Database>;
  /** Kills the PostgreSQL server, if there is one by now, and starts it again after so many ms. */
  crash(away: number): Promise<void>;
  stop(): Promise<void>;
};

export const kinds: readonly Database['kind'][] = ['sqlite', 'postgres'];

/** Databases for the tests of the file that asks: there before the first test, gone after the last. */
export function databasesOfThisFile(): Databases {
  const databases = makeDatabases();
  beforeAll(async () => {
    // The server takes its time to start: that is no test's time.
    await databases.place('postgres');
  }, 120_000);
  afterAll(databases.stop, 60_000);
  return databases;
}

/** The server starts when it is first needed. Whatever `open` gives is closed by `stop`. */
function makeDatabases(): Databases {
  const folders: string[] = [];
  const opened: Database[] = [];
  let postgres: Postgres | undefined;
  const place = async (kind: Database['kind']): Promise<Place> => {
    const data = await mkdtemp(join(tmpdir(), 'cuppa-hub-'));
    folders.push(data);
    if (kind === 'sqlite') return { data };
    postgres ??= await startPostgres();
    return { data, databaseUrl: await postgres.newDatabase() };
  };
  return {
    place,
    async open(kind) {
      const database = await openDatabase(await place(kind));
      opened.push(database);
      return database;
    },
    crash: async (away) => postgres?.crash(away),
    async stop() {
      await Promise.all(opened.map((database) => database.close()));
      await postgres?.stop();
      await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
    },
  };
}
