import fc from 'fast-check';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { backUp } from '#hub/commands/backup.ts';
import { check } from '#hub/commands/check.ts';
import { exportWorkshops } from '#hub/commands/export.ts';
import { restore } from '#hub/commands/restore.ts';
import type { Database } from '#hub/database/database.ts';
import { connectTo, openDatabase, type Place } from '#hub/database/open.ts';
import { removeWords, removeWorkshop } from '#hub/keeping/remove.ts';
import { readAttachment, takePiece } from '#hub/store/attachments.ts';
import { keep, since } from '#hub/store/entries.ts';
import { aboutHub } from '#hub/store/epoch.ts';
import { forgottenFile } from '#hub/store/forgotten.ts';
import { memoryStore } from '#journal/memory.ts';
import { hashOf } from '#journal/stamp.ts';
import { readFile as readWorkshopFile } from '#sync/reading.ts';
import { newId, type Entry } from '#workshop/entry.ts';
import { databasesOfThisFile, kinds } from '../support/hub-databases.ts';

const databases = databasesOfThisFile();

/** For tests that start several programs, on a machine that has other work too. */
const SLOW = 120_000;

const me = { kind: 'hub' } as const;
const photo = crypto.getRandomValues(new Uint8Array(3000));
const photoName = createHash('sha256').update(photo).digest('hex');

/** What a tablet writes: whole chains, in two workshops. */
async function fromTablet(count = 20): Promise<Entry[]> {
  const store = memoryStore();
  const drafts = async (say: (i: number) => string) =>
    Promise.all(
      Array.from({ length: count }, async (_, i) => {
        const draft = { id: newId(), activity: '', from: [], salt: newId(), body: JSON.stringify(say(i)) };
        return { ...draft, hash: await hashOf(draft) };
      }),
    );
  await store.write({ workshop: 'one', drafts: await drafts((i) => `\u2028 Ŵyn ${i}`), attachments: [] });
  await store.write({ workshop: 'two', drafts: await drafts(() => photoName), attachments: [] });
  return (await store.since(0)).entries;
}

async function aHub(kind: Database['kind']) {
  const place = await databases.place(kind);
  const database = await openDatabase(place);
  const entries = await fromTablet();
  await keep(database, entries, 'test');
  const piece = { name: photoName, type: 'image/png', workshop: 'two', offset: 0, length: photo.length };
  await takePiece(database, { ...piece, bytes: photo });
  await database.all(
    "INSERT INTO tablet (id, name, token, paired_at, version) VALUES ('t', 'Blue', 'x', '', '1')",
  );
  await database.all("INSERT INTO pairing (secret, ends_ms, made_by) VALUES ('secret of today', 1, 'me')");
  const file = join(place.data, 'backup');
  return { place, database, entries, file };
}

const all = async (database: Database) => (await since(database, 0)).entries;

const asTyped = (place: Place, ...words: string[]) =>
  new Promise<{ code: number; said: string }>((resolve) => {
    const environment = { ...process.env, CUPPA_DATA: place.data, DATABASE_URL: place.databaseUrl ?? '' };
    const options = { env: environment };
    execFile(process.execPath, ['src/hub/command.ts', ...words], options, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, said: out + err }),
    );
  });

