import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { newId, type Entry } from '#workshop/entry.ts';
import { forgetRules } from '#workshop/kind.ts';
import { replayAll } from '#workshop/replay.ts';
import type { Store } from './journal.ts';
import { memoryStore } from './memory.ts';
import { onNews } from './news.ts';
import { makeReader } from './reader.ts';
import { keepIn } from './store.ts';

/** A kind that remembers the order in which it was told things: the hardest to get right. */
const listRules = forgetRules({
  name: 'list',
  setup: v.object({}),
  change: v.object({ type: v.literal('said'), text: v.string() }),
  start: (): string[] => [],
  apply: (state: string[], change: { type: 'said'; text: string }) => [...state, change.text].slice(0, 30),
});
const find = (kind: string) => (kind === 'list' ? listRules : undefined);

const entry = (tablet: string, counter: number, activity: string, body: unknown): Entry => {
  const envelope = {
    id: newId(),
    workshop: 'w',
    activity,
    tablet,
    place: counter,
    counter,
    from: [],
    previous: '',
  };
  return { ...envelope, salt: newId(), body: JSON.stringify(body) };
};
const entries = fc
  .array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat({ max: 40 }), fc.string({ maxLength: 3 })), {
    maxLength: 40,
  })
  .map((rows) => [
    entry('a', 0, '', { type: 'activity-added', activity: 'x', kind: 'list', rank: 'a0', setup: {} }),
    ...rows.map(([tablet, counter, text]) => entry(tablet, counter + 1, 'x', { type: 'said', text })),
  ]);

function open(store: Store = memoryStore()) {
  keepIn(store);
  return { store, read: makeReader(find, '1') };
}

describe('reading a workshop', () => {
  test('any order, any repeats, any split of the same entries give the same replay', async () => {
    const scrambled = entries.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.array(fc.shuffledSubarray(all, { minLength: 1 }), { maxLength: 5 }),
        fc.shuffledSubarray(all, { minLength: all.length }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(scrambled, async ([all, splits, rest]) => {
        const { store, read } = open();
        for (const some of [...splits, rest]) {
          await store.append(some);
          await read('w');
        }
        expect(await read('w')).toEqual(replayAll(all, find));
      }),
    );
  });

  test('it is the same object while nothing is new, so that nothing is drawn again', async () => {
    const { store, read } = open();
    await store.append([entry('a', 1, '', { type: 'started', at: 1 })]);
    expect(await read('w')).toBe(await read('w'));
  });

  test('a snapshot opens to the same replay, and is believed only while it can be', async () => {
    const { store, read } = open();
    const some = Array.from({ length: 300 }, (_, at) =>
      entry('a', at + 2, 'x', { type: 'said', text: `${at}` }),
    );
    await store.append([
      entry('a', 1, '', { type: 'activity-added', activity: 'x', kind: 'list', rank: 'a0', setup: {} }),
      ...some,
    ]);
    const replay = await read('w');
    const snapshot = await new Promise<Awaited<ReturnType<Store['snapshot']>>>((resolve) => {
      setTimeout(() => resolve(store.snapshot('w')), 20);
    });
    expect(snapshot?.entries).toBe(301);
    expect(snapshot?.last.body).toBeNull();
    const late = entry('b', 3, 'x', { type: 'said', text: 'late' });
    await store.append([late]);
    const all = (await store.since(0)).entries;
    expect(await makeReader(find, '1')('w')).toEqual(replayAll(all, find));
    // Made to lie, to see when it is believed.
    if (!snapshot) throw new Error('There is no snapshot.');
    await store.append([entry('a', 400, '', { type: 'people-counted', here: 3 })]);
    const lie = JSON.stringify({ ...replay, newer: 99 });
    await store.keepSnapshot({
      ...snapshot,
      cursor: 302,
      entries: 302,
      replay: lie.replace('"entries":301', '"entries":302'),
    });
    expect((await makeReader(find, '1')('w')).newer).toBe(99);
    expect((await makeReader(find, '2')('w')).newer).toBe(0);
    const more = {
      ...snapshot,
      cursor: 302,
      entries: 303,
      replay: lie.replace('"entries":301', '"entries":303'),
    };
    await store.keepSnapshot(more);
    const reader = makeReader(find, '1');
    const told = new Promise<string>((resolve) => onNews(resolve));
    await reader('w');
    // Soon it is noticed that one of its entries is gone, and what is kept is shown instead.
    expect(await told).toBe('w');
    expect((await reader('w')).newer).toBe(0);
    await store.keepSnapshot({ ...snapshot, cursor: 302, entries: 302, replay: '{"entries":302' });
    expect((await makeReader(find, '1')('w')).newer).toBe(0);
  });
});
