import * as v from 'valibot';
import { PhraseSchema, type Phrase } from '#workshop/phrase.ts';
import { DrawingSchema } from '#workshop/stroke.ts';
import type { Rules } from '#workshop/kind.ts';
import { edited, noVersions } from '#workshop/versions.ts';
import { changeNote, findNote, putNote, type State } from './state.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(least), v.maxValue(most));

/** How a person may make a note. `helper`: a helper writes down what the person says. */
export const ways = ['text', 'symbols', 'drawing', 'voice', 'photo', 'helper'] as const;
export type Way = (typeof ways)[number];

/** A long note is still a note; longer than this is a letter. */
export const LONGEST_TEXT = 1000;
export const MOST_SYMBOLS = 12;

export const SetupSchema = v.object({
  question: PhraseSchema,
  columns: v.pipe(
    v.array(v.object({ id, phrase: PhraseSchema, colour: v.picklist([1, 2, 3, 4]) })),
    v.minLength(1),
    v.maxLength(4),
  ),
  ways: v.pipe(v.array(v.picklist(ways)), v.minLength(1)),
  hidden: v.boolean(),
  /** Dots for each person; 0 for a board without dots. */
  dots: whole(0, 20),
  /** What people are asked until the leader opens or closes the dots. */
  rounds: v.picklist(['notes', 'dots']),
  notesPerTurn: whole(1, 5),
  minutes: whole(0, 600),
});
export type Setup = v.InferOutput<typeof SetupSchema>;
export type Column = Setup['columns'][number];

/** What a person made. `by` says whose hand it was: a helper who writes is not the author. */
export const MadeSchema = v.object({
  column: id,
  text: v.exactOptional(v.pipe(v.string(), v.maxLength(LONGEST_TEXT))),
  symbols: v.exactOptional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(80))), v.maxLength(MOST_SYMBOLS))),
  drawing: v.exactOptional(DrawingSchema),
  photo: v.exactOptional(v.pipe(v.string(), v.maxLength(64))),
  voice: v.exactOptional(v.object({ name: v.pipe(v.string(), v.maxLength(64)), seconds: whole(0, 600) })),
  by: v.picklist(['self', 'helper']),
});
export type Made = v.InferOutput<typeof MadeSchema>;

export const ChangeSchema = v.variant('type', [
  v.object({ type: v.literal('note-written'), ...MadeSchema.entries }),
  v.object({ type: v.literal('note-moved'), note: id, column: id }),
  v.object({ type: v.literal('note-themed'), note: id, theme: v.nullable(id) }),
  v.object({ type: v.literal('note-hidden'), note: id }),
  v.object({ type: v.literal('note-shown'), note: id }),
  /** A helper put a recording, a drawing or a photo into words; its words stand beside it, and '' takes them back. */
  v.object({
    type: v.literal('written-down'),
    note: id,
    text: v.pipe(v.string(), v.maxLength(LONGEST_TEXT)),
  }),
  v.object({ type: v.literal('theme-made'), theme: id, phrase: PhraseSchema }),
  v.object({ type: v.literal('theme-renamed'), theme: id, phrase: PhraseSchema }),
  v.object({ type: v.literal('dots-opened') }),
  v.object({ type: v.literal('dots-closed') }),
  v.object({ type: v.literal('dotted'), notes: v.pipe(v.array(id), v.maxLength(100)) }),
]);
export type Change = v.InferOutput<typeof ChangeSchema>;

/** Is there anything on it? */
export function isEmpty(made: Made): boolean {
  const { text = '', symbols = [], drawing = [] } = made;
  return text.trim() === '' && symbols.length === 0 && drawing.length === 0 && !made.photo && !made.voice;
}

/** Can a helper put it into words? What was typed or built from pictures has its own. */
export function canBeWrittenDown(made: Made): boolean {
  return made.voice !== undefined || made.drawing !== undefined || made.photo !== undefined;
}

export const rules: Rules<Setup, Change, State> = {
  name: 'post-its',
  setup: SetupSchema,
  change: ChangeSchema,
  start: () => ({ asks: null, next: 0, notes: {}, themes: {}, dotters: 0 }),
  apply(state, change, at): State {
    switch (change.type) {
      case 'note-written': {
        const { type: _, ...made } = change;
        if (isEmpty(made) || findNote(state, at.id)) return state;
        const note = { id: at.id, ...made, theme: null, hidden: false, dots: 0, place: state.next };
        return { ...putNote(state, note), next: state.next + 1 };
      }
      case 'note-moved': {
        if (!at.setup.columns.some((column) => column.id === change.column)) return state;
        // A note that moved stands first in its column, where it was put.
        const moved = changeNote(state, change.note, { column: change.column, place: state.next });
        return moved === state ? state : { ...moved, next: state.next + 1 };
      }
      case 'note-themed':
        if (change.theme !== null && !Object.hasOwn(state.themes, change.theme)) return state;
        return changeNote(state, change.note, { theme: change.theme });
      case 'note-hidden':
        return changeNote(state, change.note, { hidden: true });
      case 'note-shown':
        return changeNote(state, change.note, { hidden: false });
      case 'written-down': {
        const note = findNote(state, change.note);
        if (!note || !canBeWrittenDown(note)) return state;
        const inWords = edited(note.inWords ?? noVersions<string>(), at.id, at.from, change.text.trim());
        return changeNote(state, change.note, { inWords });
      }
      case 'theme-made': {
        if (Object.hasOwn(state.themes, change.theme)) return state;
        const theme = { id: change.theme, phrase: edited(noVersions<Phrase>(), at.id, [], change.phrase) };
        return { ...state, themes: { ...state.themes, [change.theme]: theme } };
      }
      case 'theme-renamed': {
        const theme = Object.hasOwn(state.themes, change.theme) ? state.themes[change.theme] : undefined;
        if (!theme) return state;
        const renamed = { ...theme, phrase: edited(theme.phrase, at.id, at.from, change.phrase) };
        return { ...state, themes: { ...state.themes, [change.theme]: renamed } };
      }
      case 'dots-opened':
        return at.setup.dots > 0 ? { ...state, asks: 'dots' } : state;
      case 'dots-closed':
        return { ...state, asks: 'notes' };
      case 'dotted': {
        // Whoever gave dots while another tablet closed them still gave them.
        const valid = change.notes.filter((note) => findNote(state, note)).slice(0, at.setup.dots);
        if (valid.length === 0) return state;
        const given = valid.reduce(
          (sofar, note) => changeNote(sofar, note, { dots: (findNote(sofar, note)?.dots ?? 0) + 1 }),
          state,
        );
        return { ...given, dotters: state.dotters + 1 };
      }
    }
  },
};
