import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gone, minutesLeft, timerChoices } from './minutes.ts';

const timer = (minutes: number, at = 1_000_000) => ({ activity: 'a', minutes, at });
const MINUTE = 60_000;

describe('the gentle timer', () => {
  it('counts whole minutes, rounded up', () => {
    expect(minutesLeft(timer(10), 0)).toBe(10);
    expect(minutesLeft(timer(10), 4.5 * MINUTE)).toBe(6);
    expect(minutesLeft(timer(10), 10 * MINUTE - 1)).toBe(1);
    expect(minutesLeft(timer(10), 10 * MINUTE)).toBe(0);
  });

  it('stays within its minutes wherever the clock is set', () => {
    const wall = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(Number.NaN, Infinity, -Infinity));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600 }), fc.integer(), wall, (minutes, at, now) => {
        const one = timer(minutes, at);
        const left = minutesLeft(one, gone(one, now));
        expect(Number.isInteger(left)).toBe(true);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(left).toBeLessThanOrEqual(minutes);
      }),
    );
  });

  it('is full when the clock was set back, and up when it was set far ahead', () => {
    expect(gone(timer(10, 5_000_000), 0)).toBe(0);
    expect(minutesLeft(timer(10), gone(timer(10), 1e15))).toBe(0);
  });

  it('never gets longer as time goes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), fc.nat(), fc.nat(), (minutes, first, more) => {
        expect(minutesLeft(timer(minutes), first + more)).toBeLessThanOrEqual(
          minutesLeft(timer(minutes), first),
        );
      }),
    );
  });

  it('offers the planned minutes first, each number once', () => {
    expect(timerChoices(0)).toEqual([5, 10]);
    expect(timerChoices(10)).toEqual([10, 5]);
    expect(timerChoices(30)).toEqual([30, 5, 10]);
  });
});
