import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sentencesOf } from './sentences.ts';

const texts = (text: string): string[] => sentencesOf(text).map((sentence) => sentence.text);

test('a text is read sentence by sentence', () => {
  expect(texts('What helps you? Choose one. Or skip it')).toEqual([
    'What helps you?',
    'Choose one.',
    'Or skip it',
  ]);
});

test('a time of day and a word in quotation marks do not end a sentence in the middle', () => {
  expect(texts('We start at 2.30pm. She said “yes.” Good')).toEqual([
    'We start at 2.30pm.',
    'She said “yes.”',
    'Good',
  ]);
});

test('a long sentence is cut where it can be breathed', () => {
  const long = `${'We listen to each other, also when we do not agree, '.repeat(8)}always.`;
  const read = texts(long);
  expect(read.length).toBeGreaterThan(2);
  expect(read.slice(0, -1).every((piece) => piece.endsWith(','))).toBe(true);
});

test('whatever is written, every letter of it is read once, in pieces that an engine can take', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 900 }), (text) => {
      const read = sentencesOf(text);
      expect(
        read
          .map((one) => one.text)
          .join('')
          .replace(/\s/g, ''),
      ).toBe(text.replace(/\s/g, ''));
      for (const { text: piece, from, to } of read) {
        expect(piece.length).toBeLessThanOrEqual(180);
        expect(text.slice(from, to)).toBe(piece);
      }
    }),
  );
});
