import fc from 'fast-check';
import { expect, test } from 'vitest';
import { today } from '#words/days.ts';
import { dayAfter } from './day.ts';
import { followUpsOf, rules, shownPledges, type Change, type Setup, type State } from './model.ts';
import { report } from './report.ts';
import { hows, spans, steps, turn, type Draft } from './turn.ts';

const phrase = (plain: string, symbol = '') => ({ plain, easy: plain, symbol });
const setup: Setup = {
  question: phrase('What will I do?', 'pledge'),
  ideas: [{ id: 'ask', phrase: phrase('I will ask people', 'question') }],
  hidden: true,
  minutes: 0,
};
const start = turn.start(setup, 0, rules.start());
const pledged = (text: string): Change => ({
  type: 'pledged',
  text,
  named: 'no-name',
  name: '',
  lookAgain: '',
});

function after(changes: [string, Change][], state: State = rules.start()): State {
  return changes.reduce((now, [id, change]) => rules.apply(now, change, { id, from: [], setup }), state);
}

test('a person who wants no name has none, whatever was typed before', () => {
  const change: Change = {
    type: 'pledged',
    text: 'I will listen',
    named: 'no-name',
    name: 'Rosa',
    lookAgain: '',
  };
  expect(after([['a', change]]).pledges[0]?.name).toBe('');
});

test('a pledge of nothing is none', () => {
  expect(after([['a', pledged('  ')]]).pledges).toEqual([]);
});

test('a hidden pledge is out of sight until it is shown, and stays in the table', () => {
  const hidden = after([
    ['a', pledged('One')],
    ['b', pledged('Two')],
    ['h', { type: 'pledge-hidden', pledge: 'a' }],
  ]);
  expect(shownPledges(hidden).map(({ text }) => text)).toEqual(['Two']);
  expect(JSON.stringify(report(setup, hidden).blocks)).not.toContain('One');
  expect(report(setup, hidden).table.rows.map((row) => row[1])).toEqual(['One', 'Two']);
  expect(shownPledges(after([['s', { type: 'pledge-shown', pledge: 'a' }]], hidden))).toHaveLength(2);
});

test('what became of a pledge is kept each time', () => {
  const state = after([
    ['a', pledged('One')],
    ['f', { type: 'followed-up', pledge: 'a', how: 'not-yet', words: '' }],
    ['g', { type: 'followed-up', pledge: 'a', how: 'done', words: ' In May ' }],
  ]);
  expect(followUpsOf(state, 'a').map(({ how, words }) => [how, words])).toEqual([
    ['not-yet', ''],
    ['done', 'In May'],
  ]);
  expect(report(setup, state).table.rows).toHaveLength(2);
});

test('pledges stand in the same order whoever came first', () => {
  const some = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[0-9a-f]{1,8}$/), fc.string({ minLength: 1 })), {
    selector: ([id]) => id,
  });
  fc.assert(
    fc.property(some, (made) => {
      const changes = made.map(([id, text]): [string, Change] => [id, pledged(text)]);
      expect(after(changes)).toEqual(after(changes.toReversed()));
    }),
  );
});

test('nothing that somebody said is missing from the table', () => {
  const id = fc.constantFrom('a', 'b', 'constructor', '__proto__');
  const change: fc.Arbitrary<Change> = fc.oneof(
    fc.string({ maxLength: 20 }).map(pledged),
    fc.record({
      type: fc.constant('followed-up' as const),
      pledge: id,
      how: fc.constantFrom('done' as const, 'changed' as const, 'not-yet' as const),
      words: fc.constant('said'),
    }),
    fc.record({ type: fc.constantFrom('pledge-hidden' as const, 'pledge-shown' as const), pledge: id }),
  );
  fc.assert(
    fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
      const ids = ['a', 'b', 'constructor'];
      const state = after(changes.map((each, index): [string, Change] => [ids[index] ?? `z${index}`, each]));
      const { table } = report(setup, state);
      const told = changes.filter((each) => each.type === 'followed-up').length;
      expect(table.rows.filter((row) => row[11] === 'said')).toHaveLength(told);
      for (const { text } of state.pledges) expect(table.rows.some((row) => row[1] === text)).toBe(true);
      for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
    }),
  );
});

