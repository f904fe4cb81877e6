import { describe, expect, test } from 'vitest';
import { newReplay, type Replay } from '#workshop/replay.ts';
import type { Copy } from '../copies.ts';
import { offersCopy, pauseOf, type Moment } from './pause.ts';

/** A running workshop where so much was said. */
function room(entries: number, taken: number, said = taken > 0): Replay {
  const replay = newReplay();
  return {
    ...replay,
    entries,
    activities: said ? { one: { state: {}, newer: 0 } } : {},
    workshop: { ...replay.workshop, status: 'running', now: 'one', turns: { one: { taken, passed: 0 } } },
  };
}
const copyOf = (replay: Replay, turns: number): Copy => ({
  name: 'a.cuppa.json',
  at: 0,
  entries: replay.entries,
  turns,
  locked: false,
});
const moment = (given: Partial<Moment>): Moment => ({
  replay: room(20, 0),
  copy: null,
  atBreak: false,
  oneCopy: false,
  ...given,
});

describe('a copy is offered', () => {
  test('not while there is only a plan, however long, and wherever it is kept', () => {
    for (const atBreak of [false, true])
      for (const oneCopy of [false, true])
        expect(offersCopy(moment({ replay: room(500, 0), atBreak, oneCopy }))).toBe(false);
  });

  test('when anybody has had a turn since the last one, or skipped it', () => {
    const before = room(20, 3);
    const after = room(22, 4);
    expect(offersCopy(moment({ replay: before }))).toBe(true);
    expect(offersCopy(moment({ replay: before, copy: copyOf(before, 3) }))).toBe(false);
    expect(offersCopy(moment({ replay: after, copy: copyOf(before, 3) }))).toBe(true);
  });

  test('not again for going on alone, sooner at a break, and soonest where only one store holds it', () => {
    const before = room(20, 3);
    const copy = copyOf(before, 3);
    const offeredAfter = (changes: number, given: Partial<Moment> = {}): boolean =>
      offersCopy(moment({ replay: room(20 + changes, 3), copy, ...given }));
    expect([0, 9, 10].map((changes) => offeredAfter(changes))).toEqual([false, false, true]);
    expect([0, 4, 5].map((changes) => offeredAfter(changes, { atBreak: true }))).toEqual([
      false,
      false,
      true,
    ]);
    expect([0, 2, 3].map((changes) => offeredAfter(changes, { oneCopy: true }))).toEqual([
      false,
      false,
      true,
    ]);
  });

  test('anew at the next pause after “not now”, and not before', () => {
    const at = moment({ replay: room(20, 3) });
    const wrote = moment({ replay: room(25, 3) });
    expect(pauseOf(wrote)).toBe(pauseOf(at));
    const { replay } = at;
    const moved = { ...replay, workshop: { ...replay.workshop, now: 'two' } };
    for (const other of [{ replay: room(20, 4) }, { replay: moved }, { oneCopy: true }, { atBreak: true }])
      expect(pauseOf({ ...at, ...other })).not.toBe(pauseOf(at));
  });
});
