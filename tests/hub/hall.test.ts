import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Database } from '#hub/database/database.ts';
import { openDatabase, type Place } from '#hub/database/open.ts';
import { since } from '#hub/store/entries.ts';
import { aboutHub } from '#hub/store/epoch.ts';
import { kinds, startDatabases, type Databases } from '../support/hub-databases.ts';
import { startOwnHub, type OwnHub } from '../support/own-hub.ts';
import { connectTablet } from '../support/tablets.ts';

let databases: Databases;
beforeAll(async () => {
  databases = await startDatabases();
}, 60_000);
afterAll(() => databases.stop(), 60_000);
const toClear: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const clear of toClear.splice(0).reverse()) await clear();
});

const command = ({ data, databaseUrl }: Place, ...words: string[]) =>
  promisify(execFile)(process.execPath, [resolve('src/hub/command.ts'), ...words], {
    env: { ...process.env, CUPPA_DATA: data, DATABASE_URL: databaseUrl ?? '' },
  });

async function hubAt(place: Place): Promise<OwnHub & { database: Database }> {
  const database = await openDatabase(place);
  const hub = await startOwnHub({ database });
  toClear.push(hub.stop);
  return { ...hub, database };
}

const idsIn = async (database: Database): Promise<string[]> =>
  (await since(database, 0)).entries.map(({ id }) => id).toSorted();

test.each(kinds)(
  'a laptop in the hall knows the tablets of an office on %s without a word of its workshops, and they bring all home',
  async (kind) => {
    const place = await databases.place(kind);
    const office = await hubAt(place);
    const tablet = await connectTablet(office.url, office.database, 'Blue tablet');
    const other = await connectTablet(office.url, office.database, 'Of another group');
    const [apart] = await other.write('other', [{ words: 'Said in another group' }]);
    const before = await tablet.write('w', [{ words: 'Prepared at the office' }]);
    expect([await tablet.sync(), await other.sync()]).toEqual(['done', 'done']);

    const folder = await mkdtemp(join(tmpdir(), 'cuppa-hall-'));
    toClear.push(() => rm(folder, { recursive: true, force: true }));
    const file = join(folder, 'for-the-hall');
    await command(place, 'hall', file);
    const text = gunzipSync(await readFile(file)).toString();
    expect(text).toContain('Blue tablet');
    expect(text).not.toMatch(/Prepared at the office|Said in another group/);

    const laptop = { data: join(folder, 'data') };
    await command(laptop, 'restore', file);
    const hall = await hubAt(laptop);
    expect((await aboutHub(hall.database)).epoch).not.toBe((await aboutHub(office.database)).epoch);
    // The same address leads to the laptop now.
    tablet.turnTo(hall.url);
    const said = await tablet.write('w', [{ words: 'Said in the hall' }]);
    expect(await tablet.sync()).toBe('done');
    const all = [...before, ...said].map(({ id }) => id).toSorted();
    expect(await idsIn(hall.database)).toEqual(all);

    tablet.turnTo(office.url);
    expect(await tablet.sync()).toBe('done');
    expect(await idsIn(office.database)).toEqual([...all, apart?.id ?? ''].toSorted());
  },
  60_000,
);