const aDraft: fc.Arbitrary<Draft> = fc.record({
  step: fc.constant('how' as const),
  how: fc.constantFrom('' as const, ...hows),
  idea: fc.constantFrom('', 'ask', 'gone'),
  page: fc.constant(0),
  text: fc.constantFrom('', ' ', 'I will listen'),
  symbols: fc.constantFrom([], ['bus', 'easy']),
  symbolText: fc.constant('Bus, Easy'),
  drawing: fc.constantFrom([], [{ points: [[0, 0, 0.5] as [number, number, number]] }]),
  caption: fc.constantFrom('', 'A house'),
  picture: fc.constantFrom('', 'none', 'bus'),
  named: fc.constantFrom('' as const, 'no-name' as const, 'first-name' as const, 'as-written' as const),
  name: fc.constantFrom('', 'Rosa'),
  when: fc.constantFrom('' as const, ...spans),
});

test('a turn goes on to its end, and back through the same screens', () => {
  fc.assert(
    fc.property(aDraft, (draft) => {
      const seen = [draft.step as string];
      let now = draft;
      for (let next = turn.next(setup, now); next; next = turn.next(setup, now)) {
        now = next;
        seen.push(now.step);
      }
      expect(seen).toEqual(steps(draft));
      const back = [now.step as string];
      for (let before = turn.back(setup, now); before; before = turn.back(setup, now)) {
        now = before;
        back.push(now.step);
      }
      expect(back).toEqual(seen.toReversed());
    }),
  );
});

test('what a turn delivers is kept as it was checked, and no name goes where none is wanted', () => {
  fc.assert(
    fc.property(aDraft, (draft) => {
      const [change] = turn.deliver(setup, draft).changes;
      const rows = turn.check(setup, draft, rules.start());
      if (!change) {
        expect(rows).toEqual([]);
        return;
      }
      const [pledge] = after([['a', change]]).pledges;
      expect(pledge).toBeDefined();
      if (pledge?.text) expect(rows[0]?.phrase.plain).toBe(pledge.text);
      expect(pledge?.name === '').toBe(pledge?.named === 'no-name');
    }),
  );
});

test('skipping the pledge itself is a pass, and skipping anything after it keeps the pledge', () => {
  const written: Draft = { ...start, how: 'words', text: 'I will listen', named: 'first-name', name: 'Rosa' };
  const none = turn.skip?.(setup, { ...written, step: 'words' });
  expect(none?.goOn).toBe(false);
  expect(none && turn.deliver(setup, none.draft).changes).toEqual([]);
  const noName = turn.skip?.(setup, { ...written, step: 'named' });
  expect(noName).toMatchObject({ goOn: true, draft: { step: 'when' } });
  expect(noName && turn.deliver(setup, noName.draft).changes).toMatchObject([
    { text: 'I will listen', named: 'no-name', name: '' },
  ]);
  const noDay = turn.skip?.(setup, { ...written, step: 'when', when: '6' });
  expect(noDay?.goOn).toBe(false);
  expect(noDay && turn.deliver(setup, noDay.draft).changes).toMatchObject([{ lookAgain: '', name: 'Rosa' }]);
});

test('a day to look again is worked out only for a person who picks one', () => {
  const written: Draft = { ...start, how: 'words', text: 'I will listen' };
  const [none] = turn.deliver(setup, written).changes;
  expect(none).toMatchObject({ lookAgain: '', named: 'no-name' });
  const [three] = turn.deliver(setup, { ...written, when: '3' }).changes;
  expect(three).toMatchObject({ lookAgain: dayAfter(today(), 3) });
});

test('a month later is the same day, or the last one of a shorter month', () => {
  expect(dayAfter('2026-11-30', 3)).toBe('2027-02-28');
  expect(dayAfter('2026-12-31', 1)).toBe('2027-01-31');
  expect(dayAfter('2028-01-31', 1)).toBe('2028-02-29');
  expect(dayAfter('2026-03-03', 6)).toBe('2026-09-03');
});
