import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSymbolName } from '../symbols.ts';
import { glossaryWords, piecesOf, termFor, termsOf } from './glossary.ts';

const easy = (plain: string) => ({ plain, easy: plain, symbol: 'words' });

describe('the glossary', () => {
  const terms = termsOf([], []);

  test('explains at least 60 words, each with a picture, in the order of the alphabet', () => {
    expect(glossaryWords.length).toBeGreaterThanOrEqual(60);
    expect(terms.filter(({ meaning }) => !isSymbolName(meaning.symbol))).toEqual([]);
    const words = terms.map(({ word }) => word);
    expect(words).toEqual(words.toSorted((a, b) => a.localeCompare(b, 'en-GB', { sensitivity: 'base' })));
  });

  test('no Easy Read meaning needs another hard word', () => {
    const hard = terms.filter(({ word, meaning }) =>
      piecesOf(meaning.easy, terms).some((piece) => piece.term && piece.term.word !== word),
    );
    expect(hard.map(({ word, meaning }) => `${word}: ${meaning.easy}`)).toEqual([]);
  });

  test('a word is found in any case, in the plural, and written in another way', () => {
    const found = (text: string): string[] => piecesOf(text, terms).flatMap(({ term }) => term?.word ?? []);
    expect(found('Carers make pledges at Coproduction days. My Support Plan.')).toEqual([
      'carer',
      'pledge',
      'co-production',
      'support plan',
    ]);
    expect(found('careful, non-carer, pledged, riskier')).toEqual([]);
    expect(termFor('Pledges', terms)?.word).toBe('pledge');
    expect(termFor('tea', terms)).toBe(undefined);
  });

  test('the pieces of a text, put together, are the text', () => {
    const text = fc.array(fc.oneof(fc.string(), fc.constantFrom(...glossaryWords, ' ', '-', 's')));
    fc.assert(
      fc.property(text, (parts) => {
        const whole = parts.join('');
        expect(
          piecesOf(whole, terms)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(whole);
      }),
    );
  });
});

describe('the words of a workshop', () => {
  test('come before those of the app', () => {
    const terms = termsOf(
      [
        { word: 'Pledge', meaning: easy('Our word.') },
        { word: 'hub', meaning: easy('A place to meet.') },
      ],
      [],
    );
    expect(termFor('pledge', terms)?.meaning.plain).toBe('Our word.');
    expect(termFor('hubs', terms)?.meaning.plain).toBe('A place to meet.');
    expect(terms.filter(({ word }) => word.toLowerCase() === 'pledge')).toHaveLength(1);
  });

  test('the group’s own word is explained in the place of the one that it stands for', () => {
    const terms = termsOf(
      [],
      [
        { word: 'co-production', instead: 'working together' },
        { word: 'carer', instead: 'family helper' },
      ],
    );
    expect(termFor('Working together', terms)).toMatchObject({
      for: 'co-production',
      meaning: { symbol: 'co-production' },
    });
    expect(termFor('co-production', terms)).toBe(undefined);
    expect(termFor('respite', terms)?.meaning.plain).toContain('family helper');
  });
});
