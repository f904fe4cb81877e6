import fc from 'fast-check';
import { kinds } from '#activities/kinds.ts';
import { expect, test } from 'vitest';
import type { Entry } from '#workshop/entry.ts';
import { asSaid } from '#workshop/phrase.ts';
import { aBoard, aPoll, aRule, entriesOf, everyExample } from '../support/hub-workshops.ts';
import { interpret } from '#hub/report/interpret.ts';

const whole = entriesOf({ id: 'w', activities: everyExample() });
const odd = fc.oneof(
  fc.json(),
  fc.constantFrom(
    '',
    '{',
    'null',
    '{"type":"__proto__"}',
    '{"__proto__":{"type":"started"}}',
    '[[[[]]]]',
    '1e999',
  ),
  fc
    .constantFrom('constructor', '__proto__', 'toString', '\0', '\ud800', 'x'.repeat(5000))
    .map((word) =>
      JSON.stringify({ type: 'note-written', column: word, text: word, by: word, activity: word }),
    ),
);

/** One body with one of its values put in the place of another, as a broken app would send it. */
const mixed = fc.tuple(fc.nat(whole.length - 1), fc.nat(whole.length - 1)).map(([one, other]) => {
  const [a, b] = [whole[one]?.body ?? '', whole[other]?.body ?? ''];
  return a.slice(0, Math.floor(a.length / 2)) + b.slice(Math.floor(b.length / 2));
});

test('whatever stands in entries, the rest of the workshop is read', () => {
  const change = fc.record({ at: fc.nat(whole.length - 1), body: fc.oneof(odd, mixed, fc.constant(null)) });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
      const broken = whole.map((entry, at): Entry => {
        const other = changes.find((one) => one.at === at);
        if (!other) return entry;
        return { ...entry, body: other.body, salt: other.body === null ? null : entry.salt };
      });
      const { facts, said } = interpret(broken);
      expect(facts.entries).toBe(whole.length);
      expect(said.length).toBeGreaterThan(20);
      expect(JSON.stringify(said)).not.toContain('\\u0000');
    }),
    { numRuns: 60 },
  );
});

test('the order and the number of times in which entries come make no difference', () => {
  const once = interpret(whole);
  fc.assert(
    fc.property(fc.shuffledSubarray(whole, { minLength: whole.length }), (shuffled) => {
      expect(interpret(shuffled)).toEqual(once);
      expect(interpret([...shuffled, ...shuffled.slice(0, 20)]).answers).toEqual(once.answers);
    }),
    { numRuns: 10 },
  );
});

test('open answers name their entry, sealed ones name none, and figures say how many answered', () => {
  const all = entriesOf({
    activities: [
      aBoard('What helps?', ['A lift']),
      aRule('f'.repeat(32)),
      aPoll('Safe?', 7, 2, { sealed: true }),
    ],
  });
  const { answers, units, said } = interpret(all);
  const lift = all.find(({ body }) => body?.includes('A lift'));
  expect(answers.map(({ words, entry }) => [words, entry])).toEqual([
    ['A lift', lift?.id],
    ['Tea first', 'f'.repeat(32)],
  ]);
  expect(units.map(({ question, people }) => [question, people])).toEqual([
    ['How do we want to be together? Tea first', 6],
    ['Safe?', 9],
  ]);
  const sealed = all.filter(({ body }) => body?.includes('sealed-answers')).map(({ id }) => id);
  expect(sealed).toHaveLength(1);
  expect(said.some(({ entry }) => sealed.includes(entry))).toBe(false);
});

test('all of "You said, we will" can be looked for, also what the room put otherwise and why something is not done', () => {
  const entries = entriesOf({
    also: [
      { type: 'line-heard', line: 'bus', words: asSaid('The bus is late'), sources: [] },
      { type: 'line-corrected', line: 'bus', words: 'It never comes' },
      {
        type: 'will-said',
        will: 'ask',
        line: 'bus',
        what: asSaid('Ask the company'),
        who: '',
        by: '',
        as: '',
      },
      { type: 'promise-not-done', promise: 'ask', reason: asSaid('No drivers'), on: '2030-03-10' },
      { type: 'line-heard', line: 'taxi', words: asSaid('Pay for taxis'), sources: [] },
      { type: 'promise-not-done', promise: 'taxi', reason: asSaid('No money'), on: '2030-03-10' },
      {
        type: 'carried-over',
        carried: 'before',
        as: 'will',
        from: { workshop: 'first', activity: '', entry: 'e' },
        words: asSaid('Mend the lift'),
        heard: asSaid('The lift is broken'),
        who: 'Ann',
        by: '',
      },
    ],
  });
  const told = interpret(entries).said.filter(({ as }) => as === 'follow');
  expect(told.map(({ words }) => words).toSorted()).toEqual([
    'Ask the company',
    'It never comes',
    'Mend the lift · Ann',
    'No drivers',
    'No money',
    'Pay for taxis',
    'The bus is late',
    'The lift is broken',
  ]);
});

test('whoever gave their name is found by it, in pledges and actions, and results have no names', () => {
  const pledges = kinds.find(({ name }) => name === 'pledges');
  const [example] = pledges?.examples ?? [];
  const pledge = { type: 'pledged', symbol: '', named: 'first-name', lookAgain: '' };
  const { said, answers } = interpret(
    entriesOf({
      activities: [
        {
          kind: 'pledges',
          setup: example?.setup,
          changes: [
            { ...pledge, text: 'I will ask Cy', name: 'Bo' },
            { ...pledge, text: '', symbols: ['bus'], name: 'Dee' },
          ],
        },
      ],
      also: [{ type: 'action-agreed', action: 'a', what: 'Ring the company', who: 'Eve', by: '' }],
    }),
  );
  const words = said.map((one) => one.words);
  expect(words).toEqual(expect.arrayContaining(['I will ask Cy · Bo', 'Dee', 'Ring the company · Eve']));
  expect(answers.map((one) => one.words)).toEqual(['I will ask Cy']);
});
