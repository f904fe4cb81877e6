import fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterWrong, aSecondLater, isRight, noTries, type Tries } from './tries.ts';

const wrongTimes = (n: number): Tries => {
  let tries = noTries;
  for (let i = 0; i < n; i++) tries = afterWrong(tries);
  return tries;
};

test('four wrong tries cost no wait, the fifth does', () => {
  expect(wrongTimes(4).wait).toBe(0);
  expect(wrongTimes(5).wait).toBe(30);
});

test('each wait is at least as long as the one before, and never more than an hour', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 500 }), (n) => {
      expect(wrongTimes(n + 1).wait).toBeGreaterThanOrEqual(wrongTimes(n).wait);
      expect(wrongTimes(n).wait).toBeLessThanOrEqual(3600);
    }),
  );
});

test('a wait gets shorter by the second, and the wrong tries stay counted', () => {
  const tries = wrongTimes(6);
  expect(aSecondLater(tries)).toEqual({ wrong: 6, wait: 59 });
  expect(aSecondLater({ wrong: 6, wait: 0 })).toEqual({ wrong: 6, wait: 0 });
});

test('both the PIN and the recovery code open, and nothing else does', async () => {
  const kept = { pin: 'p', recovery: 'r' };
  const verify = async (password: string, hashed: string) => password === hashed;
  expect(await isRight('p', kept, verify)).toBe(true);
  expect(await isRight('r', kept, verify)).toBe(true);
  expect(await isRight('', kept, verify)).toBe(false);
  expect(await isRight('x', kept, verify)).toBe(false);
});
