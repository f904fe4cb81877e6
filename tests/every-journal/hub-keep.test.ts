import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashOf, keep, since } from '#hub/store/entries.ts';
import { hashOf as hashOnTablet } from '#journal/stamp.ts';
import { digestOf } from '#wire/entries.ts';
import type { Entry } from '#workshop/entry.ts';
import { databasesOfThisFile, kinds } from '../support/hub-databases.ts';
import { everyEntryIn } from '../support/every-entry.ts';
import { anEntry } from './promises.ts';

const databases = databasesOfThisFile();

/** What a tablet works out of what it sent, to compare with the receipt. */
async function onTablet(entries: readonly Entry[]): Promise<string> {
  return digestOf(
    await Promise.all(entries.map(async (entry) => ({ id: entry.id, hash: await hashOnTablet(entry) }))),
  );
}

const byId = (entries: readonly Entry[]) => entries.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** Batches of the same few entries: cut anywhere, sent again, in any order. */
const deliveries = fc
  .array(
    fc.record({
      workshop: fc.constantFrom('one', 'two'),
      tablet: fc.constantFrom('a', 'b', 'c'),
      place: fc.integer({ min: 1, max: 50 }),
      counter: fc.maxSafeNat(),
      body: fc.string({ unit: 'binary' }).map((words) => JSON.stringify({ words })),
      from: fc.array(fc.constantFrom('x', 'y'), { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((given) => given.map((one) => anEntry(one)))
  .chain((entries) =>
    fc.record({
      entries: fc.constant(entries),
      batches: fc.array(
        fc.subarray(entries, { minLength: 1 }).chain((some) => fc.shuffledSubarray(some, { minLength: 1 })),
        {
          maxLength: 8,
        },
      ),
      most: fc.integer({ min: 1, max: 9 }),
    }),
  );

describe.each(kinds)('entries in a hub on %s', (kind) => {
  test(
    'come to the same, whatever is repeated, reordered or sent at the same time',
    { timeout: 60_000 },
    async () => {
      const database = await databases.open(kind);
      const before: Entry[] = [];
      await fc.assert(
        fc.asyncProperty(deliveries, async ({ entries, batches, most }) => {
          const all = [...batches, entries];
          const receipts = await Promise.all(all.map((batch) => keep(database, batch, 'test')));
          const wanted = await Promise.all(
            all.map((batch) =>
              Promise.all(
                [...Map.groupBy(batch, ({ workshop }) => workshop)].map(async ([workshop, some]) => {
                  return { workshop, count: some.length, digest: await onTablet(some), discarded: false };
                }),
              ),
            ),
          );
          expect(receipts).toEqual(wanted);
          before.push(...entries);
          const kept = await everyEntryIn(database, undefined, most);
          expect(kept).toHaveLength(before.length);
          expect(byId(kept)).toEqual(byId(before));
          const one = await everyEntryIn(database, 'one', most);
          expect(one).toEqual(kept.filter(({ workshop }) => workshop === 'one'));
        }),
        { numRuns: kind === 'sqlite' ? 60 : 10 },
      );
      const counts = await database.all('SELECT workshop, entries, "last" FROM workshop ORDER BY workshop');
      const wanted = await database.all(
        'SELECT workshop, COUNT(*) AS entries, MAX(kept) AS "last" FROM entry GROUP BY workshop ORDER BY workshop',
      );
      expect(counts).toEqual(wanted);
    },
  );

  test('cannot be changed by another with the same id, and its sender is not told that it is kept', async () => {
    const database = await databases.open(kind);
    const first = anEntry();
    await keep(database, [first], 'test');
    const forged = [
      { ...first, body: '"forged"' },
      { ...first, workshop: 'elsewhere' },
      { ...first, tablet: 'another' },
      { ...first, activity: 'another' },
      { ...first, place: 2 },
      { ...first, counter: 99 },
      { ...first, from: ['x'] },
      { ...first, previous: 'x' },
    ];
    for (const one of forged) {
      const [receipt] = await keep(database, [one, anEntry({ workshop: one.workshop })], 'test');
      expect(receipt?.digest).not.toBe(await onTablet([one]));
    }
    expect((await everyEntryIn(database)).filter(({ id }) => id === first.id)).toEqual([first]);
    const [receipt] = await keep(database, [first], 'test');
    expect(receipt?.digest).toBe(await onTablet([first]));
  });

  test('of which only the redacted form had come stay redacted, and their sender still gets a receipt', async () => {
    const database = await databases.open(kind);
    const whole = anEntry();
    const redacted = { ...whole, salt: null, body: null };
    const [first] = await keep(database, [redacted], 'test');
    expect(first?.digest).toBe(await onTablet([redacted]));
    const [second] = await keep(database, [whole], 'test');
    expect(second?.digest).toBe(await onTablet([whole]));
    const [third] = await keep(database, [redacted, whole], 'test');
    expect(third?.digest).toBe(await onTablet([redacted, whole]));
    expect(await everyEntryIn(database)).toEqual([redacted]);
  });

  test('come in pages that are neither too long nor too heavy, and none is left out', async () => {
    const database = await databases.open(kind);
    const heavy = Array.from({ length: 12 }, () => anEntry({ body: JSON.stringify('x'.repeat(900_000)) }));
    const light = Array.from({ length: 9 }, () => anEntry());
    await keep(database, [...heavy, ...light], 'test');
    const page = await since(database, 0);
    expect(page.more).toBe(true);
    expect(page.entries.length).toBe(5);
    expect(await everyEntryIn(database)).toEqual([...heavy, ...light]);
    expect(await since(database, page.cursor + 7, { most: 9 })).toMatchObject({
      entries: light,
      more: false,
    });
    expect(await since(database, page.cursor + 7, { most: 8 })).toMatchObject({ more: true });
  });

  test('have the same hash here as on the tablet', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.string(), async (body, salt) => {
        expect(hashOf({ salt, body })).toBe(await hashOnTablet({ salt, body }));
      }),
    );
    expect(hashOf({ salt: null, body: null })).toBe('');
  });
});
