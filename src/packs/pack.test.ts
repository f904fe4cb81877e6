import { expect, test } from 'vitest';
import { leavingOf, nameOf, namedIn, type Leaves, type Pack } from './pack.ts';

const hash = (n: number): string => String(n).repeat(32);
const pack = (id: string, leaves: Leaves): Pack => ({
  id: id.repeat(12),
  licence: { title: `Pack ${id}`, owner: 'Ann', licence: 'CC', credit: `By ${id}`, leaves },
  symbols: [1, 2, 3].map((n) => ({ hash: hash(n), label: `Word ${n}`, words: [] })),
});
const text = (...names: string[]): string => JSON.stringify(names.map((symbol) => ({ plain: 'x', symbol })));
const of = (id: string, n: number): string => nameOf(id.repeat(12), hash(n));

test('a pack that may leave leaves with its credit line', () => {
  const leaving = leavingOf(text('tea', of('a', 1), of('a', 1), of('a', 2)), [
    pack('a', 'yes'),
    pack('b', 'yes'),
  ]);
  expect(leaving).toEqual({ may: new Set([of('a', 1), of('a', 2)]), stay: 0, of: [], credits: ['By a'] });
});
test('a pack that may not leave stays, and so does its credit', () => {
  expect(leavingOf(text(of('a', 1)), [pack('a', 'no')])).toEqual({
    may: new Set(),
    stay: 1,
    of: ['Pack a'],
    credits: [],
  });
});
test('of a pack with a limit the first different ones leave, however often they stand', () => {
  const names = [of('a', 3), of('a', 3), of('a', 1), of('b', 2), of('a', 2)];
  expect(leavingOf(text(...names), [pack('a', 2), pack('b', 'no')])).toEqual({
    may: new Set([of('a', 3), of('a', 1)]),
    stay: 2,
    of: ['Pack a', 'Pack b'],
    credits: ['By a'],
  });
});
test('nothing leaves of a pack that is not here', () => {
  expect(leavingOf(text(of('c', 1), 'pack:x/y'), [pack('a', 'yes')]).may.size).toBe(0);
  expect(namedIn('pack:x/y')).toEqual([]);
});
