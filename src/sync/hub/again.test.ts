import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '#wire/refusal.ts';
import { after, AnotherEpoch, Differs } from './again.ts';

const chance = fc.double({ min: 0, max: 1, noNaN: true });
const no = (status: number, code = 'failed', retryAfter?: number) =>
  new Refusal(status, code, '', retryAfter);

describe('after a failure', () => {
  test('it waits longer each time, spread out, never less than a second and never more than a minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), chance, (failures, by) => {
        const next = after(no(0, 'away'), failures, by);
        if (next.do !== 'wait') throw new Error('it stops');
        expect(next.wait).toBeGreaterThanOrEqual(1);
        expect(next.wait).toBeLessThanOrEqual(60);
        expect(next.problem).toBe('');
      }),
    );
    const waits = [1, 2, 3, 4, 5, 6, 7, 8].map((failures) => after(no(502), failures, 1));
    expect(waits.map((next) => next.do === 'wait' && next.wait)).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
  });

  test('it keeps to what the hub asks for, within reason', () => {
    fc.assert(
      fc.property(fc.double({ min: -5, max: 1e9, noNaN: true }), chance, (asked, by) => {
        const next = after(no(429, 'busy', asked), 1, by);
        if (next.do !== 'wait') throw new Error('it stops');
        expect(next.wait).toBeGreaterThanOrEqual(Math.min(Math.max(1, asked), 600));
        expect(next.wait).toBeLessThanOrEqual(750);
        expect(next.asked).toBe(true);
      }),
    );
    expect(after(no(503, 'cannot-keep', 10), 1, 0)).toEqual({
      do: 'wait',
      wait: 10,
      problem: 'busy',
      asked: true,
    });
  });

  test('a tablet that was disconnected stops, and so does one that the hub never knew', () => {
    expect(after(no(403, 'revoked'), 1, 0)).toEqual({ do: 'stop', state: 'revoked' });
    expect(after(no(401, 'not-paired'), 9, 0)).toEqual({ do: 'stop', state: 'unknown' });
  });

  test('another epoch is looked at once, and not for ever at once', () => {
    expect(after(new AnotherEpoch(), 1, 0)).toMatchObject({ do: 'wait', wait: 0 });
    expect(after(new AnotherEpoch(), 5, 0)).toMatchObject({ do: 'wait', wait: 8 });
  });

  test('what the leader must know is said: other words than were sent, a refusal', () => {
    expect(after(new Differs(), 1, 0)).toMatchObject({ problem: 'differs' });
    expect(after(no(400, 'wrong-shape'), 1, 0)).toMatchObject({ problem: 'refused', wait: 30 });
    expect(after(new TypeError('mistake of ours'), 1, 0)).toMatchObject({ do: 'wait', problem: '' });
  });
});
