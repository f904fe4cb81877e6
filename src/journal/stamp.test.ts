import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FARTHEST_AHEAD, newId, type Entry } from '#workshop/entry.ts';
import { follow, hashOf, newHead, stamp, type Prepared } from './stamp.ts';

const draft = (hash: string): Prepared => ({
  id: newId(),
  activity: '',
  from: [],
  salt: 's',
  body: '{}',
  hash,
});
const far = (counter: number, tablet = 'far', place = 1): Entry => {
  const envelope = {
    id: newId(),
    workshop: 'w',
    activity: '',
    tablet,
    place,
    counter,
    from: [],
    previous: '',
  };
  return { ...envelope, salt: 's', body: '{}' };
};

describe('stamping', () => {
  test('it makes no difference how drafts are split into writes', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { maxLength: 5 }), { maxLength: 8 }), (writes) => {
        const drafts = writes.map((hashes) => hashes.map(draft));
        const split = drafts.reduce(
          (sofar, some) => {
            const next = stamp(sofar.head, some);
            return { entries: [...sofar.entries, ...next.entries], head: next.head };
          },
          { entries: [] as Entry[], head: newHead('w', 't') },
        );
        expect(split).toEqual(stamp(newHead('w', 't'), drafts.flat()));
        expect(split.entries.map((entry) => entry.place)).toEqual(drafts.flat().map((_, at) => at + 1));
      }),
    );
  });

  test('the clock is past every entry seen, unless that one is too far ahead', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: FARTHEST_AHEAD })), (counters) => {
        const head = follow(
          newHead('w', 't'),
          counters.map((counter) => far(counter)),
          new Map(),
        );
        expect(head.clock).toBe(Math.max(0, ...counters));
        expect(head.place).toBe(0);
      }),
    );
    expect(follow(newHead('w', 't'), [far(FARTHEST_AHEAD + 1)], new Map()).clock).toBe(0);
  });

  test('entries of this tablet that come back move its place and its hash', () => {
    const back = far(5, 't', 3);
    const head = follow(newHead('w', 't'), [far(9), back], new Map([[back.id, 'h']]));
    expect(head).toEqual({ workshop: 'w', tablet: 't', place: 3, hash: 'h', clock: 9 });
  });

  test('the hash covers the salt, and is empty once the entry was redacted', async () => {
    expect(await hashOf({ salt: 'a', body: 'b' })).not.toBe(await hashOf({ salt: 'c', body: 'b' }));
    expect(await hashOf({ salt: null, body: null })).toBe('');
  });
});
