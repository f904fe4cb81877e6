import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Database } from '#hub/database/database.ts';
import { openDatabase } from '#hub/database/open.ts';
import { keep, since } from '#hub/store/entries.ts';
import { newId } from '#workshop/entry.ts';
import { databasesOfThisFile } from '../support/hub-databases.ts';
import { anEntry } from './promises.ts';

const databases = databasesOfThisFile();

const WRITERS = 6;
const BATCHES = 12;

/** The same database, but its commits come late: each by another while. */
const late = (database: Database): Database => ({
  ...database,
  transaction: (work) =>
    database.transaction(async (tx) => {
      const result = await work(tx);
      await sleep(Math.random() * 15);
      return result;
    }),
});

type Numbering = {
  write(database: Database, ids: string[]): Promise<unknown>;
  read(database: Database, cursor: number): Promise<{ ids: string[]; cursor: number }>;
};

/** Several processes write at once while one reads on from its cursor, again and again. Gives what it missed. */
async function missed(
  { write, read }: Numbering,
  hubs: readonly Database[],
  reader: Database,
): Promise<string[]> {
  const written: string[] = [];
  const seen: string[] = [];
  let writing = true;
  const reading = (async () => {
    for (let cursor = 0, last = false; !last;) {
      // Once more after the last commit.
      last = !writing;
      const next = await read(reader, cursor);
      seen.push(...next.ids);
      cursor = next.cursor;
    }
  })();
  await Promise.all(
    Array.from({ length: WRITERS }, async (_, i) => {
      const hub = hubs[i % hubs.length];
      for (let batch = 0; hub && batch < BATCHES; batch += 1) {
        const ids = [newId(), newId(), newId()];
        await write(late(hub), ids);
        written.push(...ids);
      }
    }),
  );
  writing = false;
  await reading;
  expect(written).toHaveLength(WRITERS * BATCHES * 3);
  expect(new Set(seen).size).toBe(seen.length);
  return written.filter((id) => !seen.includes(id));
}

const ours: Numbering = {
  write: (database, ids) =>
    keep(
      database,
      ids.map((id) => anEntry({ id })),
      'test',
    ),
  async read(database, after) {
    const { entries, cursor } = await since(database, after);
    return { ids: entries.map(({ id }) => id), cursor };
  },
};

const plainSequence: Numbering = {
  write: (database, ids) =>
    database.transaction(async (tx) => {
      for (const id of ids) {
        await tx.all('INSERT INTO plain (id) VALUES (?)', [id]);
      }
    }),
  async read(database, after) {
    const rows = await database.all('SELECT kept, id FROM plain WHERE kept > ? ORDER BY kept', [after]);
    return { ids: rows.map(({ id }) => String(id)), cursor: Number(rows.at(-1)?.kept ?? after) };
  },
};

describe('two hubs on one PostgreSQL, whose commits come late', () => {
  test('a reader that goes on from its cursor misses nothing', async () => {
    const place = await databases.place('postgres');
    const hubs = await Promise.all([openDatabase(place), openDatabase(place)]);
    const reader = await openDatabase(place);
    await expect(missed(ours, hubs, reader)).resolves.toEqual([]);
    await Promise.all([...hubs, reader].map((hub) => hub.close()));
  });

  test('the check bites: with the numbers of a plain sequence it does miss some', async () => {
    const place = await databases.place('postgres');
    const hubs = await Promise.all([openDatabase(place), openDatabase(place)]);
    const reader = await openDatabase(place);
    await reader.all('CREATE TABLE plain (kept BIGSERIAL PRIMARY KEY, id TEXT)');
    expect((await missed(plainSequence, hubs, reader)).length).toBeGreaterThan(0);
    await Promise.all([...hubs, reader].map((hub) => hub.close()));
  });
});
