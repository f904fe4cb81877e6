import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '#workshop/changes.ts';
import { agenda, applyChange, newWorkshop, type Workshop } from '#workshop/workshop.ts';
import { addAfterNow, backOf, lookOf, moveBy, nextOf, skip, takeOut } from './order.ts';

let made = 0;
const told = (w: Workshop, changes: readonly Change[]): Workshop =>
  changes.reduce((sofar, change) => applyChange(sofar, change, { id: `e${made++}`, from: [] }), w);
const added = (activity: string, rank: string): Change => ({
  type: 'activity-added',
  activity,
  kind: 'card',
  rank,
  setup: {},
});
const goTo = (activity: string): Change => ({ type: 'went-to', activity });
const ids = (w: Workshop): string =>
  agenda(w)
    .map((one) => one.id)
    .join('');
const start = (...changes: Change[]): Workshop =>
  told(newWorkshop(), [added('a', 'a0'), added('b', 'a1'), added('c', 'a2'), added('d', 'a3'), ...changes]);

describe('the agenda while it is led', () => {
  it('goes on to the next part and back', () => {
    const w = start(goTo('b'));
    expect(nextOf(w)?.id).toBe('c');
    expect(backOf(w)?.id).toBe('a');
  });

  it('starts with the first part, and ends after the last', () => {
    expect(nextOf(start())?.id).toBe('a');
    expect(nextOf(start(goTo('d')))).toBeUndefined();
    expect(backOf(start(goTo('a')))).toBeUndefined();
  });

  it('passes over what is to be skipped', () => {
    const w = start(goTo('a'), { type: 'skipped', activity: 'b' });
    expect(nextOf(w)?.id).toBe('c');
    expect(lookOf(w, 'b')).toBe('skipped');
  });

  it('goes back to what was skipped by a slip', () => {
    const at = start(goTo('b'));
    const w = told(at, skip(at, 'b'));
    expect(w.now).toBe('c');
    expect(backOf(w)?.id).toBe('b');
  });

  it('leads on before the part of now is taken out', () => {
    const at = start(goTo('b'));
    const w = told(at, takeOut(at, 'b'));
    expect(w.now).toBe('c');
    expect(ids(w)).toBe('acd');
  });

  it('still knows the way from a part that another tablet took out', () => {
    const w = start(goTo('b'), { type: 'activity-removed', activity: 'b' });
    expect(nextOf(w)?.id).toBe('c');
    expect(backOf(w)?.id).toBe('a');
  });

  it('adds straight after the part of now', () => {
    const w = start(goTo('b'));
    expect(ids(told(w, addAfterNow(w, { id: 'x', kind: 'card', setup: {} })))).toBe('abxcd');
    const first = start();
    expect(ids(told(first, addAfterNow(first, { id: 'x', kind: 'card', setup: {} })))).toBe('xabcd');
    const gone = start(goTo('b'), { type: 'activity-removed', activity: 'b' });
    expect(ids(told(gone, addAfterNow(gone, { id: 'x', kind: 'card', setup: {} })))).toBe('axcd');
  });

  it('moves a part one place, and no further than the ends', () => {
    const w = start();
    expect(ids(told(w, moveBy(w, 'c', -1)))).toBe('acbd');
    expect(ids(told(w, moveBy(w, 'c', 1)))).toBe('abdc');
    expect(moveBy(w, 'a', -1)).toEqual([]);
    expect(moveBy(w, 'd', 1)).toEqual([]);
  });

  it('moves and adds whatever ranks two tablets have given', () => {
    const rank = fc.constantFrom('a0', 'a1', 'a2', 'a0V', 'not a rank', '');
    const at = fc.nat({ max: 5 });
    fc.assert(
      fc.property(fc.array(rank, { minLength: 2, maxLength: 6 }), at, fc.boolean(), (ranks, which, up) => {
        const w = told(
          newWorkshop(),
          ranks.map((one, index) => added(`${index}`, one)),
        );
        const before = agenda(w).map((one) => one.id);
        const id = `${which % ranks.length}`;
        const from = before.indexOf(id);
        const by = up ? -1 : 1;
        const moved = agenda(told(w, moveBy(w, id, by))).map((one) => one.id);
        const to = Math.min(before.length - 1, Math.max(0, from + by));
        expect(moved).toEqual(before.toSpliced(from, 1).toSpliced(to, 0, id));

        const there = told(w, [goTo(id)]);
        const more = agenda(told(there, addAfterNow(there, { id: 'x', kind: 'card', setup: {} })));
        expect(more.map((one) => one.id)).toEqual(before.toSpliced(from + 1, 0, 'x'));
      }),
    );
  });
});
