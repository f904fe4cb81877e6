import { describe, expect, test } from 'vitest';
import { rules, type Change, type Made, type Setup } from './model.ts';
import { report } from './report.ts';
import { allNotes, groupsOf, type State } from './state.ts';

const phrase = (plain: string) => ({ plain, easy: plain, symbol: '' });
const setup: Setup = {
  question: phrase('What helps?'),
  columns: [{ id: 'a', phrase: phrase('A'), colour: 1 }],
  ways: ['text', 'symbols', 'drawing', 'voice', 'photo', 'helper'],
  hidden: false,
  dots: 1,
  rounds: 'notes',
  notesPerTurn: 1,
  minutes: 0,
};
const recording = 'a'.repeat(64);
const photo = 'b'.repeat(64);
const ways: Record<string, Omit<Made, 'column' | 'by'>> = {
  typed: { text: 'A lift' },
  built: { symbols: ['lift', 'help'] },
  drawn: { drawing: [{ points: [[0.1, 0.1, 0.5]] }] },
  spoken: { voice: { name: recording, seconds: 4 } },
  shown: { photo },
};

function after(changes: readonly Change[], start: State = rules.start(), first = 0): State {
  return changes.reduce(
    (state, change, i) => rules.apply(state, change, { id: `n${first + i}`, from: [], setup }),
    start,
  );
}
const all = Object.values(ways).map((made): Change => ({
  type: 'note-written',
  column: 'a',
  by: 'self',
  ...made,
}));
const board = after(all);
const cells = (state: State) => {
  const { columns, rows } = report(setup, state).table;
  return rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]])));
};

describe('typed, built from pictures, drawn, spoken or shown: a note is a note', () => {
  test('each stands on the board, once', () => {
    const notes = allNotes(board);
    expect(groupsOf(setup, board, 'a', notes).flatMap((group) => group.notes)).toHaveLength(all.length);
  });

  test('each is counted, and has its row in the report, its table and what can be listened to or looked at', () => {
    const { blocks, table } = report(setup, board);
    expect(blocks[0]).toMatchObject({ row: { phrase: { plain: 'There are 5 notes.' } } });
    expect(table.rows).toHaveLength(all.length);
    const rows = blocks.flatMap((block) => (block.type === 'list' ? block.rows : []));
    expect(rows).toHaveLength(all.length);
    expect(rows.map(({ voice }) => voice).filter(Boolean)).toEqual([recording]);
    expect(rows.map(({ photo: shown }) => shown).filter(Boolean)).toEqual([photo]);
    expect(rows.every((row) => row.phrase.plain !== '' && row.phrase.easy !== '')).toBe(true);
    // Nothing that somebody drew is lost on the way into a spreadsheet.
    expect(
      cells(board)
        .map(({ drawing }) => drawing)
        .filter(Boolean),
    ).toEqual([JSON.stringify(ways['drawn']?.drawing)]);
  });

  test('each can be given a dot', () => {
    const dotted = after(
      all.map((_, i): Change => ({ type: 'dotted', notes: [`n${i}`] })),
      board,
      10,
    );
    expect(allNotes(dotted).every((note) => note.dots === 1)).toBe(true);
  });
});

describe('what a helper writes down of a note', () => {
  const down = (note: string, text: string): Change => ({ type: 'written-down', note, text });

  test('stands beside the recording, which stays', () => {
    const state = after([down('n3', 'I need more time')], board, 10);
    const row = report(setup, state)
      .blocks.flatMap((block) => (block.type === 'list' ? block.rows : []))
      .find(({ voice }) => voice !== undefined);
    expect(row?.phrase.plain).toBe('Spoken note, written down: I need more time');
    expect(row?.voice).toBe(recording);
    expect(cells(state)[3]).toMatchObject({
      voice: recording,
      'written down by a helper': 'I need more time',
    });
  });

  test('two who wrote it down at the same time both stand, and empty words take theirs back', () => {
    const two = after([down('n3', 'more time'), down('n3', 'a break')], board, 10);
    expect(cells(two)[3]).toMatchObject({ 'written down by a helper': 'more time / a break' });
    const one = rules.apply(two, down('n3', ''), { id: 'last', from: ['n10', 'n11'], setup });
    expect(cells(one)[3]).toMatchObject({ 'written down by a helper': '', said: 'Spoken note, 4 seconds' });
  });

  test('is nothing where somebody wrote or built it themselves', () => {
    expect(after([down('n0', 'other words'), down('n1', 'other words')], board, 10)).toEqual(board);
  });
});
