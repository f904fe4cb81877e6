import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { migrate } from '#hub/database/migrate.ts';
import { migrations } from '#hub/database/migrations/all.ts';
import { openDatabase } from '#hub/database/open.ts';
import { numbered } from '#hub/database/postgres.ts';
import { aboutHub } from '#hub/store/epoch.ts';
import { keep, since } from '#hub/store/entries.ts';
import { databasesOfThisFile, kinds } from '../support/hub-databases.ts';
import { anEntry } from './promises.ts';

const databases = databasesOfThisFile();

describe.each(kinds)('the database of a hub on %s', (kind) => {
  const withTable = async () => {
    const database = await databases.open(kind);
    await database.all('CREATE TABLE thing (id BIGINT PRIMARY KEY, words TEXT)');
    const things = async () => (await database.all('SELECT id FROM thing ORDER BY id')).map(({ id }) => id);
    return { database, things };
  };

  test('keeps all of a transaction or nothing, and tells only of what is kept', async () => {
    const { database, things } = await withTable();
    const heard: string[] = [];
    database.listen((text) => text && heard.push(text));
    await sleep(kind === 'postgres' ? 200 : 0);
    const failing = database.transaction(async (tx) => {
      await tx.all('INSERT INTO thing (id) VALUES (1)');
      await tx.notify('one');
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    await database.transaction(async (tx) => {
      await tx.all('INSERT INTO thing (id) VALUES (2)');
      await tx.notify('two');
      await sleep(20);
      expect(heard).toEqual([]);
    });
    await expect.poll(() => heard).toEqual(['two']);
    expect(await things()).toEqual([2]);
  });

  test('shows nobody what is not committed yet, and lets them read meanwhile', async () => {
    const { database, things } = await withTable();
    await database.transaction(async (tx) => {
      await tx.all('INSERT INTO thing (id) VALUES (1)');
      expect(await things()).toEqual([]);
    });
    expect(await things()).toEqual([1]);
  });

  test('lets no transaction come between the steps of another', async () => {
    const { database } = await withTable();
    await database.all('INSERT INTO thing (id, words) VALUES (1, ?)', ['']);
    const add = (letter: string) =>
      database.transaction(async (tx) => {
        const [row] = await tx.all(
          `SELECT words FROM thing WHERE id = 1 ${kind === 'postgres' ? 'FOR UPDATE' : ''}`,
        );
        await sleep(2);
        await tx.all('UPDATE thing SET words = ? WHERE id = 1', [`${String(row?.words)}${letter}`]);
      });
    await Promise.all('abcdefgh'.split('').map(add));
    const [row] = await database.all('SELECT words FROM thing');
    expect(String(row?.words).split('').toSorted().join('')).toBe('abcdefgh');
  });

  test('gives numbers, bytes and nothing back as they were', async () => {
    const { database } = await withTable();
    const most = Number.MAX_SAFE_INTEGER;
    await database.all('INSERT INTO thing (id, words) VALUES (?, ?)', [most, null]);
    expect((await database.all('SELECT id, words FROM thing')).map((row) => ({ ...row }))).toEqual([
      { id: most, words: null },
    ]);
    expect(await database.size()).toBeGreaterThan(1000);
    await expect(database.health()).resolves.toBeUndefined();
  });

  test('says in a sentence what the database refused, and goes on afterwards', async () => {
    const { database, things } = await withTable();
    await expect(database.all('SELECT * FROM nothing')).rejects.toThrow('The log of the hub says more');
    await database.all('INSERT INTO thing (id) VALUES (1)');
    await expect(database.all('INSERT INTO thing (id) VALUES (1)')).rejects.toMatchObject({ why: 'other' });
    await database.all('INSERT INTO thing (id) VALUES (2)');
    expect(await things()).toEqual([1, 2]);
  });

  test('can be opened by two at the same moment, and keeps its epoch', async () => {
    const place = await databases.place(kind);
    const both = await Promise.all([openDatabase(place), openDatabase(place)]);
    const epochs = await Promise.all(both.map(async (one) => (await aboutHub(one)).epoch));
    expect(epochs[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(epochs[1]).toBe(epochs[0]);
    await Promise.all(both.map((one) => one.close()));
    const again = await openDatabase(place);
    expect((await aboutHub(again)).epoch).toBe(epochs[0]);
    await again.close();
  });

  test('is refused in a sentence once a newer hub has used it, and stays as it is', async () => {
    const place = await databases.place(kind);
    const newer = await openDatabase(place);
    await migrate(newer, [
      ...migrations,
      { number: 9999, name: 'later', sqlite: ['CREATE TABLE later (a TEXT)'] },
    ]);
    await newer.close();
    await expect(openDatabase(place)).rejects.toThrow('A newer version of the hub made this database.');
  });

  test('takes a migration whole or not at all', async () => {
    const database = await databases.open(kind);
    const broken = {
      number: 9999,
      name: 'broken',
      sqlite: ['CREATE TABLE half (a TEXT)', 'CREATE NONSENSE'],
    };
    await expect(migrate(database, [...migrations, broken])).rejects.toThrow('The log of the hub says more');
    await expect(database.all('SELECT * FROM half')).rejects.toThrow('The log of the hub says more');
    expect(await migrate(database)).toEqual([]);
  });
});

test('every migration has a number of its own', () => {
  const numbers = migrations.map(({ number }) => number);
  expect(new Set(numbers).size).toBe(numbers.length);
});

test('PostgreSQL gets its own marks for values, and quoted text stays as it is', () => {
  expect(numbered(`SELECT '?', "from?" FROM a WHERE b = ? AND c = ?`)).toBe(
    `SELECT '?', "from?" FROM a WHERE b = $1 AND c = $2`,
  );
});

describe('one file', () => {
  test('refuses a transaction within a transaction at once, as it would wait for itself', async () => {
    const database = await databases.open('sqlite');
    const nested = database.transaction(() => database.all('UPDATE hub SET kept = kept'));
    await expect(nested).rejects.toThrow('within a transaction');
  });

  test('keeps nothing and gives no receipt while it is full or may not be written, and heals by itself', async () => {
    const database = await databases.open('sqlite');
    const some = (length = 50) =>
      Array.from({ length }, () => anEntry({ body: JSON.stringify('x'.repeat(5000)) }));
    const set = (pragma: string) => database.transaction((tx) => tx.all(pragma));
    await keep(database, some(1), 'test');

    const [{ page_count: pages } = {}] = await database.all('PRAGMA page_count');
    await set(`PRAGMA max_page_count = ${Number(pages)}`);
    await expect(keep(database, some(), 'test')).rejects.toMatchObject({ why: 'full' });
    await expect(keep(database, some(), 'test')).rejects.toThrow("The hub's disk is full");
    expect((await since(database, 0)).entries).toHaveLength(1);
    await set('PRAGMA max_page_count = 1000000');
    await expect(keep(database, some(), 'test')).resolves.toHaveLength(1);

    await set('PRAGMA query_only = ON');
    await expect(keep(database, some(), 'test')).rejects.toMatchObject({ why: 'readOnly' });
    // The next call opens the file anew.
    await expect(database.health()).resolves.toBeUndefined();
    expect((await since(database, 0)).entries).toHaveLength(51);
  });

  test('says what is wrong when its folder or its file is none', async () => {
    await expect(openDatabase({ data: join(import.meta.filename, 'data') })).rejects.toMatchObject({
      why: 'readOnly',
    });
  });
});

describe('a server', () => {
  test('says what is wrong when it does not answer, or does not let the hub in', async () => {
    const place = await databases.place('postgres');
    const address = new URL(place.databaseUrl ?? '');
    address.password = 'wrong';
    await expect(openDatabase({ ...place, databaseUrl: address.href })).rejects.toMatchObject({
      why: 'refused',
    });
    address.port = '1';
    await expect(openDatabase({ ...place, databaseUrl: address.href })).rejects.toMatchObject({
      why: 'away',
    });
  });

  test('tells every process, and after a broken connection that something may have been missed', async () => {
    const place = await databases.place('postgres');
    const [one, two] = await Promise.all([openDatabase(place), openDatabase(place)]);
    const heard: string[] = [];
    const stop = one.listen((text) => heard.push(text));
    await expect.poll(() => heard).toEqual(['']);
    await two.notify('news');
    await expect.poll(() => heard).toEqual(['', 'news']);

    // As when the server is started again.
    await two.all(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()',
    );
    await expect.poll(() => heard).toEqual(['', 'news', '']);
    await two.notify('more');
    await expect.poll(() => heard.at(-1)).toBe('more');
    await expect(one.health()).resolves.toBeUndefined();
    stop();
    await Promise.all([one.close(), two.close()]);
  });
});
