import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forgetRules } from '#workshop/kind.ts';
import type { Entry } from '#workshop/entry.ts';
import { replayAll } from '#workshop/replay.ts';
import { rules, type Change, type Setup } from './model.ts';
import { report } from './report.ts';
import {
  allNotes,
  asksNow,
  columnOf,
  findNote,
  groupsOf,
  pageOf,
  shownNotes,
  themePhrase,
  type State,
} from './state.ts';

const phrase = (plain: string) => ({ plain, easy: plain, symbol: '' });
const setup: Setup = {
  question: phrase('What helps?'),
  columns: [
    { id: 'a', phrase: phrase('A'), colour: 1 },
    { id: 'b', phrase: phrase('B'), colour: 2 },
  ],
  ways: ['text'],
  hidden: true,
  dots: 3,
  rounds: 'notes',
  notesPerTurn: 3,
  minutes: 0,
};
const note = (text: string, column = 'a'): Change => ({ type: 'note-written', column, text, by: 'self' });

/** The state after changes; the first is the entry "1", and so on. */
function after(...changes: Change[]): State {
  return changes.reduce(
    (state, change, i) => rules.apply(state, change, { id: String(i + 1), from: [], setup }),
    rules.start(),
  );
}

describe('notes', () => {
  test('stand in their column, the last one first', () => {
    expect(allNotes(after(note('one'), note('two'))).map((each) => each.text)).toEqual(['two', 'one']);
  });

  test('with nothing on them are no notes', () => {
    expect(
      allNotes(after(note('  '), { type: 'note-written', column: 'a', symbols: [], by: 'self' })),
    ).toEqual([]);
  });

  test('in a column that was taken away stand in the first', () => {
    const [only] = allNotes(after(note('one', 'gone')));
    expect(only?.column).toBe('gone');
    expect(only && columnOf(setup, only)?.id).toBe('a');
  });

  test('a note that moves stands first where it was put', () => {
    const state = after(note('one'), note('two', 'b'), { type: 'note-moved', note: '1', column: 'b' });
    expect(groupsOf(setup, state, 'b', allNotes(state))[0]?.notes.map((each) => each.id)).toEqual(['1', '2']);
  });

  test('hidden notes are not shown, and are said in the report', () => {
    const state = after(note('kind'), note('unkind'), { type: 'note-hidden', note: '2' });
    expect(shownNotes(state).map((each) => each.text)).toEqual(['kind']);
    const section = report(setup, state);
    expect(JSON.stringify(section.blocks)).not.toContain('unkind');
    expect(JSON.stringify(section.blocks)).toContain('1 note is hidden by the group’s leader.');
    expect(JSON.stringify(section.table)).toContain('unkind');
    expect(
      shownNotes(rules.apply(state, { type: 'note-shown', note: '2' }, { id: '9', from: [], setup })),
    ).toHaveLength(2);
  });

  test('who held the pen is kept apart from whose words they are', () => {
    const section = report(setup, after({ ...note('hers'), by: 'helper' } as Change));
    expect(section.table.rows[0]?.[section.table.columns.indexOf('by')]).toBe('helper');
  });
});

describe('groups', () => {
  const themed = after(
    note('bus'),
    note('rain'),
    { type: 'theme-made', theme: 't', phrase: phrase('Getting there') },
    { type: 'note-themed', note: '1', theme: 't' },
  );

  test('stand under their name, after the notes without one', () => {
    const groups = groupsOf(setup, themed, 'a', allNotes(themed));
    expect(groups.map((group) => [group.theme?.id ?? '', group.notes.length])).toEqual([
      ['', 1],
      ['t', 1],
    ]);
    expect(pageOf(groups, 1, 1).map((group) => group.theme?.id)).toEqual(['t']);
  });

  test('two names given at the same time both stand until one is chosen', () => {
    const at = (id: string, from: string[]) => ({ id, from, setup });
    const name = (plain: string): Change => ({ type: 'theme-renamed', theme: 't', phrase: phrase(plain) });
    const one = rules.apply(themed, name('Buses'), at('x', ['3']));
    const both = rules.apply(one, name('Travel'), at('y', ['3']));
    expect(both.themes.t && themePhrase(both.themes.t).plain).toBe('Buses / Travel');
    const chosen = rules.apply(both, name('Travel'), at('z', ['x', 'y']));
    expect(chosen.themes.t && themePhrase(chosen.themes.t).plain).toBe('Travel');
  });
});