describe.each(kinds)('the hub on %s', (kind) => {
  test.for(kinds)(
    'is backed up, and restored into %s, with a new epoch and no secrets of the day',
    async (into) => {
      const { database, entries, file } = await aHub(kind);
      await backUp(database, file);
      const place = await databases.place(into);
      const restored = await openDatabase(place);
      const before = (await aboutHub(restored)).epoch;
      await restore(restored, place.data, file);
      expect(await all(restored)).toEqual(entries);
      expect((await readAttachment(restored, photoName))?.bytes).toEqual(Buffer.from(photo));
      const epochs = [before, (await aboutHub(database)).epoch, (await aboutHub(restored)).epoch];
      expect(new Set(epochs).size).toBe(3);
      expect(await restored.all('SELECT name FROM tablet')).toMatchObject([{ name: 'Blue' }]);
      expect(await restored.all('SELECT secret FROM pairing')).toEqual([]);
      expect((await restored.all('SELECT what FROM audit')).at(-1)).toMatchObject({ what: 'restored' });
      expect((await check(restored, place.data)).found).toEqual([]);
      // It goes on: numbers that the database gives by itself too.
      await keep(restored, await fromTablet(), 'test');
      await removeWorkshop({ database: restored, data: place.data }, 'one', me);
      expect((await check(restored, place.data)).found).toEqual([]);
      await Promise.all([database.close(), restored.close()]);
    },
  );

  test('does not bring back what was removed since the backup, nor a tablet that was disconnected', async () => {
    const { place, database, entries, file } = await aHub(kind);
    await backUp(database, file);
    const said = entries.filter(({ workshop }) => workshop === 'one')[3];
    await removeWords({ database, data: place.data }, 'one', [said?.id ?? ''], me);
    await removeWorkshop({ database, data: place.data }, 'two', me);
    await database.all("UPDATE tablet SET revoked = 1 WHERE id = 't'");

    const isGone = async (hub: Database) => {
      const here = await all(hub);
      expect(here.find(({ id }) => id === said?.id)?.body).toBeNull();
      expect(here.filter(({ workshop }) => workshop === 'two')).toEqual([]);
      expect(await readAttachment(hub, photoName)).toBeUndefined();
      await keep(hub, entries, 'test');
      expect(await all(hub)).toEqual(here);
      expect((await check(hub, place.data)).found).toEqual([]);
    };
    // The list beside the database was lost, and the database still knows.
    await rm(forgottenFile(place.data));
    expect(await restore(database, place.data, file)).toMatchObject({ redacted: 1, discarded: 1 });
    await isGone(database);
    // Who did what since then is still known.
    const deeds = await database.all('SELECT what FROM audit ORDER BY number');
    expect(deeds.map(({ what }) => what)).toEqual(['redacted', 'discarded', 'restored']);
    expect(await database.all('SELECT revoked FROM tablet')).toMatchObject([{ revoked: 1 }]);

    // The database was lost, and the list is there.
    const fresh = await openDatabase({ ...(await databases.place(kind)), data: place.data });
    const again = kind === 'sqlite' ? database : fresh;
    await again.all('DELETE FROM redaction');
    await again.all('DELETE FROM discarded');
    expect(await restore(again, place.data, file)).toMatchObject({ redacted: 1, discarded: 1 });
    await isGone(again);
    await Promise.all([database.close(), fresh.close()]);
  });

  test('is backed up as it stands at one moment, while tablets hand in', async () => {
    const { place, database, file } = await aHub(kind);
    let writing = true;
    const handingIn = (async () => {
      while (writing) await keep(database, await fromTablet(3), 'test');
    })();
    await backUp(database, file);
    writing = false;
    await handingIn;
    const other = await openDatabase(await databases.place('sqlite'));
    await restore(other, place.data, file);
    expect((await check(other, place.data)).found).toEqual([]);
    await Promise.all([database.close(), other.close()]);
  });

  test('finds by reading everything what is not as it was handed in', async () => {
    const { place, database, entries } = await aHub(kind);
    const { looked, found } = await check(database, place.data);
    expect(found).toEqual([]);
    expect(looked.join(' ')).toContain('40 entries of 2 workshops were read, in 2 chains.');
    const [altered, missing, , last] = entries;
    await database.all('UPDATE entry SET body = \'"forged"\' WHERE id = ?', [altered?.id ?? '']);
    await database.all('DELETE FROM entry WHERE id = ?', [missing?.id ?? '']);
    await database.all('UPDATE attachment_piece SET piece = ?', [new Uint8Array(3000)]);
    await database.all("INSERT INTO redaction VALUES (?, 'one', 'me', '')", [last?.id ?? '']);
    const sentences = (await check(database, place.data)).found.join('\n');
    expect(sentences).toContain(`Entry ${altered?.id} of workshop one is not as it was handed in.`);
    expect(sentences).toMatch(/1 entries of tablet \w+ in workshop one are missing/);
    expect(sentences).toContain('Workshop one is counted wrongly.');
    expect(sentences).toContain(`The photo or recording ${photoName} is not as it was handed in.`);
    expect(sentences).toContain('1 entries that were removed are here again.');
    await database.close();
  });

  test('gives workshops as files that a tablet reads', async () => {
    const { place, database, entries } = await aHub(kind);
    const files = await exportWorkshops(database, join(place.data, 'out'));
    const noted = await database.all("SELECT about FROM audit WHERE what = 'exported' ORDER BY about");
    expect(noted.map(({ about }) => about)).toEqual(['one', 'two']);
    expect(files).toHaveLength(2);
    const [one, two] = await Promise.all(
      files.map(async (file) => readWorkshopFile(await readFile(file, 'utf8'))),
    );
    expect(one?.entries).toEqual(entries.slice(0, 20));
    expect(two?.attachments).toEqual([
      { name: photoName, type: 'image/png', data: Buffer.from(photo).toString('base64') },
    ]);
    expect(two?.ends).toMatchObject([{ workshop: 'two', place: 20 }]);
    await database.close();
  });

  test('is told by words typed, and is not restored while it runs', { timeout: SLOW }, async () => {
    const { place, database, entries, file } = await aHub(kind);
    expect((await asTyped(place, 'backup', file)).said).toContain('rows are in the backup');
    const running = await asTyped(place, 'restore', file, '--yes');
    expect(running).toEqual({ code: 2, said: 'The hub is running. Stop it, then restore.\n' });
    await database.close();
    expect(await asTyped(place, 'restore', file, '--yes')).toMatchObject({ code: 0 });
    const again = await connectTo(place);
    expect(await all(again)).toEqual(entries);
    await again.close();
    expect(await asTyped(place, 'check')).toMatchObject({ code: 0 });
  });
});

