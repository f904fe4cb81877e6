import { spawn } from 'node:child_process';
import { describe, expect, test, vi } from 'vitest';
import { openDatabase, type Place } from '#hub/database/open.ts';
import { DatabaseTrouble } from '#hub/database/trouble.ts';
import { keep } from '#hub/store/entries.ts';
import { aboutHub } from '#hub/store/epoch.ts';
import { databasesOfThisFile, kinds } from '../support/hub-databases.ts';
import { everyEntryIn } from '../support/every-entry.ts';
import { anEntry } from './promises.ts';

/** A few each time; many when CUPPA_KILLS says so. */
const KILLS = Number(process.env.CUPPA_KILLS ?? 5);

const databases = databasesOfThisFile();

/** Lets a hub keep entries until it has so many receipts and a little longer, and kills it without a word. */
function keepUntilKilled(
  { data, databaseUrl = '' }: Place,
  receipts: number,
  longer: number,
  hasty = '',
): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['tests/support/keeper.ts', data, databaseUrl, hasty]);
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
  test(
    'has everything that it gave a receipt for, and gives it in order',
    async () => {
      const place = await databases.place(kind);
      const acknowledged: string[] = [];
      for (let kill = 0; kill < KILLS; kill += 1) {
        acknowledged.push(...(await keepUntilKilled(place, 5 + (kill % 7), kill % 5)));
      }
      const database = await openDatabase(place);
      const kept = await everyEntryIn(database, undefined, 7);
      const ids = new Set(kept.map(({ id }) => id));
      expect(acknowledged.length).toBeGreaterThan(KILLS * 10);
      expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
      expect(ids.size).toBe(kept.length);
      // Both of a batch are kept, or neither.
      expect(kept.filter(({ workshop }) => workshop === 'one')).toHaveLength(kept.length / 2);
      expect((await aboutHub(database)).kept).toBeGreaterThanOrEqual(kept.length);
      await database.close();
    },
    20_000 + KILLS * 2000,
  );
});

test('the check bites: a hub that says so before the commit is caught', { timeout: 60_000 }, async () => {
  const place = await databases.place('sqlite');
  const told: string[] = [];
  for (let kill = 0; kill < 5; kill += 1) {
    told.push(...(await keepUntilKilled(place, 5, kill, 'hasty')));
  }
  const database = await openDatabase(place);
  const ids = new Set((await everyEntryIn(database)).map(({ id }) => id));
  expect(told.filter((id) => !ids.has(id))).not.toEqual([]);
  await database.close();
});

test(
  'a PostgreSQL server that is killed loses nothing that a hub gave a receipt for, and the hub heals by itself',
  { timeout: 60_000 },
  async () => {
    const database = await openDatabase(await databases.place('postgres'));
    const heard: string[] = [];
    database.listen((text) => heard.push(text));
    const acknowledged: string[] = [];
    const refused: unknown[] = [];
    let writing = true;
    const handingIn = (async () => {
      while (writing) {
        const entry = anEntry();
        await keep(database, [entry], 'test').then(
          () => acknowledged.push(entry.id),
          (error: unknown) => refused.push(error),
        );
      }
    })();
    /** It keeps again, and hears again: once at first, and once after each crash. */
    const isBack = async (times: number) => {
      const before = acknowledged.length;
      await vi.waitFor(
        () => {
          expect(acknowledged.length).toBeGreaterThan(before + 20);
          expect(heard.filter((text) => text === '')).toHaveLength(times);
        },
        { timeout: 15_000 },
      );
    };
    await isBack(1);
    await databases.crash(300);
    await isBack(2);
    await databases.crash(0);
    await isBack(3);
    writing = false;
    await handingIn;
    const kept = new Set((await everyEntryIn(database)).map(({ id }) => id));
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    expect(refused.length).toBeGreaterThan(0);
    expect(new Set(refused.map((error) => (error instanceof DatabaseTrouble ? error.why : error)))).toEqual(
      new Set(['away']),
    );
    await database.close();
  },
);
