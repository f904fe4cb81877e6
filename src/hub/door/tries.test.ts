import fc from 'fast-check';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../database/database.ts';
import { openDatabase } from '../database/open.ts';
import { Refusal } from '#wire/refusal.ts';
import { aimedAtName, aimedFrom, countTry, forgiveTry, waitAfter } from './tries.ts';

const DAY = 86_400_000;
let data: string;
let database: Database;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'cuppa-tries-'));
  database = await openDatabase({ data });
});
afterAll(async () => {
  await database.close();
  await rm(data, { recursive: true });
});

test('waits never shrink with tries, never begin early, and end at a quarter of an hour', () => {
  const counts = fc.nat({ max: 10_000 });
  fc.assert(
    fc.property(counts, counts, fc.integer({ min: 1, max: 50 }), (a, b, free) => {
      const [fewer, more] = a < b ? [a, b] : [b, a];
      expect(waitAfter(fewer, free)).toBeLessThanOrEqual(waitAfter(more, free));
      expect(waitAfter(more, free)).toBeLessThanOrEqual(15 * 60_000);
      expect(waitAfter(a, free) > 0).toBe(a >= free);
    }),
  );
});

test('however a guesser spreads tries over a day, few get through, and whoever waits as told always gets one', async () => {
  let round = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat({ max: 10 * 60_000 }), { minLength: 1, maxLength: 60 }),
      async (pauses) => {
        const aim = aimedAtName(`round ${(round += 1)}`);
        let now = round * 10 * DAY;
        let through = 0;
        let wait = 0;
        for (const pause of pauses) {
          now += pause;
          const outcome = await countTry(database, [aim], now).catch((error: unknown) => error);
          if (!(outcome instanceof Refusal)) through += 1;
          wait = outcome instanceof Refusal ? (outcome.retryAfter ?? Number.NaN) : 0;
        }
        const hours = (now - round * 10 * DAY) / 3_600_000;
        expect(through).toBeLessThanOrEqual(5 + 7 + 4 * hours + 1);
        await expect(
          countTry(database, [aim], now + Math.max(wait * 1000, 15 * 60_000)),
        ).resolves.toBeUndefined();
      },
    ),
    { numRuns: 25 },
  );
});

test('a hundred tries at the same moment are a hundred tries', async () => {
  const now = 5000 * DAY;
  const aims = [aimedAtName('crowd'), aimedFrom('192.0.2.1')];
  const all = await Promise.allSettled(Array.from({ length: 100 }, () => countTry(database, aims, now)));
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
});

test('the right password forgives the name, and gives the address only its own try back', async () => {
  const now = 6000 * DAY;
  const from = aimedFrom('192.0.2.9');
  for (let at = 0; at < 29; at += 1) {
    await countTry(database, [aimedAtName(`n${at}`), from], now);
  }
  const name = aimedAtName('n0');
  await countTry(database, [name, from], now);
  await database.transaction((tx) => forgiveTry(tx, name, from));
  await countTry(database, [name, from], now);
  await expect(countTry(database, [aimedAtName('other'), from], now)).rejects.toMatchObject({ status: 429 });
});

test('a day without a try forgets everything', async () => {
  const now = 7000 * DAY;
  const aims = [aimedAtName('late')];
  await Promise.allSettled(Array.from({ length: 9 }, () => countTry(database, aims, now)));
  await expect(countTry(database, aims, now)).rejects.toMatchObject({ status: 429 });
  await Promise.all(Array.from({ length: 5 }, () => countTry(database, aims, now + DAY + 1)));
  await expect(countTry(database, aims, now + DAY + 1)).rejects.toMatchObject({ status: 429 });
});

test('one network of the newer addresses counts as one, however it is written', () => {
  const one = aimedFrom('2001:db8:1:2::1').about;
  expect(aimedFrom('2001:db8:1:2:ffff::9').about).toBe(one);
  expect(aimedFrom('2001:db8:1:3::1').about).not.toBe(one);
  expect(aimedFrom('::ffff:192.0.2.1').about).toBe(aimedFrom('192.0.2.1').about);
});
