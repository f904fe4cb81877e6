import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { blank } from './blank.ts';
import {
  countOf,
  faceIds,
  limited,
  rules,
  SetupSchema,
  type Change,
  type Setup,
  type State,
} from './model.ts';
import { report } from './report.ts';
import { headline } from './told.ts';
import { asksGroup, chooseGroup, chosenNow, pagesOf, turn } from './turn.ts';

const words = (plain: string, symbol = 'yes') => ({ plain, easy: plain, symbol });
const setupWith = (change: Partial<Setup> = {}): Setup => ({
  ...blank(),
  answers: ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => ({ id, phrase: words(`Answer ${id}`) })),
  ...change,
});
const told = (setup: Setup, changes: Change[]): State =>
  changes.reduce((state, change) => rules.apply(state, change, { id: '1', from: [], setup }), rules.start());
const answered = (...chosen: string[]): Change => ({ type: 'answered', chosen });

const room = { here: 0, turns: { taken: 0, passed: 0 } };
const how = fc.constantFrom('one' as const, 'several' as const, 'scale' as const);
const anyId = fc.oneof(
  fc.constantFrom(
    'a',
    'b',
    'c',
    'd',
    'not-sure',
    'private',
    'unknown',
    'constructor',
    '__proto__',
    ...faceIds,
  ),
  fc.string({ maxLength: 64 }),
);
const anyChange: fc.Arbitrary<Change> = fc
  .array(anyId, { maxLength: 8 })
  .map((chosen) => ({ type: 'answered', chosen }));

describe('a ladder', () => {
  const groups = ['low', 'high'].map((id) => ({ id, phrase: words(`Group ${id}`) }));
  const answers = ['a', 'b', 'c', 'd'].map((id, index) => ({
    id,
    phrase: words(`Answer ${id}`),
    group: index < 2 ? 'low' : 'high',
  }));
  const ladder = setupWith({ answers, groups });
  const begun = turn.start(ladder, 0, rules.start());
  const shown = (draft: typeof begun) =>
    pagesOf(ladder, draft)
      .flat()
      .map(({ id }) => id);

  it('asks for the group first, and then for the rungs of that group only', () => {
    expect(asksGroup(ladder, begun)).toBe(true);
    expect(turn.ready(ladder, begun)).toBe(false);
    expect(turn.next(ladder, begun)).toBe(null);
    expect(turn.ready(ladder, chooseGroup(ladder, begun, 'high'))).toBe(true);
    const inside = turn.next(ladder, chooseGroup(ladder, begun, 'high'));
    if (!inside) throw new Error('A chosen group leads on.');
    expect(asksGroup(ladder, inside)).toBe(false);
    expect(shown(inside)).toEqual(['c', 'd']);
    expect(turn.ready(ladder, inside)).toBe(false);
    expect(turn.ready(ladder, { ...inside, chosen: ['c'] })).toBe(true);
  });

  it('goes back to the groups, and forgets a rung of a group that was left', () => {
    const inside = { ...begun, group: 'high', inside: true, chosen: ['c'] };
    const back = turn.back(ladder, inside);
    if (!back) throw new Error('There is a way back.');
    expect(asksGroup(ladder, back)).toBe(true);
    expect(chooseGroup(ladder, back, 'high').chosen).toEqual(['c']);
    expect(chooseGroup(ladder, back, 'low').chosen).toEqual([]);
  });

  it('lets somebody be unsure without choosing a group', () => {
    const unsure = { ...begun, group: 'high', chosen: ['not-sure'] };
    expect(turn.next(ladder, unsure)).toBe(null);
    expect(turn.ready(ladder, unsure)).toBe(true);
    expect(turn.deliver(ladder, unsure).changes).toEqual([answered('not-sure')]);
  });

  it('is an ordinary poll while fewer than two groups hold an answer', () => {
    const one = setupWith({ answers: answers.map((answer) => ({ ...answer, group: 'low' })), groups });
    expect(asksGroup(one, begun)).toBe(false);
    expect(asksGroup({ ...ladder, how: 'several' }, begun)).toBe(false);
  });
});

