import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movesBack, movesTo, rankAt } from './order.ts';

type Ranked = { id: string; rank: string };
const sorted = (order: readonly Ranked[]): Ranked[] =>
  order.toSorted((a, b) => (a.rank === b.rank ? (a.id < b.id ? -1 : 1) : a.rank < b.rank ? -1 : 1));
const after = (order: readonly Ranked[], moves: ReturnType<typeof movesTo>): Ranked[] =>
  sorted(order.map((one) => ({ ...one, rank: moves.find((m) => m.activity === one.id)?.rank ?? one.rank })));

const orders = fc
  .array(fc.constantFrom('a0', 'a1', 'a1', 'a2', '', 'zz'), { minLength: 1, maxLength: 8 })
  .map((ranks) => sorted(ranks.map((rank, index) => ({ id: `id${index}`, rank }))));

describe('the order of an agenda', () => {
  it('has a moved part where it was put, and the others as they were, whatever the ranks were before', () => {
    fc.assert(
      fc.property(orders, fc.nat(), fc.nat(), (order, which, where) => {
        const id = order[which % order.length]?.id ?? '';
        const place = where % order.length;
        const others = order.map((one) => one.id).filter((other) => other !== id);
        const ids = after(order, movesTo(order, id, place)).map((one) => one.id);
        expect(ids).toEqual([...others.slice(0, place), id, ...others.slice(place)]);
      }),
    );
  });
  it('makes room for a new part anywhere', () => {
    fc.assert(
      fc.property(orders, fc.nat(), (order, where) => {
        const place = where % (order.length + 1);
        const { rank, moves } = rankAt(order, place);
        const ids = sorted([...after(order, moves), { id: 'new', rank }]).map((one) => one.id);
        expect(ids.indexOf('new')).toBe(place);
      }),
    );
  });
  it('can be put back as it was', () => {
    fc.assert(
      fc.property(orders, fc.nat(), fc.nat(), (order, which, where) => {
        const moves = movesTo(order, order[which % order.length]?.id ?? '', where % order.length);
        expect(after(after(order, moves), movesBack(order, moves))).toEqual(order);
      }),
    );
  });
});
