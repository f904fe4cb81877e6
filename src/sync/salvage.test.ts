import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { attachmentFrom, readAttachment } from '#journal/attachments.ts';
import type { Store } from '#journal/journal.ts';
import { keep } from '#journal/keep.ts';
import { memoryStore } from '#journal/memory.ts';
import { keepInMemory } from '#journal/rehearse.ts';
import { keepIn } from '#journal/store.ts';
import { replayAll } from '#workshop/replay.ts';
import { bringContents, exportWorkshop, importFile } from './file.ts';
import { withDigest } from '#journal/workshop-file.ts';
import { readFile } from './reading.ts';
import { salvage } from './salvage.ts';

let store: Store;
let text: string;
let early: string;
const ENTRIES = 12;
const all = async () => (await store.since(0)).entries;

/** Twelve entries of two tablets, with a photo and words that look like a file. */
beforeAll(async () => {
  store = keepInMemory();
  const photo = await attachmentFrom(new Blob([new Uint8Array([9, 8, 7])], { type: 'image/png' }));
  const say = (said: string) => keep('w', [{ activity: 'a', body: { said, photo: photo.name } }], [photo]);
  await say('},{"id":"x","workshop":"w"}],"attachments":[{"name":"');
  for (let n = 0; n < 5; n += 1) await say(`number ${n} 🫖`);
  early = await (await exportWorkshop('w')).text();
  store = keepInMemory();
  await importFile(early);
  for (let n = 0; n < 6; n += 1) await say(`elsewhere ${n} \u2028 "quoted"`);
  text = await (await exportWorkshop('w')).text();
});
beforeEach(() => {
  store = keepInMemory();
});

describe('a damaged file', () => {
  test('cut off anywhere is refused, and what is told of it is true', async () => {
    const { entries } = await readFile(text);
    const originals = new Map(entries.map((entry) => [entry.id, entry]));
    let best = 0;
    for (let length = 0; length < text.length; length += 7) {
      const cut = text.slice(0, length);
      await expect(readFile(cut)).rejects.toThrow('Nothing was added');
      const found = await salvage(cut);
      if (!found) continue;
      expect(found.of).toBe(ENTRIES);
      for (const entry of found.contents.entries) expect(entry).toEqual(originals.get(entry.id));
      best = Math.max(best, found.contents.entries.length);
    }
    expect(best).toBe(ENTRIES);
    expect(await all()).toEqual([]);
  });

  test('with bytes flipped anywhere gives back nothing that was not written', async () => {
    const { entries } = await readFile(text);
    const originals = new Map(entries.map((entry) => [entry.id, entry]));
    const bytes = new TextEncoder().encode(text);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 })), {
          minLength: 1,
          maxLength: 4,
        }),
        async (flips) => {
          const broken = bytes.slice();
          for (const [at, by] of flips) broken[at] = (broken[at] ?? 0) ^ by;
          const read = new TextDecoder().decode(broken);
          fc.pre(read.trimEnd() !== text);
          await expect(readFile(read)).rejects.toThrow('Nothing was added');
          const found = (await salvage(read))?.contents;
          // One flip spoils one piece, or the sum of one, and the entry that it contradicts.
          if (flips.length === 1) expect(found?.entries.length).toBeGreaterThanOrEqual(ENTRIES - 2);
          for (const entry of found?.entries ?? []) expect(entry).toEqual(originals.get(entry.id));
          for (const { tablet, place } of found?.ends ?? [])
            expect(entries.some((one) => one.tablet === tablet && one.place === place)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
    expect(await all()).toEqual([]);
  });

  test('edited by hand loses what was edited, and says how much is missing once the rest is here', async () => {
    const broken = text.replace('number 3', 'number 9');
    const found = await salvage(broken);
    expect(found?.of).toBe(ENTRIES);
    expect(found?.contents.entries).toHaveLength(ENTRIES - 1);
    if (!found) return;
    expect(await bringContents(found.contents)).toMatchObject({ added: ENTRIES - 1, lacking: 1, ahead: 0 });
    const [photo = ''] = /[0-9a-f]{64}/.exec((await all())[0]?.body ?? '') ?? [];
    expect((await readAttachment(photo))?.data).toBe('CQgH');
    // The whole file closes the gap.
    expect(await importFile(text)).toMatchObject({ added: 1, lacking: 0 });
  });

  test('an activity or a clock changed by hand is seen, though the chain of hashes does not hold it', async () => {
    const found = await salvage(
      text.replace('"counter":3', '"counter":300').replace('"activity":"a"', '"activity":"b"'),
    );
    expect(found?.contents.entries).toHaveLength(ENTRIES - 2);
    expect(found?.contents.entries.every(({ activity }) => activity === 'a')).toBe(true);
  });

  test('of before there were sums is believed as far as one entry vouches for another', async () => {
    const old = text.replace(/"sums":\[[^\]]*\],/, '');
    const found = await salvage(old.replace('number 3', 'number 9'));
    expect(found?.of).toBeUndefined();
    // Changed: one. Vouched for by none: the last of each of the two chains.
    expect(found?.contents.entries).toHaveLength(ENTRIES - 3);
  });

  test.for([
    ['nothing', ''],
    ['another program’s file', '{"entries":[{"id":"1","workshop":"w"}]}'],
    ['a very deep file', '{"id":"'.repeat(200_000)],
    ['a deep entry', `{"id":"${'['.repeat(100_000)}`],
    ['a file of borders', '{"id":"'.repeat(100_000) + '],"count":'.repeat(100_000)],
  ] as const)('%s has nothing to be read', async ([, broken]) => {
    expect(await salvage(broken)).toBeUndefined();
  });
});

