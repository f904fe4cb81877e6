import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { current } from '#workshop/versions.ts';
import { adopted, allRules, ChangeSchema, rules, type Change, type Setup, type State } from './model.ts';
import { report } from './report.ts';
import { tallyInWords } from './tally.ts';
import { steps, type Draft } from './draft.ts';
import { turn } from './turn.ts';

const phrase = (plain: string) => ({ plain, easy: plain, symbol: 'rules' });
const setup: Setup = {
  question: phrase('How do we want to be together?'),
  starter: [
    { id: 'listen', phrase: phrase('We listen') },
    { id: 'plain', phrase: phrase('We use plain words') },
  ],
  allowProposals: true,
  minutes: 0,
};

function after(changes: Change[], from: string[][] = [], state: State = rules.start()): State {
  return changes.reduce(
    (now, change, index) => rules.apply(now, change, { id: `e${index}`, from: from[index] ?? [], setup }),
    state,
  );
}

test('a tally counts each person once per rule, and says so in words', () => {
  const state = after([
    { type: 'agreed', rules: { listen: 'agree', plain: 'agree' } },
    { type: 'agreed', rules: { listen: 'agree', plain: 'not-sure' } },
  ]);
  const [listen, words] = allRules(setup, state);
  expect(listen && tallyInWords(listen.tally).plain).toBe('2 agree, nobody is unsure, nobody disagrees.');
  expect(words && tallyInWords(words.tally).plain).toBe('1 agrees, 1 is not sure, nobody disagrees.');
});

test('only adopted rules stand one tap away, and a dropped one can come back', () => {
  const state = after([
    { type: 'rule-proposed', text: ' We start on time ' },
    { type: 'rule-adopted', rule: 'e0' },
    { type: 'rule-adopted', rule: 'listen' },
    { type: 'rule-dropped', rule: 'listen' },
  ]);
  expect(adopted(setup, state).map((rule) => rule.wordings[0]?.plain)).toEqual(['We start on time']);
  const back = rules.apply(state, { type: 'rule-adopted', rule: 'listen' }, { id: 'x', from: [], setup });
  expect(adopted(setup, back).map((rule) => rule.id)).toEqual(['listen', 'e0']);
});

test('a proposal without words is no rule', () => {
  expect(after([{ type: 'rule-proposed', text: '  ' }]).proposed).toEqual([]);
});

test('two wordings made apart are both shown, and one made from both stands alone', () => {
  const two = after([
    { type: 'rule-worded', rule: 'listen', phrase: phrase('One at a time') },
    { type: 'rule-worded', rule: 'listen', phrase: phrase('We take turns') },
  ]);
  expect(allRules(setup, two)[0]?.wordings.map(({ plain }) => plain)).toEqual([
    'One at a time',
    'We take turns',
  ]);
  const one = rules.apply(
    two,
    { type: 'rule-worded', rule: 'listen', phrase: phrase('We take turns to talk') },
    { id: 'joined', from: allRules(setup, two)[0]?.from ?? [], setup },
  );
  expect(current(one.worded['listen'] ?? { heads: [] })?.plain).toBe('We take turns to talk');
  expect(allRules(setup, one)[0]?.wordings).toHaveLength(1);
});

test('a turn asks about every rule that was not left out, then for one more', () => {
  const state = after([
    { type: 'rule-proposed', text: 'We start on time' },
    { type: 'rule-dropped', rule: 'listen' },
  ]);
  const draft = turn.start(setup, 0, state);
  expect(steps(setup, draft).map((step) => (step.ask === 'rule' ? step.rule.id : step.ask))).toEqual([
    'plain',
    'e0',
    'more',
  ]);
  expect(turn.ready(setup, draft)).toBe(false);
});

test('once the group looks back, a turn asks about the adopted rules alone', () => {
  const state = after([{ type: 'rule-adopted', rule: 'listen' }, { type: 'kept-asked' }]);
  const draft: Draft = { ...turn.start(setup, 3, state), kept: { listen: 'partly' } };
  expect(steps(setup, draft)).toHaveLength(1);
  expect(turn.next(setup, draft)).toBeNull();
  expect(turn.deliver(setup, draft).changes).toEqual([
    { type: 'kept-answered', rules: { listen: 'partly' } },
  ]);
});

test('what is skipped is not sent, and what is checked is what is sent', () => {
  const draft: Draft = {
    ...turn.start(setup, 0, rules.start()),
    agreed: { listen: 'disagree' },
    more: 'words',
    text: ' We start on time ',
    symbolText: 'not this',
  };
  expect(turn.deliver(setup, draft).changes).toEqual([
    { type: 'agreed', rules: { listen: 'disagree' } },
    { type: 'rule-proposed', text: 'We start on time' },
  ]);
  expect(turn.check(setup, draft, rules.start()).map((row) => row.phrase.plain)).toEqual([
    'We listen',
    'We start on time',
  ]);
});