describe('what a poll comes to', () => {
  it('is the same for the same answers in any order', () => {
    const orders = fc
      .array(anyChange, { maxLength: 30 })
      .chain((changes) =>
        fc.tuple(fc.constant(changes), fc.shuffledSubarray(changes, { minLength: changes.length })),
      );
    fc.assert(
      fc.property(how, orders, (kind, [changes, shuffled]) => {
        const setup = setupWith({ how: kind });
        expect(told(setup, shuffled)).toEqual(told(setup, changes));
      }),
    );
  });

  it('counts as many people as answered, and keeps the limits for each of them', () => {
    fc.assert(
      fc.property(how, fc.array(anyChange, { maxLength: 30 }), (kind, changes) => {
        const setup = setupWith({ how: kind });
        const state = told(setup, changes);
        const total = Object.values(state.counts).reduce((sum, count) => sum + count, 0);
        expect(state.people).toBe(changes.length);
        for (const count of Object.values(state.counts)) expect(count).toBeLessThanOrEqual(state.people);
        if (kind !== 'several') expect(total + state.unread).toBe(state.people);
        const known = new Set([
          'not-sure',
          'private',
          ...faceIds,
          ...setup.answers.map((answer) => answer.id),
        ]);
        for (const id of Object.keys(state.counts)) expect(known).toContain(id);
      }),
    );
  });

  it('takes the first answer that there is when only one may be chosen', () => {
    expect(limited(setupWith(), ['nothing', 'c', 'a'])).toEqual(['c']);
  });

  it('lets a way out stand alone, also where several may be chosen', () => {
    expect(limited(setupWith({ how: 'several' }), ['a', 'private', 'b', 'not-sure'])).toEqual(['private']);
    expect(limited(setupWith({ how: 'several' }), ['a', 'b', 'a'])).toEqual(['a', 'b']);
  });

  it('keeps the count of an answer that was taken out, under its last words', () => {
    const before = setupWith();
    const after = setupWith({
      answers: before.answers.map((a) => (a.id === 'b' ? { ...a, removed: true } : a)),
    });
    const state = [answered('b'), answered('b')].reduce(
      (sofar, change, index) =>
        rules.apply(sofar, change, { id: String(index), from: [], setup: index === 0 ? before : after }),
      rules.start(),
    );
    expect(countOf(state, 'b')).toBe(2);
    expect(report(after, state, room).table.rows).toContainEqual(['b', 'Answer b (taken out later)', 2, 2]);
  });

  it('says honestly when answers came out the same, and when nobody answered', () => {
    const setup = setupWith();
    expect(headline(setup, told(setup, [])).plain).toBe('Nobody has answered yet.');
    expect(headline(setup, told(setup, [answered('a'), answered('a'), answered('b')])).plain).toBe(
      '2 of 3 people said: Answer a.',
    );
    expect(headline(setup, told(setup, [answered('a'), answered('b')])).plain).toBe(
      'These came out the same, each with 1 of 2 people: Answer a; Answer b.',
    );
    expect(headline(setup, told(setup, [answered('a')])).easy).toBe('1 of 1 person said: Answer a.');
  });

  it('refuses a setup in which an answer passes for a way out or for a face', () => {
    const setup = setupWith();
    for (const id of ['private', 'not-sure', 'good', 'a', '__proto__']) {
      const answers = [...setup.answers, { id, phrase: words('Twice') }];
      expect(v.safeParse(SetupSchema, { ...setup, answers }).success).toBe(false);
    }
    expect(v.safeParse(SetupSchema, setup).success).toBe(true);
  });
});

describe('a turn at a poll', () => {
  it('starts each person at another answer when the order rotates, but never a scale', () => {
    const setup = setupWith({ rotate: true });
    expect(turn.start(setup, 0, rules.start()).order[0]).toBe('a');
    expect(turn.start(setup, 1, rules.start()).order).toEqual(['b', 'c', 'd', 'e', 'f', 'g', 'a']);
    expect(turn.start(setup, 8, rules.start()).order[0]).toBe('b');
    expect(turn.start(setupWith({ rotate: true, how: 'scale' }), 3, rules.start()).order).toEqual([
      ...faceIds,
    ]);
  });

  it('delivers neither the order of the answers nor that of the taps', () => {
    const setup = setupWith({ how: 'several', rotate: true });
    const ids = setup.answers.map((answer) => answer.id);
    fc.assert(
      fc.property(fc.nat(50), fc.shuffledSubarray(ids, { minLength: 1 }), (count, taps) => {
        const draft = { ...turn.start(setup, count, rules.start()), chosen: taps };
        const { changes } = turn.deliver(setup, draft);
        expect(changes).toEqual([{ type: 'answered', chosen: ids.filter((id) => taps.includes(id)) }]);
      }),
    );
  });

  it('shows every answer once: at most 4 at a time, or 6 where each has a picture', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), fc.boolean(), fc.nat(20), (size, pictures, count) => {
        const answers = Array.from({ length: size }, (_, i) => ({
          id: `n${i}`,
          phrase: words('x', pictures ? 'yes' : ''),
        }));
        const setup = setupWith({ answers, rotate: true });
        const draft = turn.start(setup, count, rules.start());
        const pages = pagesOf(setup, draft);
        expect(pages.flat().map((answer) => answer.id)).toEqual(draft.order);
        for (const page of pages) expect(page.length).toBeLessThanOrEqual(pictures ? 6 : 4);
      }),
    );
  });

  it('keeps the choice across pages, and goes back to the page before', () => {
    const setup = setupWith();
    const draft = { ...turn.start(setup, 0, rules.start()), page: 1, chosen: ['a'] };
    expect(turn.ready(setup, draft)).toBe(true);
    expect(turn.back(setup, draft)).toEqual({ ...draft, page: 0 });
    expect(turn.back(setup, { ...draft, page: 0 })).toBeNull();
    expect(turn.next(setup, draft)).toBeNull();
  });

  it('asks again when the chosen answer was taken out meanwhile', () => {
    const setup = setupWith();
    const draft = { ...turn.start(setup, 0, rules.start()), chosen: ['a'] };
    const after = {
      ...setup,
      answers: setup.answers.map((a) => (a.id === 'a' ? { ...a, removed: true } : a)),
    };
    expect(chosenNow(after, draft)).toEqual([]);
    expect(turn.ready(after, draft)).toBe(false);
    expect(turn.deliver(after, draft).changes).toEqual([]);
  });
});
