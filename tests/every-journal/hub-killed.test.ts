import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, type Place } from '#hub/database/open.ts';
import { aboutHub } from '#hub/store/epoch.ts';
import { kinds, startDatabases, type Databases } from '../support/hub-databases.ts';
import { everyEntry } from './promises.ts';
import { since } from '#hub/store/entries.ts';

const KILLS = 5;

let databases: Databases;
beforeAll(async () => {
  databases = await startDatabases();
});
afterAll(() => databases.stop());

/** Lets a hub keep entries until it has so many receipts and a little longer, and kills it without a word. */
function keepUntilKilled({ data, databaseUrl }: Place, receipts: number, longer: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [
      'tests/support/keeper.ts',
      data,
      ...(databaseUrl ? [databaseUrl] : []),
    ]);
    let said = '';
    let failure = '';
    child.stderr.on('data', (text: Buffer) => (failure += text.toString()));
    child.stdout.on('data', (text: Buffer) => {
      said += text.toString();
      if (said.split('\n').length > receipts) setTimeout(() => child.kill('SIGKILL'), longer);
    });
    child.on('close', (_code, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(failure));
      // What has no line end was cut off by the kill: whether it was told is not known.
      else resolve(said.slice(0, said.lastIndexOf('\n')).split(/\s/));
    });
  });
}

describe.each(kinds)('a hub on %s that is killed while it keeps', (kind) => {
  test('has everything that it gave a receipt for, and gives it in order', async () => {
    const place = await databases.place(kind);
    const acknowledged: string[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      // oxlint-disable-next-line no-await-in-loop
      acknowledged.push(...(await keepUntilKilled(place, 5 + kill, kill)));
    }
    const database = await openDatabase(place);
    const kept = await everyEntry((cursor) => since(database, cursor, { most: 7 }));
    const ids = new Set(kept.map(({ id }) => id));
    expect(acknowledged.length).toBeGreaterThan(KILLS * 10);
    expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
    expect(ids.size).toBe(kept.length);
    // Both of a batch are kept, or neither.
    expect(kept.filter(({ workshop }) => workshop === 'one')).toHaveLength(kept.length / 2);
    expect((await aboutHub(database)).kept).toBeGreaterThanOrEqual(kept.length);
    await database.close();
  });
});
