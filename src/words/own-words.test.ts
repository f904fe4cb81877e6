import * as fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { rewordWith } from './own-words.ts';
import { wearReword } from './reword.ts';
import { wordsOf } from './words.ts';

const reword = rewordWith([
  { word: 'co-production', instead: 'working together' },
  { word: 'carer', instead: 'unpaid helper' },
  { word: 'support plan', instead: 'my plan' },
  { word: 'pledge', instead: 'promise' },
  { word: 'child', instead: 'young person' },
  { word: 'advocate', instead: 'person who speaks up' },
]);

describe('a word of the group', () => {
  test.for([
    ['What is co-production?', 'What is working together?'],
    ['Co-production is new.', 'Working together is new.'],
    ['CO-PRODUCTION', 'WORKING TOGETHER'],
    ['coproduction, co production', 'working together, working together'],
    ['“co-production”', '“working together”'],
    ['A carer and a carer’s tea', 'An unpaid helper and an unpaid helper’s tea'],
    ['Carers and children', 'Unpaid helpers and young people'],
    ['Two pledges', 'Two promises'],
    ['Our support plans', 'Our my plans'],
    ['An advocate', 'A person who speaks up'],
    [
      'non-carer, carer-led, carers.org, me@carer, {{carer}}',
      'non-carer, carer-led, carers.org, me@carer, {{carer}}',
    ],
    ['childhood, pledged, unpledge', 'childhood, pledged, unpledge'],
  ])('%s', ([before = '', after]) => expect(reword?.(before)).toBe(after));

  test('no own word means that nothing is reworded', () => expect(rewordWith([])).toBe(null));

  test('it may hold the word itself, or another one, and is put in once', () => {
    const once = rewordWith([
      { word: 'care', instead: 'good care' },
      { word: 'good', instead: 'care' },
    ]);
    expect(once?.('care and good')).toBe('good care and care');
  });

  test('what stands around it is left alone, whatever it is', () => {
    const around = fc
      .string()
      .filter(
        (text) =>
          !/(co[\s-]?production|carer|support|pledge|child|advocate)/i.test(text) && !/an? ?$/i.test(text),
      );
    fc.assert(
      fc.property(around, around, (before, after) => {
        expect(reword?.(`${before}\n“co-production”\n${after}`)).toBe(
          `${before}\n“working together”\n${after}`,
        );
      }),
    );
  });

  test('any word that somebody writes can be taken for any other', () => {
    const word = fc
      .string({ minLength: 1, maxLength: 60 })
      .map((text) => text.trim())
      .filter((text) => /^[\p{L}\p{N}]/u.test(text));
    fc.assert(
      fc.property(word, fc.string({ minLength: 1 }), (from, to) => {
        expect(() => rewordWith([{ word: from, instead: to }])?.(`We say ${from}.`)).not.toThrow();
      }),
    );
  });
});

describe('the wording of the app', () => {
  afterEach(() => wearReword(null));
  const say = wordsOf('own-words-test', {
    said: {
      plain: '{{who}} said of co-production: {{text}}',
      easy: 'On co-production: {{text}}',
      symbol: 'talk',
    },
  });

  test('uses the word of the group, and leaves what a person wrote as it is', () => {
    wearReword(reword);
    expect(say('said', { who: 'A carer', text: 'I like co-production.' }).plain).toBe(
      'A carer said of working together: I like co-production.',
    );
    wearReword(null);
    expect(say('said', { who: 'Ann', text: '{{who}}' }).easy).toBe('On co-production: {{who}}');
  });
});