const starter = ['a', 'b', 'c', 'd', 'e', 'f'].map((each) => ({ id: each, phrase: phrase(each) }));
const many = { ...setup, starter };

test('many rules stand a few on a screen, and are asked about one by one only on wish', () => {
  const begun = turn.start(many, 0, rules.start());
  const asked = (draft: Draft) => steps(many, draft).map((step) => step.ask);
  expect(asked(begun)).toEqual(['together', 'together', 'more']);
  expect(turn.ready(many, begun)).toBe(false);
  const some: Draft = {
    ...begun,
    together: { 0: 'some', 1: 'all' },
    agreed: { b: 'disagree', d: 'disagree' },
  };
  expect(asked(some)).toEqual(['together', 'rule', 'rule', 'rule', 'together', 'more']);
  const [agreed] = turn.deliver(many, some).changes;
  // `d` was answered before its screen was answered as a whole: what was said last counts.
  expect(agreed).toEqual({ type: 'agreed', rules: { b: 'disagree', d: 'agree', e: 'agree', f: 'agree' } });
  expect(turn.check(many, some, rules.start())).toHaveLength(4);
});

test('a group that looks back can say the same of a few rules together', () => {
  const changes = starter.map(({ id }): Change => ({ type: 'rule-adopted', rule: id }));
  const state = rules.apply(
    changes.reduce(
      (now, change) => rules.apply(now, change, { id: 'x', from: [], setup: many }),
      rules.start(),
    ),
    { type: 'kept-asked' },
    { id: 'y', from: [], setup: many },
  );
  const draft: Draft = { ...turn.start(many, 0, state), together: { 0: 'none', 1: 'all' } };
  expect(turn.deliver(many, draft).changes).toEqual([
    { type: 'kept-answered', rules: { a: 'no', b: 'no', c: 'no', d: 'yes', e: 'yes', f: 'yes' } },
  ]);
});

test('skipping leaves out this question alone, and goes on to the end', () => {
  const begun = turn.start(many, 0, rules.start());
  const answered: Draft = { ...begun, step: 1, together: { 0: 'all', 1: 'none' } };
  const skipped = turn.skip?.(many, answered);
  expect(skipped).toMatchObject({ goOn: true, draft: { step: 2, together: { 0: 'all' } } });
  const last: Draft = { ...answered, step: 3, more: 'words', text: 'We sta' };
  const ended = turn.skip?.(many, last);
  expect(ended?.goOn).toBe(false);
  expect(ended && turn.deliver(many, ended.draft).changes.map((change) => change.type)).toEqual(['agreed']);
});

test('with nothing to ask there is still one screen, and it can be left', () => {
  const empty = { ...setup, starter: [], allowProposals: false };
  const draft = turn.start(empty, 0, rules.start());
  expect(steps(empty, draft)).toEqual([{ ask: 'nothing' }]);
  expect(turn.ready(empty, draft)).toBe(true);
  expect(turn.deliver(empty, draft).changes).toEqual([]);
});

const id = fc.constantFrom('listen', 'plain', 'constructor', 'e0', 'e1', '__proto__', 'gone');
const aChange: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ type: fc.constant('rule-proposed' as const), text: fc.string({ maxLength: 40 }) }),
  fc.record({
    type: fc.constant('agreed' as const),
    rules: fc.dictionary(id, fc.constantFrom('agree' as const, 'not-sure' as const, 'disagree' as const)),
  }),
  fc.record({ type: fc.constant('rule-adopted' as const), rule: id }),
  fc.record({ type: fc.constant('rule-dropped' as const), rule: id }),
  fc.record({
    type: fc.constant('rule-worded' as const),
    rule: id,
    phrase: fc.constant(phrase('Other words')),
  }),
  fc.record({
    type: fc.constant('kept-answered' as const),
    rules: fc.dictionary(id, fc.constantFrom('yes' as const, 'partly' as const, 'no' as const)),
  }),
);

test('every answer is in the table, whatever happened to its rule', () => {
  fc.assert(
    fc.property(fc.array(aChange, { maxLength: 40 }), (changes) => {
      const read = changes.map((change) => v.parse(ChangeSchema, change));
      const said = read.reduce(
        (sum, change) => sum + ('rules' in change ? Object.keys(change.rules).length : 0),
        0,
      );
      const { table } = report(setup, after(read));
      const counts = table.rows.flatMap((row) => row.slice(7)).filter((cell) => typeof cell === 'number');
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(said);
      for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
    }),
  );
});

test('answers come to the same in any order', () => {
  const answers = fc
    .array(aChange, { maxLength: 30 })
    .map((all) => all.filter((change) => 'rules' in change));
  fc.assert(
    fc.property(answers, (changes) => {
      expect(after(changes)).toEqual(after(changes.toReversed()));
    }),
  );
});
