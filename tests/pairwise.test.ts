import fc from 'fast-check';
import { expect, test } from 'vitest';
import { everyRow, pairwise } from './support/pairwise.ts';

const values = fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 5 });
const factors = fc.dictionary(fc.string({ minLength: 1 }), values, {
  minKeys: 2,
  maxKeys: 5,
  noNullPrototype: true,
});

test('every value meets every value of every other factor', () => {
  fc.assert(
    fc.property(factors, (given) => {
      const rows = pairwise(given);
      for (const [a, xs] of Object.entries(given))
        for (const [b, ys] of Object.entries(given))
          if (a !== b)
            for (const x of xs)
              for (const y of ys) expect(rows.some((row) => row[a] === x && row[b] === y)).toBe(true);
    }),
  );
});

test('the same factors give the same rows', () => {
  fc.assert(
    fc.property(factors, (given) => {
      expect(pairwise(given)).toEqual(pairwise(given));
    }),
  );
});

test('it takes far fewer rows than there are combinations', () => {
  const three = ['a', 'b', 'c'];
  const given = {
    screen: Array.from({ length: 40 }, (_, i) => i),
    words: three,
    text: three,
    theme: three,
    width: three,
  };
  expect(everyRow(given)).toHaveLength(40 * 81);
  expect(pairwise(given).length).toBeLessThan(40 * 3 + 20);
});

test('every row holds each combination once', () => {
  fc.assert(
    fc.property(factors, (given) => {
      const rows = everyRow(given).map((row) => JSON.stringify(row));
      expect(new Set(rows).size).toBe(rows.length);
      expect(rows).toHaveLength(Object.values(given).reduce((product, of) => product * of.length, 1));
    }),
  );
});
