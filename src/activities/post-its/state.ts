import type { Phrase } from '#workshop/phrase.ts';
import { current, type Versions } from '#workshop/versions.ts';
import type { Column, Made, Setup } from './model.ts';

/** `place` only says which note was put down last: it stands first in its column. */
export type Note = Made & {
  id: string;
  theme: string | null;
  hidden: boolean;
  dots: number;
  place: number;
  /** What a helper wrote down of it. */
  inWords?: Versions<string>;
};
export type Theme = { id: string; phrase: Versions<Phrase> };

/**
 * What the board comes to. Notes lie in drawers by their id, so that one change copies a drawer
 * and not the whole board: with 2,000 notes that is 60 times less to copy.
 */
export type State = {
  /** What the leader opened last: null means as it was set up. */
  asks: 'notes' | 'dots' | null;
  next: number;
  notes: Record<string, Record<string, Note>>;
  themes: Record<string, Theme>;
  /** How many people gave dots. */
  dotters: number;
};

const DRAWERS = 64;

function drawerOf(id: string): string {
  let hash = 0;
  for (let i = 0; i < id.length; i++) hash = (Math.imul(hash, 31) + id.charCodeAt(i)) >>> 0;
  return `d${hash % DRAWERS}`;
}

/** The note of that id. Ids come from outside, so names that every object has are not notes. */
export function findNote(state: State, id: string): Note | undefined {
  const drawer = state.notes[drawerOf(id)];
  return drawer && Object.hasOwn(drawer, id) ? drawer[id] : undefined;
}

export function putNote(state: State, note: Note): State {
  const drawer = drawerOf(note.id);
  return { ...state, notes: { ...state.notes, [drawer]: { ...state.notes[drawer], [note.id]: note } } };
}

/** The state with that note changed; the same state when there is no such note. */
export function changeNote(state: State, id: string, change: Partial<Note>): State {
  const note = findNote(state, id);
  return note ? putNote(state, { ...note, ...change }) : state;
}

/** Every note, the one put down last first. */
export function allNotes(state: State): Note[] {
  return Object.values(state.notes)
    .flatMap((drawer) => Object.values(drawer))
    .sort((a, b) => b.place - a.place);
}

export function shownNotes(state: State): Note[] {
  return allNotes(state).filter((note) => !note.hidden);
}

/** The column that a note stands in. If its own was taken off the board, its words still stand: in the first. */
export function columnOf(setup: Setup, note: { column: string }): Column | undefined {
  return setup.columns.find((column) => column.id === note.column) ?? setup.columns[0];
}

export function allThemes(state: State): Theme[] {
  return Object.values(state.themes).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What a theme is called. Two names given at the same time both stand, until the group chooses. */
export function themePhrase(theme: Theme): Phrase {
  const phrases = theme.phrase.heads.map((head) => head.value);
  const first = current(theme.phrase) ?? { plain: '', easy: '', symbol: '' };
  const join = (words: string[]): string => [...new Set(words)].join(' / ');
  return {
    plain: join(phrases.map((phrase) => phrase.plain || phrase.easy)),
    easy: join(phrases.map((phrase) => phrase.easy || phrase.plain)),
    symbol: first.symbol,
  };
}

export type Group = { theme: Theme | null; notes: Note[] };

/** The notes of one column: those without a theme first, then theme by theme. */
export function groupsOf(setup: Setup, state: State, column: string, notes: readonly Note[]): Group[] {
  const mine = notes.filter((note) => columnOf(setup, note)?.id === column);
  const by = Map.groupBy(mine, (note) => note.theme ?? '');
  const loose = by.get('') ?? [];
  const themed = allThemes(state).flatMap((theme) => {
    const ofTheme = by.get(theme.id);
    return ofTheme ? [{ theme, notes: ofTheme }] : [];
  });
  return loose.length > 0 ? [{ theme: null, notes: loose }, ...themed] : themed;
}

/** One page of groups: `size` notes, under the headings that they stand under. */
export function pageOf(groups: readonly Group[], page: number, size: number): Group[] {
  let before = 0;
  return groups.flatMap(({ theme, notes }) => {
    const start = Math.max(0, page * size - before);
    const end = Math.max(0, (page + 1) * size - before);
    before += notes.length;
    const shown = notes.slice(start, end);
    return shown.length > 0 ? [{ theme, notes: shown }] : [];
  });
}

/** What the next person is asked. There is nothing to dot before there are notes to be seen. */
export function asksNow(setup: Setup, state: State): 'notes' | 'dots' {
  const asks = state.asks ?? setup.rounds;
  const anything = Object.values(state.notes).some((drawer) =>
    Object.values(drawer).some((note) => !note.hidden),
  );
  return asks === 'dots' && setup.dots > 0 && anything ? 'dots' : 'notes';
}