describe('dots', () => {
  test('are no more than were set up, also when two tablets say otherwise', () => {
    const state = after(note('one'), note('two'), { type: 'dotted', notes: ['1', '1', '2', '2', '1'] });
    expect([findNote(state, '1')?.dots, findNote(state, '2')?.dots, state.dotters]).toEqual([2, 1, 1]);
  });

  test('for notes that are not there count nowhere', () => {
    const state = after(note('one'), { type: 'dotted', notes: ['nobody', 'constructor', '1'] });
    expect(findNote(state, '1')?.dots).toBe(1);
  });

  test('are asked for once the leader opens them, and only when there is something to dot', () => {
    expect(asksNow(setup, after({ type: 'dots-opened' }))).toBe('notes');
    expect(asksNow(setup, after(note('one'), { type: 'dots-opened' }))).toBe('dots');
    expect(asksNow(setup, after(note('one'), { type: 'dots-opened' }, { type: 'dots-closed' }))).toBe(
      'notes',
    );
    expect(asksNow({ ...setup, rounds: 'dots' }, after(note('one')))).toBe('dots');
  });
});

const ids = fc.constantFrom('1', '2', '3', 'nobody', '__proto__', 'constructor', 'toString');
const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    type: fc.constant('note-written' as const),
    column: fc.constantFrom('a', 'b', 'gone'),
    text: fc.string(),
    by: fc.constant('self' as const),
  }),
  fc.record({
    type: fc.constant('note-moved' as const),
    note: ids,
    column: fc.constantFrom('a', 'b', 'gone', '__proto__'),
  }),
  fc.record({
    type: fc.constant('note-themed' as const),
    note: ids,
    theme: fc.option(fc.constantFrom('t', 'u', '__proto__')),
  }),
  fc.record({ type: fc.constantFrom('note-hidden' as const, 'note-shown' as const), note: ids }),
  fc.record({
    type: fc.constantFrom('theme-made' as const, 'theme-renamed' as const),
    theme: fc.constantFrom('t', 'u', '__proto__'),
    phrase: fc.constant(phrase('T')),
  }),
  fc.record({ type: fc.constantFrom('dots-opened' as const, 'dots-closed' as const) }),
  fc.record({ type: fc.constant('dotted' as const), notes: fc.array(ids, { maxLength: 6 }) }),
);

describe('whatever happens', () => {
  test('changes about things that are not there do no harm, and nothing is changed in place', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 30 }), (changes) => {
        let state = rules.start();
        for (const [i, change] of changes.entries()) {
          const before = structuredClone(state);
          const next = rules.apply(state, change, { id: String(i + 1), from: [], setup });
          expect(state).toEqual(before);
          state = next;
        }
        const shown = shownNotes(state);
        expect(shown.length).toBeLessThanOrEqual(allNotes(state).length);
        for (const each of allNotes(state)) expect(columnOf(setup, each)).toBeDefined();
        const given = allNotes(state).reduce((sum, each) => sum + each.dots, 0);
        expect(given).toBeLessThanOrEqual(state.dotters * setup.dots);
        report(setup, state);
      }),
    );
  });

  test('tablets that moved notes at the same time come to the same board, in whatever order they hear of it', () => {
    const entry = (i: number, tablet: string, body: unknown, activity = 'act'): Entry => ({
      id: `e${i}`,
      workshop: 'w',
      activity,
      tablet,
      place: i,
      counter: i,
      from: [],
      previous: '',
      salt: '',
      body: JSON.stringify(body),
    });
    const added = { type: 'activity-added', activity: 'act', kind: 'post-its', rank: 'a', setup };
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyChange, fc.constantFrom('x', 'y')), { maxLength: 20 }).chain((made) => {
          // Two tablets apart count alike, so that their clocks meet.
          const entries = [
            entry(0, 'x', added, ''),
            ...made.map(([change, tablet], i) => ({
              ...entry(i + 1, tablet, change),
              counter: 1 + Math.floor(i / 2),
            })),
          ];
          return fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length }));
        }),
        ([entries, shuffled]) => {
          const find = (kind: string) => (kind === 'post-its' ? forgetRules(rules) : undefined);
          expect(replayAll([...shuffled, ...shuffled.slice(0, 5)], find)).toEqual(replayAll(entries, find));
        },
      ),
    );
  });
});

test('2,000 notes are applied in near linear time', () => {
  const time = (count: number): number => {
    const started = performance.now();
    let state = rules.start();
    for (let i = 0; i < count; i++)
      state = rules.apply(state, note(`note ${i}`), { id: `id-${i * 7919}`, from: [], setup });
    for (let i = 0; i < count; i++)
      state = rules.apply(
        state,
        { type: 'note-moved', note: `id-${i * 7919}`, column: 'b' },
        { id: `m${i}`, from: [], setup },
      );
    expect(allNotes(state)).toHaveLength(count);
    return performance.now() - started;
  };
  time(500);
  expect(time(2000)).toBeLessThan(1000);
});
