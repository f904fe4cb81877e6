import { hashOf } from '#journal/stamp.ts';
import type { Journal, Store } from '#journal/journal.ts';
import { newId, type Entry } from '#workshop/entry.ts';

/** One promise of a journal. It throws where the promise is broken, so that it also runs inside a page. */
export type JournalPromise<Kind> = { name: string; holds: (store: Kind) => Promise<void> };

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

/** The same for every journal, wherever it keeps things: on this tablet, or behind the door of a hub. */
export const everyJournal: JournalPromise<Journal>[] = [
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
    name: 'gives some at a time, with the cursor of the last of them',
    async holds(store) {
      const all = [1, 2, 3].map((counter) => anEntry({ counter, place: counter }));
      await store.append(all);
      const two = await store.since(0, 'w', 2);
      expectSame('at most', idsOf(two.entries), idsOf(all.slice(0, 2)));
      expectSame('the rest', idsOf((await store.since(two.cursor, 'w', 2)).entries), idsOf(all.slice(2)));
    },
  },
  {
    name: 'tells workshops apart',
    async holds(store) {
      const here = anEntry({ workshop: 'here' });
      const there = anEntry({ workshop: 'there' });
      await store.append([here, there]);
      expectSame('here', idsOf((await store.since(0, 'here')).entries), [here.id]);
      expectSame('nobody', (await store.since(0, 'nowhere')).entries, []);
    },
  },
  {
    name: 'gives back every envelope and every body to the letter, without opening it',
    async holds(store) {
      const odd = [
        anEntry({
          body: '{"type":"of-next-year","words":"Ŵy, \u{1F375} \\u0000 \\"quoted\\""}',
          activity: 'a',
        }),
        anEntry({ body: 'no JSON at all', place: 2, counter: Number.MAX_SAFE_INTEGER }),
        anEntry({ body: '', salt: '', place: 3, from: ['b', 'a', 'b'], previous: 'f'.repeat(64) }),
        anEntry({ body: null, salt: null, place: 0, counter: 0 }),
      ];
      await store.append(odd);
      expectSame('entries', (await store.since(0)).entries, odd);
    },
  },
];

const everyStore: JournalPromise<Store>[] = [
  {
    name: 'lists its workshops, newest first',
    async holds(store) {
      await store.append([anEntry({ workshop: 'here' }), anEntry({ workshop: 'there' })]);
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
  {
    name: 'lets one without words take the words of the one that is here, for good, and shows it again',
    async holds(store) {
      const photo = { name: 'a'.repeat(64), type: 'image/png', data: 'AAAA' };
      const shared = { name: 'b'.repeat(64), type: 'image/png', data: 'BBBB' };
      const said = anEntry({ body: JSON.stringify({ photos: [photo.name, shared.name] }) });
      const next = anEntry({ counter: 2, place: 2, body: JSON.stringify({ photo: shared.name }) });
      await store.bring([said, next], [photo, shared]);
      const { cursor } = await store.since(0, 'w');
      const snapshot = { workshop: 'w', version: '1', cursor, entries: 2, last: next, replay: '{}' };
      await store.keepSnapshot(snapshot);
      const empty = { ...said, salt: null, body: null };
      // Only the words may go: all else stays as it is here.
      await store.append([{ ...empty, counter: 99, workshop: 'elsewhere', from: ['x'] }]);
      expectSame('seen again', (await store.since(cursor, 'w')).entries, [empty]);
      expectSame('all', (await store.since(0, 'w')).entries, [next, empty]);
      expectSame('snapshot', await store.snapshot('w'), undefined);
      expectSame('its own photo', await store.attachment(photo.name), undefined);
      expectSame('a photo of others too', await store.attachment(shared.name), shared);
      await store.keepSnapshot(snapshot);
      expectSame('a snapshot that comes late', await store.snapshot('w'), undefined);
      // A safety file of before has the words, and the photo.
      await store.bring([said, next], [photo, shared]);
      expectSame('still without words', (await store.since(0, 'w')).entries, [next, empty]);
      expectSame('still without photo', await store.attachment(photo.name), undefined);
    },
  },
  {
    name: 'never gives words to an entry that came without them, also one of its own chain',
    async holds(store) {
      const tablet = await store.tablet();
      const said = anEntry({ tablet, place: 3, counter: 3 });
      const empty = { ...said, salt: null, body: null };
      await store.append([empty]);
      await store.append([said]);
      expectSame('kept', (await store.since(0)).entries, [empty]);
      const [mine] = await store.write(await batch('w', ['a']));
      expectSame('next', [mine?.place, mine?.counter, mine?.previous], [4, 4, '']);
    },
  },
  {
    name: 'discards a workshop with all that is of it alone, and never takes it back',
    async holds(store) {
      const photo = { name: 'c'.repeat(64), type: 'image/png', data: 'AAAA' };
      const shared = { name: 'd'.repeat(64), type: 'image/png', data: 'BBBB' };
      const one = anEntry({ body: JSON.stringify([photo.name, shared.name]) });
      const other = anEntry({ workshop: 'other', body: JSON.stringify(shared.name) });
      await store.bring([one, other], [photo, shared]);
      await store.write(await batch('w', ['a']));
      const { cursor } = await store.since(0, 'w');
      await store.keepSnapshot({ workshop: 'w', version: '1', cursor, entries: 2, last: one, replay: '{}' });
      await store.keepAbout('copy-of-w', { name: 'file' });
      await store.discard('w');
      await store.discard('w');
      expectSame('workshops', await store.workshops(), ['other']);
      expectSame('entries', idsOf((await store.since(0)).entries), [other.id]);
      expectSame(
        'of it',
        [(await store.since(cursor, 'w')).cursor, await store.snapshot('w')],
        [0, undefined],
      );
      expectSame(
        'photos',
        [await store.attachment(photo.name), await store.attachment(shared.name)],
        [undefined, shared],
      );
      expectSame('small values', await store.about('copy-of-w'), undefined);
      expectSame('brought back', await store.bring([one], [photo]), 0);
      expectSame('entries after', idsOf((await store.since(0)).entries), [other.id]);
      expectSame('photo after', await store.attachment(photo.name), undefined);
      const written = await store.write(await batch('w', ['b'])).catch((error: unknown) => String(error));
      expectSame('writing', typeof written, 'string');
    },
  },
];

/** What every store of a tablet promises. */
export const promises: JournalPromise<Store>[] = [...everyJournal, ...everyStore];
