import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cardCode, cardText, inFours, readCard } from './card.ts';
import { standardWays, type Ways } from './ways.ts';

const anyWays: fc.Arbitrary<Ways> = fc.record({
  words: fc.constantFrom('plain', 'easy', 'symbols'),
  text: fc.constantFrom('standard', 'large', 'larger'),
  theme: fc.constantFrom('light', 'dark', 'contrast'),
  calm: fc.boolean(),
  font: fc.constantFrom('', 'andika', 'atkinson', 'lexend', 'opendyslexic'),
  readAloud: fc.boolean(),
  rate: fc.integer({ min: 10, max: 24 }).map((n) => Math.round(n * 5) / 100),
  ignoreMs: fc.integer({ min: 0, max: 8 }).map((n) => n * 250),
  holdMs: fc.integer({ min: 0, max: 10 }).map((n) => n * 100),
  scan: fc.constantFrom('', 'one', 'two'),
  scanMs: fc.integer({ min: 1, max: 20 }).map((n) => n * 500),
  scanKey: fc.constant(''),
  scanTouch: fc.boolean(),
  scanSpeak: fc.boolean(),
  language: fc.constantFrom('en-GB', 'cy'),
} satisfies { [K in keyof Ways]: fc.Arbitrary<Ways[K]> });

const letters = Array.from('23456789ABCDEFGHJKLMNPQRSTUVWXYZ');

test('a card gives back the ways that it was made of, scanned, or typed in small letters with gaps', () => {
  fc.assert(
    fc.property(anyWays, (ways) => {
      expect(readCard(cardText(ways))).toEqual(ways);
      expect(readCard(` ${inFours(cardCode(ways)).toLowerCase()} `)).toEqual(ways);
      expect(cardCode(ways)).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
    }),
  );
});

test('a card of today can be read for ever', () => {
  expect(cardCode(standardWays)).toBe('223T2328');
  expect(readCard('223T2328')).toEqual(standardWays);
});

test('one wrong letter is always noticed', () => {
  fc.assert(
    fc.property(anyWays, fc.nat(7), fc.constantFrom(...letters), (ways, place, letter) => {
      const code = cardCode(ways);
      fc.pre(code[place] !== letter);
      expect(readCard(code.slice(0, place) + letter + code.slice(place + 1))).toBeNull();
    }),
  );
});

test('a newer card is longer, and is read as far as it is known', () => {
  const newer = Array.from(cardCode(standardWays).slice(0, 7) + 'K7');
  newer[0] = 'Q';
  const whole = letters.map((last) => [...newer, last].join(''));
  expect(whole.filter((code) => readCard(code) !== null)).toHaveLength(1);
});

test('whatever else is shown to the camera is no card, and breaks nothing', () => {
  for (const text of ['', 'https://example.org', 'CUPPA:', '1'.repeat(5000), '__proto__', '{"words":"easy"}'])
    expect(readCard(text)).toBeNull();
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const read = readCard(text);
      expect(read === null || read.words.length > 0).toBe(true);
    }),
  );
});
