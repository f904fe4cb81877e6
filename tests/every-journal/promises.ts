import { hashOf } from '#journal/stamp.ts';
import type { Store } from '#journal/journal.ts';
import { newId, type Entry } from '#workshop/entry.ts';

/** One promise of a journal. It throws where the promise is broken, so that it also runs inside a page. */
export type JournalPromise = { name: string; holds: (store: Store) => Promise<void> };

function expectSame(what: string, got: unknown, wanted: unknown): void {
  const [a, b] = [JSON.stringify(got), JSON.stringify(wanted)];
  if (a !== b) throw new Error(`${what}: got ${a}, wanted ${b}`);
}

/** An entry from some other tablet. */
export function anEntry(given: Partial<Entry> = {}): Entry {
  const { workshop = 'w', tablet = 'far', place = 1, counter = 1 } = given;
  const envelope = { id: newId(), workshop, activity: '', tablet, place, counter };
  return { ...envelope, from: [], previous: '', salt: newId(), body: '{"type":"started","at":1}', ...given };
}

async function batch(workshop: string, ids: readonly string[]) {
  const drafts = ids.map(async (id) => {
    const draft = { id, activity: '', from: [], salt: newId(), body: JSON.stringify({ id }) };
    return { ...draft, hash: await hashOf(draft) };
  });
  return { workshop, drafts: await Promise.all(drafts), attachments: [] };
}

const idsOf = (entries: readonly Entry[]): string[] => entries.map((entry) => entry.id);

/** The same for every journal, wherever it keeps things. */
export const promises: JournalPromise[] = [
  {
    name: 'keeps one of each id, however often it is appended',
    async holds(store) {
      const [a, b] = [anEntry(), anEntry({ place: 2, counter: 2 })];
      await store.append([a, b, a]);
      await store.append([b, a]);
      const { entries } = await store.since(0);
      expectSame('entries', entries, [a, b]);
    },
  },
  {
    name: 'never lets an entry change one that is kept',
    async holds(store) {
      const first = anEntry();
      await store.append([first]);
      await store.append([{ ...first, body: '"forged"' }]);
      expectSame('entries', (await store.since(0)).entries, [first]);
    },
  },
  {
    name: 'gives what was kept after a cursor, once, in the order of keeping',
    async holds(store) {
      const all = [3, 1, 2].map((counter) => anEntry({ counter, place: counter }));
      let cursor = 0;
      const seen: string[] = [];
      for (const entry of all) {
        await store.append([entry]);
        const next = await store.since(cursor);
        seen.push(...idsOf(next.entries));
        cursor = next.cursor;
      }
      expectSame('seen', seen, idsOf(all));
      const none = await store.since(cursor);
      expectSame('nothing new', [none.entries, none.cursor], [[], cursor]);
    },
  },
  {
    name: 'tells workshops apart',
    async holds(store) {
      const here = anEntry({ workshop: 'here' });
      const there = anEntry({ workshop: 'there' });
      await store.append([here, there]);
      expectSame('here', idsOf((await store.since(0, 'here')).entries), [here.id]);
      expectSame('workshops', await store.workshops(), ['there', 'here']);
    },
  },
  {
    name: 'stamps a chain without a gap, each entry naming the hash of the one before',
    async holds(store) {
      await store.write(await batch('w', ['a', 'b']));
      await store.write(await batch('w', ['c']));
      const { entries } = await store.since(0, 'w');
      expectSame(
        'places',
        entries.map((entry) => [entry.place, entry.counter]),
        [
          [1, 1],
          [2, 2],
          [3, 3],
        ],
      );
      const hashes = await Promise.all(entries.map(hashOf));
      expectSame(
        'chain',
        entries.map((entry) => entry.previous),
        ['', hashes[0], hashes[1]],
      );
    },
  },
  {
    name: 'starts a chain of its own in every workshop',
    async holds(store) {
      await store.write(await batch('one', ['a']));
      await store.write(await batch('two', ['b']));
      expectSame(
        'places',
        (await store.since(0)).entries.map((entry) => entry.place),
        [1, 1],
      );
    },
  },
  {
    name: 'leaves an id alone that is kept already, and gives back what is kept',
    async holds(store) {
      const [first] = await store.write(await batch('w', ['a']));
      const again = await store.write(await batch('w', ['a', 'b']));
      expectSame('entries', again[0], first);
      expectSame('kept', idsOf((await store.since(0)).entries), ['a', 'b']);
      expectSame(
        'places',
        again.map((entry) => entry.place),
        [1, 2],
      );
    },
  },
  {
    name: 'moves its clock past what comes from elsewhere, but not after one that is absurdly far ahead',
    async holds(store) {
      await store.append([anEntry({ counter: 41 }), anEntry({ counter: 9_000_000_000, tablet: 'broken' })]);
      const [mine] = await store.write(await batch('w', ['a']));
      expectSame('counter', mine?.counter, 42);
      expectSame('kept all the same', (await store.since(0)).entries.length, 3);
    },
  },
  {
    name: 'gives no place twice after its own entries were brought back',
    async holds(store) {
      const mine = anEntry({ tablet: await store.tablet(), place: 7, counter: 9 });
      await store.append([mine]);
      const [next] = await store.write(await batch('w', ['a']));
      expectSame('next', [next?.place, next?.counter, next?.previous], [8, 10, await hashOf(mine)]);
    },
  },
  {
    name: 'counts what is new when a file is brought, with its attachments',
    async holds(store) {
      const [a, b] = [anEntry(), anEntry({ counter: 2, place: 2 })];
      const photo = { name: 'f'.repeat(64), type: 'image/png', data: 'AAAA' };
      expectSame('first', await store.bring([a], [photo]), 1);
      expectSame('second', await store.bring([a, b], [photo]), 1);
      expectSame('photo', await store.attachment(photo.name), photo);
    },
  },
  {
    name: 'has one tablet id, and small values of its own',
    async holds(store) {
      const [a, b] = await Promise.all([store.tablet(), store.tablet()]);
      expectSame('tablet', a, b);
      await store.keepAbout('pin', { tries: 2 });
      expectSame(
        'about',
        [await store.about('pin'), await store.about('nothing')],
        [{ tries: 2 }, undefined],
      );
    },
  },
  {
    name: 'keeps one snapshot of a workshop, and counts what stands at or before a cursor',
    async holds(store) {
      const last = anEntry();
      await store.append([last, anEntry({ workshop: 'else' })]);
      const { cursor } = await store.since(0, 'w');
      const snapshot = { workshop: 'w', version: '1', cursor, entries: 1, last, replay: '{}' };
      await store.keepSnapshot({ ...snapshot, version: '0' });
      await store.keepSnapshot(snapshot);
      await store.append([anEntry({ place: 2 })]);
      expectSame('snapshot', await store.snapshot('w'), snapshot);
      expectSame('none', await store.snapshot('else'), undefined);
      expectSame('counts', [await store.count('w', 0), await store.count('w', cursor)], [0, 1]);
      expectSame('all', await store.count('w', (await store.since(0)).cursor), 2);
    },
  },
];