test('what was not meant is not done, and what is wrong is told', { timeout: SLOW }, async () => {
  const { place, database, entries, file } = await aHub('sqlite');
  await backUp(database, file);
  await database.all("UPDATE entry SET body = 'forged' WHERE id = ?", [entries[0]?.id ?? '']);
  const { epoch } = await aboutHub(database);
  await database.close();
  const usage = await asTyped(place, 'restore', '--no-such-thing');
  expect([usage.code, usage.said.includes('npm run hub backup')]).toEqual([2, true]);
  const asked = await asTyped(place, 'restore', file);
  expect([asked.code, asked.said.includes('This hub has 40 entries.')]).toEqual([2, true]);
  expect(await asTyped(place, 'backup', file)).toMatchObject({ code: 2 });
  expect(await asTyped(place, 'export', 'nothing')).toMatchObject({ code: 2 });
  expect(await asTyped(place, 'check')).toMatchObject({ code: 1 });
  const again = await connectTo(place);
  expect((await aboutHub(again)).epoch).toBe(epoch);
  await again.close();
  expect(await asTyped(place, 'restore', '--again')).toMatchObject({ code: 0 });
  const after = await connectTo(place);
  expect((await aboutHub(after)).epoch).not.toBe(epoch);
  await after.close();
});

test('a backup that is cut off or altered anywhere is refused, and nothing changes', async () => {
  const { place, database, entries, file } = await aHub('sqlite');
  await backUp(database, file);
  const whole = await readFile(file);
  const damaged = join(place.data, 'damaged');
  await fc.assert(
    fc.asyncProperty(
      fc.nat(whole.length - 1),
      fc.integer({ min: 1, max: 255 }),
      fc.boolean(),
      async (at, bits, cut) => {
        const bytes = Buffer.from(whole);
        bytes[at] = (bytes[at] ?? 0) ^ bits;
        await writeFile(damaged, cut ? bytes.subarray(0, at) : bytes);
        const refused = await restore(database, place.data, damaged).then(
          () => 'restored',
          (error: unknown) => (error instanceof Error ? error.name : ''),
        );
        // Some bytes in the head of a packed file say nothing of what is in it, such as the system it was made on.
        if (cut || at > 10) expect(refused).toBe('NoBackup');
      },
    ),
    { numRuns: 60 },
  );
  expect(await all(database)).toEqual(entries);
  await database.close();
});
