import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from '#words/easy-read/rules.ts';
import { termsOf } from '#words/glossary/glossary.ts';
import { adviceOn, countOf, startFrom } from './advice.ts';

const terms = termsOf([], []);
const phrase = (plain: string, easy = '', symbol = '') => ({ plain, easy, symbol });

describe('the writing help', () => {
  test('says nothing of an empty phrase, and nothing of a good one', () => {
    expect(countOf(adviceOn(phrase(''), terms))).toBe(0);
    expect(countOf(adviceOn(phrase('Which bus do you take?', 'Which bus do you take?', 'bus'), terms))).toBe(
      0,
    );
  });

  test('names what is missing, and offers 1 to 4 pictures that fit the words', () => {
    const advice = adviceOn(phrase('The bus is late, and we need a quiet room with tea and cake'), terms);
    expect(advice.lacks).toEqual({ easy: true, symbol: true });
    expect(advice.symbols).toContain('bus');
    expect(advice.symbols.length).toBeLessThanOrEqual(4);
  });

  test('asks less of plain words than of Easy Read', () => {
    const text = 'Let us touch base regarding the 80% target';
    const advice = adviceOn(phrase(text, text, 'talk'), terms);
    expect(advice.plain.map(({ rule }) => rule)).toEqual(['idiom', 'percent']);
    expect(advice.easy.map(({ rule }) => rule)).toEqual(['idiom', 'hard', 'percent', 'hard']);
  });

  test('a hard word that the glossary explains is only a thought', () => {
    const advice = adviceOn(phrase('x', 'Evaluation of tea', 'tea'), terms);
    expect(advice.easy).toMatchObject([{ rule: 'hard', hint: true }]);
    expect(advice.explained).toEqual(['evaluation']);
  });

  test('the list stays short, and counts the rest', () => {
    const long = 'utilise regarding prior to numerous sufficient ongoing whilst thus via hence';
    const advice = adviceOn(phrase('x', long, 'tea'), terms);
    expect(advice.easy.length).toBeLessThanOrEqual(6);
    expect(advice.more).toBeGreaterThan(2);
  });
});

describe('a start for Easy Read', () => {
  test('takes every offer there is', () => {
    expect(startFrom('We will utilise two rooms, e.g. the hall!')).toBe(
      'We will use 2 rooms, such as the hall.',
    );
  });

  test('leaves nothing behind that it could have taken, and leaves plain text as it is', () => {
    const words = fc.array(
      fc.constantFrom('we', 'utilise', 'three', 'buses', 'via', 'York', '80%', 'regarding'),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(words, (all) => {
        const started = startFrom(all.join(' '));
        expect(
          check(started).filter(({ rule }) => rule === 'letters' || rule === 'short' || rule === 'percent'),
        ).toEqual([]);
      }),
    );
    expect(startFrom('Which bus do you take?')).toBe('Which bus do you take?');
  });
});
