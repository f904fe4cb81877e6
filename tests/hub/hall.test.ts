import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import type { Database } from '#hub/database/database.ts';
import { openDatabase, type Place } from '#hub/database/open.ts';
import { since } from '#hub/store/entries.ts';
import { aboutHub } from '#hub/store/epoch.ts';
import { databasesOfThisFile, kinds } from '../support/hub-databases.ts';
import { startOwnHub, type OwnHub } from '../support/own-hub.ts';
import { hubCommand } from '../support/server.ts';
import { connectTablet } from '../support/tablets.ts';

const databases = databasesOfThisFile();
const toClear: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const clear of toClear.splice(0).reverse()) await clear();
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
    await hubCommand(place, 'hall', file);
    const text = gunzipSync(await readFile(file)).toString();
    expect(text).toContain('Blue tablet');
    expect(text).not.toMatch(/Prepared at the office|Said in another group/);

    const laptop = { data: join(folder, 'data') };
    await hubCommand(laptop, 'restore', file);
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
