import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findListed, hardWords, idioms } from './lists.ts';
import { check, replaced, type Rule } from './rules.ts';
import { sentencesOf } from './sentences.ts';

const found = (text: string): string[] =>
  check(text).map(({ rule, text: what, instead }) => [rule, what, instead].filter(Boolean).join(' | '));
const breaks = (text: string): Rule[] =>
  check(text)
    .filter(({ hint }) => !hint)
    .map(({ rule }) => rule);

describe('what makes a text hard to read', () => {
  test.for([
    ['We will assist you.', 'hard | assist | help'],
    ['She assisted him.', 'hard | assisted | helped'],
    ['We are providing tea.', 'hard | providing | giving'],
    ['Utilise it.', 'hard | Utilise | Use'],
    ['Tell us your requirements.', 'hard | requirements | needs'],
    ['Prior to lunch we meet.', 'hard | Prior to | Before'],
    ['Let’s think outside the box.', 'idiom | think outside the box | think of new ways'],
    ['Ask the DWP.', 'acronym | DWP'],
    ['Bring food, e.g. cake.', 'short | e.g. | such as'],
    ['Well done!', 'shout | ! | .'],
    ['80% said yes.', 'percent | 80% | 8 of 10'],
    ['2.5 people came.', 'decimal | 2.5'],
    ['There are three answers.', 'letters | three | 3'],
    ['Come on 3/3/2030.', 'date | 3/3/2030'],
    ['Come on 3rd of March.', 'date | 3rd of March | 3 March'],
    ['Come at 14:30.', 'time | 14:30 | 2.30pm'],
    ['Come at 2.30 p.m. to York.', 'time | 2.30 p.m. | 2.30pm'],
    ['Tea is given by Ann.', 'passive | is given by'],
  ])('%s', ([text = '', what]) => expect(found(text)).toContain(what));

  test.for([
    'We start at 2.30pm. It costs £2.50.',
    'The NHS gave us tea. OK?',
    'Tuesday 3 March',
    'The Social Care Institute for Excellence (SCIE) has guides.',
    'My address is private.',
    '',
    '   \n ',
  ])('nothing is wrong with “%s”', (text) => expect(breaks(text)).toEqual([]));

  test('a sentence of 16 words is too long, of 15 is not, and of 11 gets a hint', () => {
    const words = (count: number): string => `${'we '.repeat(count).trim()}.`;
    expect(check(words(16))).toMatchObject([{ rule: 'long', count: 16, hint: false }]);
    expect(check(words(15))).toMatchObject([{ rule: 'longish', count: 15, hint: true }]);
    expect(check(words(10))).toEqual([]);
  });

  test('three sentences are too many; a colon does not make one more', () => {
    expect(breaks('One. Go. Stop.')).toContain('sentences');
    expect(breaks('You have: tea. Drink it.')).toEqual([]);
  });

  test('two negatives in one sentence are a fault, one is a hint', () => {
    expect(breaks('You can not say that you did not come.')).toEqual(['negatives']);
    expect(check('You did not come.')).toMatchObject([{ rule: 'negative', hint: true }]);
  });

  test('two ideas in one sentence are a hint', () => {
    expect(found('We talk about the bus and then you choose an answer')).toContain(
      'ideas | We talk about the bus and then you choose an answer',
    );
  });
});

describe('whatever is written', () => {
  test('each finding stands where it says, and hints and faults are in order', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const all = check(text);
        for (const { at, text: what } of all) expect(text.slice(at, at + what.length)).toBe(what);
        expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).toSorted((a, b) => a - b));
      }),
    );
  });

  test('taking what is offered instead mends it, and leaves the rest alone', () => {
    const words = fc.constantFrom(...hardWords().keys(), ...idioms.keys());
    fc.assert(
      fc.property(words, (word) => {
        const text = `We ${word} now.`;
        const one = check(text).find(({ rule, instead }) => (rule === 'hard' || rule === 'idiom') && instead);
        if (!one) throw new Error(`${word} is not found.`);
        const mended = replaced(text, one);
        expect(mended.startsWith(text.slice(0, one.at))).toBe(true);
        expect(mended.endsWith(text.slice(one.at + one.text.length))).toBe(true);
      }),
      { numRuns: 800 },
    );
  });

  test('sentences hold all words of a text, once', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('we', 'go.', 'tea:', 'now?', '2.30pm', '\n', '…')), (parts) => {
        const text = parts.join(' ');
        const words = (of: string): number =>
          of.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
        expect(sentencesOf(text).reduce((sum, one) => sum + one.words, 0)).toBe(words(text));
      }),
    );
  });
});

describe('the list of simpler words', () => {
  test('has a few hundred words, and no word offers itself or another hard word', () => {
    expect(hardWords().size).toBeGreaterThan(700);
    expect(idioms.size).toBeGreaterThan(90);
    const circles = [...hardWords(), ...idioms].filter(
      ([, instead]) => findListed(instead, hardWords()).length > 0,
    );
    expect(circles).toEqual([]);
  });
});
