import type { Block, Row, Section } from '#workshop/section.ts';
import { asSaid } from '#workshop/phrase.ts';
import type { Setup } from './model.ts';
import { noteWords, rowOf, writtenDown } from './row.ts';
import { allNotes, columnOf, groupsOf, shownNotes, themePhrase, type Note, type State } from './state.ts';
import { say } from './words.ts';

/** What the board says: how much was said, then every note in full, and what stays hidden. */
export function report(setup: Setup, state: State): Section {
  const notes = shownNotes(state);
  const hidden = allNotes(state).length - notes.length;
  const blocks: Block[] = [
    say_(notes.length === 0 ? say('noNotes') : say('notesWritten', { count: notes.length })),
    ...(state.dotters > 0 ? mostDots(notes, state.dotters) : []),
    ...setup.columns.flatMap((column) =>
      groupsOf(setup, state, column.id, notes).map((group): Block => {
        const title = group.theme ? under(column.phrase, themePhrase(group.theme)) : column.phrase;
        return { type: 'list', title, rows: group.notes.map(withDots) };
      }),
    ),
    ...(hidden > 0 ? [say_(say('hiddenNotes', { count: hidden }))] : []),
  ];
  return { heading: setup.question, blocks, table: table(setup, state) };
}

const say_ = (phrase: Row['phrase']): Block => ({ type: 'say', row: { phrase } });

function under(column: Row['phrase'], theme: Row['phrase']): Row['phrase'] {
  const both = (part: 'plain' | 'easy'): string =>
    [column[part] || column.plain, theme[part]].filter(Boolean).join(': ');
  return { plain: both('plain'), easy: both('easy'), symbol: theme.symbol || column.symbol };
}

function withDots(note: Note): Row {
  return note.dots > 0 ? { ...rowOf(note), quiet: say('dots', { count: note.dots }) } : rowOf(note);
}

function mostDots(notes: readonly Note[], people: number): Block[] {
  const most = Math.max(0, ...notes.map((note) => note.dots));
  if (most === 0) return [];
  const first = notes.filter((note) => note.dots === most);
  return [
    say_(say('peopleDotted', { count: people })),
    { type: 'list', title: say('mostDots'), rows: first.map(withDots) },
  ];
}

function table(setup: Setup, state: State): Section['table'] {
  const yes = (is: unknown): string => (is ? 'yes' : 'no');
  return {
    columns: [
      'id',
      'column',
      'theme',
      'text',
      'symbols',
      'drawing',
      'photo',
      'voice',
      'by',
      'dots',
      'hidden',
      'said',
      'written down by a helper',
    ],
    rows: allNotes(state)
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map((note) => {
        const theme = note.theme === null ? undefined : state.themes[note.theme];
        return [
          note.id,
          (columnOf(setup, note)?.phrase ?? asSaid('')).plain,
          theme ? themePhrase(theme).plain : '',
          note.text ?? '',
          (note.symbols ?? []).join(' '),
          note.drawing ? JSON.stringify(note.drawing) : '',
          note.photo ?? '',
          note.voice?.name ?? '',
          note.by,
          note.dots,
          yes(note.hidden),
          noteWords(note).plain,
          writtenDown(note),
        ];
      }),
    means: {
      words: ['said'],
      entry: 'id',
      theme: 'theme',
      hidden: 'hidden',
    },
  };
}
