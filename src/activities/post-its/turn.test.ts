import { describe, expect, test } from 'vitest';
import { rules, type Setup } from './model.ts';
import { another, opened, removed, turn, type Draft } from './turn.ts';

const phrase = (plain: string) => ({ plain, easy: plain, symbol: '' });
const setup: Setup = {
  question: phrase('What helps?'),
  columns: [
    { id: 'a', phrase: phrase('A'), colour: 1 },
    { id: 'b', phrase: phrase('B'), colour: 2 },
  ],
  ways: ['text', 'drawing', 'voice'],
  hidden: true,
  dots: 2,
  rounds: 'notes',
  notesPerTurn: 2,
  minutes: 0,
};
const short: Setup = { ...setup, columns: setup.columns.slice(0, 1), ways: ['text'], notesPerTurn: 1 };
const start = (of: Setup): Draft => turn.start(of, 0, rules.start());
const next = (of: Setup, draft: Draft): Draft => {
  const after = turn.next(of, draft);
  if (!after) throw new Error('The turn ended');
  return after;
};
const written = (of: Setup, draft: Draft, text: string): Draft => ({
  ...draft,
  step: 'make',
  way: 'text',
  making: { ...start(of).making, text },
});

describe('a turn of notes', () => {
  test('asks for the column, how, the note, and whether there is another', () => {
    let draft = start(setup);
    expect(draft.step).toBe('column');
    expect(turn.ready(setup, draft)).toBe(false);
    draft = next(setup, { ...draft, column: 'b' });
    expect(draft.step).toBe('how');
    draft = next(setup, { ...draft, way: 'text' });
    expect(turn.ready(setup, draft)).toBe(false);
    draft = next(setup, written(setup, draft, 'A lift'));
    expect(draft.step).toBe('more');
    expect(turn.next(setup, draft)).toBeNull();
    expect(turn.deliver(setup, draft).changes).toEqual([
      { type: 'note-written', column: 'b', text: 'A lift', by: 'self' },
    ]);
  });

  test('with one column, one way and one note asks one thing', () => {
    const draft = written(short, start(short), 'Tea');
    expect(start(short).step).toBe('make');
    expect(turn.back(short, draft)).toBeNull();
    expect(turn.next(short, draft)).toBeNull();
    expect(turn.deliver(short, draft).changes).toHaveLength(1);
    expect(turn.check(short, draft, rules.start()).map((row) => row.phrase.plain)).toEqual(['Tea']);
  });

  test('stops at personal details, once, and the person decides', () => {
    const draft = next(short, written(short, start(short), 'Ring Mrs Green'));
    expect(draft.step).toBe('details');
    expect(turn.ready(short, draft)).toBe(false);
    expect(next(short, { ...draft, details: 'change' }).step).toBe('make');
    const kept: Draft = { ...draft, details: 'keep' };
    expect(turn.next(short, kept)).toBeNull();
    expect(turn.deliver(short, kept).changes).toHaveLength(1);
  });

  test('words about a drawing are no drawing', () => {
    const draft: Draft = { ...written(setup, start(setup), 'my house'), way: 'drawing' };
    expect(turn.ready(setup, draft)).toBe(false);
  });

  test('my notes can be changed and removed before they are saved', () => {
    let draft = next(setup, written(setup, { ...start(setup), column: 'a' }, 'one'));
    draft = next(setup, written(setup, { ...another(setup, draft), column: 'b' }, 'two'));
    draft = next(setup, written(setup, opened(draft, 0), 'first'));
    expect(draft.notes.map((note) => note.text)).toEqual(['first', 'two']);
    draft = removed(draft, 1);
    expect(turn.deliver(setup, draft).changes).toEqual([
      { type: 'note-written', column: 'a', text: 'first', by: 'self' },
    ]);
    expect(turn.ready(setup, removed(draft, 0))).toBe(false);
  });

  test('skipping leaves out the note that is being made, and keeps those before it', () => {
    const kept = { column: 'a', way: 'text' as const, text: 'first', by: 'self' as const };
    const second: Draft = { ...written(setup, start(setup), 'half'), column: 'b', notes: [kept], at: 1 };
    const skipped = turn.skip?.(setup, second);
    expect(skipped).toMatchObject({ goOn: true, draft: { step: 'more', notes: [kept] } });
    const alone = turn.skip?.(setup, { ...second, notes: [], at: 0 });
    expect(alone?.goOn).toBe(false);
    expect(alone && turn.deliver(setup, alone.draft).changes).toEqual([]);
    const enough = turn.skip?.(setup, { ...second, step: 'more' });
    expect(enough?.goOn).toBe(false);
    expect(enough && turn.deliver(setup, enough.draft).changes).toHaveLength(1);
  });

  test('delivers only the recordings that are used', () => {
    const name = 'a'.repeat(64);
    const attachment = { name, type: 'audio/webm', data: '' };
    const draft: Draft = {
      ...start(setup),
      step: 'make',
      column: 'a',
      way: 'voice',
      attachments: [attachment, { ...attachment, name: 'b'.repeat(64) }],
    };
    const spoken: Draft = { ...draft, making: { ...draft.making, voice: { name, seconds: 4 } } };
    expect(turn.deliver(setup, spoken).attachments).toEqual([attachment]);
    expect(turn.deliver(setup, draft)).toEqual({ changes: [], attachments: [] });
  });
});

test('a turn of dots gives no more than there are', () => {
  const noted = rules.apply(
    rules.start(),
    { type: 'note-written', column: 'a', text: 'x', by: 'self' },
    { id: 'n', from: [], setup },
  );
  const draft = turn.start({ ...setup, rounds: 'dots' }, 0, noted);
  expect(draft.step).toBe('dots');
  expect(turn.ready(setup, draft)).toBe(false);
  const dotted = { ...draft, dots: ['n'] };
  expect(turn.next(setup, dotted)).toBeNull();
  expect(turn.check(setup, dotted, noted)[0]?.quiet?.plain).toBe('1 dot');
  expect(turn.deliver(setup, { ...draft, dots: ['n', 'm', 'o'] }).changes).toEqual([
    { type: 'dotted', notes: ['n', 'm'] },
  ]);
});