describe('files of one workshop', () => {
  test('in any order and any number of times come to the same', async () => {
    const damaged = (await salvage(text.replace('elsewhere 2', 'elsewhere 7')))?.contents;
    if (!damaged) throw new Error('nothing was read');
    const bring = [() => importFile(early), () => importFile(text), () => bringContents(damaged)] as const;
    const rules = () => undefined;
    await importFile(text);
    const once = replayAll(await all(), rules);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 2 }), { maxLength: 6 }), async (order) => {
        store = keepInMemory();
        for (const one of [...order, 1]) await bring[one]?.();
        expect(replayAll(await all(), rules)).toEqual(once);
      }),
      { numRuns: 30 },
    );
  });

  test('a stale one says how much more is here, a later one says nothing', async () => {
    await importFile(text);
    expect(await importFile(early)).toMatchObject({ added: 0, had: 6, ahead: 6, lacking: 0 });
    expect(await importFile(text)).toMatchObject({ added: 0, had: ENTRIES, ahead: 0, lacking: 0 });
  });

  /** The file with other words in it and a right digest, as its maker would have written it. */
  const rewritten = (from: RegExp, to: string): Promise<string> =>
    withDigest(`${text.slice(0, text.lastIndexOf(',"digest"'))}}`.replace(from, to));

  test('one whose heads go further than its entries tells how much is missing', async () => {
    const more = await rewritten(/"place":6\}/, '"place":9}');
    expect(await importFile(more)).toMatchObject({ added: ENTRIES, lacking: 3 });
  });

  test('one that tells of sealed boxes says which are still closed elsewhere', async () => {
    const sealing = await rewritten(
      /"sealed":\[\],"sealedCounts":\{\}/,
      '"sealed":["a","b"],"sealedCounts":{"a":12,"b":0}',
    );
    expect(await importFile(sealing)).toMatchObject({ sealed: [{ activity: 'a', count: 12 }] });
    const by = /"by":"(\w+)"/.exec(text)?.[1] ?? '';
    store = memoryStore(by);
    keepIn(store);
    expect(await importFile(sealing)).toMatchObject({ sealed: [] });
  });

  test.for([
    ['heads at the end of the world', /"place":6\}/, '"place":9007199254740991}'],
    ['counts that are no counts', /"sealedCounts":\{\}/, '"sealedCounts":{"a":-1}'],
    ['counts under a name of the language', /"by":"\w+"/, '"by":"__proto__"'],
  ] as const)('%s are refused', async ([, from, to]) => {
    await expect(importFile(await rewritten(from, to))).rejects.toThrow('damaged');
    expect(await all()).toEqual([]);
  });
});
