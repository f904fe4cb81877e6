import * as v from 'valibot';
import { AttachmentSchema } from '#workshop/attachment.ts';
import { findPersonal } from '#workshop/personal.ts';
import { DrawingSchema } from '#workshop/stroke.ts';
import type { Turn } from '../kind.ts';
import { isEmpty, LONGEST_TEXT, MadeSchema, ways, type Change, type Made, type Setup } from './model.ts';
import { rowOf } from './row.ts';
import { asksNow, findNote, type State } from './state.ts';
import { say } from './words.ts';

/** The note that is being made. It holds what was made in every way, so that a change of mind loses nothing. */
export const MakingSchema = v.object({
  text: v.pipe(v.string(), v.maxLength(LONGEST_TEXT)),
  symbols: v.array(v.string()),
  sentence: v.array(v.string()),
  drawing: DrawingSchema,
  photo: v.string(),
  voice: v.nullable(v.object({ name: v.string(), seconds: v.number() })),
});
export type Making = v.InferOutput<typeof MakingSchema>;

export const DraftSchema = v.object({
  asks: v.picklist(['notes', 'dots']),
  step: v.picklist(['column', 'how', 'make', 'details', 'more', 'dots']),
  column: v.string(),
  way: v.picklist([...ways, '']),
  making: MakingSchema,
  /** Which of my notes is being made: one past the last for a new one. */
  at: v.number(),
  details: v.picklist(['', 'change', 'keep']),
  notes: v.array(v.object({ ...MadeSchema.entries, way: v.picklist(ways) })),
  attachments: v.array(AttachmentSchema),
  dots: v.array(v.string()),
  page: v.number(),
});
export type Draft = v.InferOutput<typeof DraftSchema>;
export type Mine = Draft['notes'][number];

const nothing: Making = { text: '', symbols: [], sentence: [], drawing: [], photo: '', voice: null };

const several = (setup: Setup): boolean => setup.columns.length > 1;
const manyWays = (setup: Setup): boolean => setup.ways.length > 1;
const only = (list: readonly string[]): string => (list.length === 1 ? (list[0] ?? '') : '');

/** The draft at the first question about a new note. */
export function another(setup: Setup, draft: Draft): Draft {
  const step = several(setup) ? 'column' : manyWays(setup) ? 'how' : 'make';
  const way = manyWays(setup) ? '' : (setup.ways[0] ?? 'text');
  const column = only(setup.columns.map((each) => each.id));
  return { ...draft, step, column, way, making: nothing, at: draft.notes.length, details: '' };
}

/** The draft with one of my notes opened again. */
export function opened(draft: Draft, at: number): Draft {
  const note = draft.notes[at];
  if (!note) return draft;
  const { text = '', symbols = [], drawing = [], photo = '', voice = null } = note;
  const picked = note.way === 'symbols' ? { symbols: [], sentence: symbols } : { symbols, sentence: [] };
  const making = { text, ...picked, drawing, photo, voice };
  return { ...draft, step: 'make', at, column: note.column, way: note.way, making, details: '' };
}

export function removed(draft: Draft, at: number): Draft {
  return { ...draft, notes: draft.notes.filter((_, index) => index !== at) };
}

/** What is being made, as a note: only what belongs to the way it is made. */
export function made(draft: Draft): Mine | undefined {
  const { way, column, making } = draft;
  if (way === '') return undefined;
  const text = making.text.trim();
  const words = way !== 'symbols' && text !== '' ? { text } : {};
  const by = way === 'helper' ? 'helper' : 'self';
  const picked =
    way === 'symbols' ? making.sentence : way === 'text' || way === 'helper' ? making.symbols : [];
  const note: Mine = {
    way,
    column,
    ...words,
    ...(picked.length > 0 ? { symbols: picked } : {}),
    ...(way === 'drawing' && making.drawing.length > 0 ? { drawing: making.drawing } : {}),
    ...(way === 'photo' && making.photo ? { photo: making.photo } : {}),
    ...(way === 'voice' && making.voice ? { voice: making.voice } : {}),
    by,
  };
  // A few words about a drawing are no drawing.
  const wanting =
    (way === 'drawing' && !note.drawing) ||
    (way === 'photo' && !note.photo) ||
    (way === 'voice' && !note.voice);
  return wanting || isEmpty(note) ? undefined : note;
}

/** All my notes, with the one that is being made. */
export function myNotes(draft: Draft): Mine[] {
  return draft.step === 'make' || draft.step === 'details' ? withMade(draft).notes : draft.notes;
}

function withMade(draft: Draft): Draft {
  const note = made(draft);
  if (!note) return draft;
  const notes = draft.at < draft.notes.length ? draft.notes.with(draft.at, note) : [...draft.notes, note];
  return { ...draft, notes };
}

function afterMade(setup: Setup, draft: Draft): Draft | null {
  return setup.notesPerTurn > 1 ? { ...withMade(draft), step: 'more' } : null;
}

export const turn: Turn<Setup, Change, State, Draft> = {
  schema: DraftSchema,
  start(setup, _, state) {
    const asks = asksNow(setup, state);
    const draft: Draft = {
      asks,
      step: 'dots',
      column: '',
      way: '',
      making: nothing,
      at: 0,
      details: '',
      notes: [],
      attachments: [],
      dots: [],
      page: 0,
    };
    return asks === 'dots' ? draft : another(setup, draft);
  },
  next(setup, draft) {
    switch (draft.step) {
      case 'column':
        return { ...draft, step: manyWays(setup) ? 'how' : 'make' };
      case 'how':
        return { ...draft, step: 'make' };
      case 'make':
        if (draft.details !== 'keep' && findPersonal(made(draft)?.text ?? '').length > 0)
          return { ...draft, step: 'details', details: '' };
        return afterMade(setup, draft);
      case 'details':
        return draft.details === 'change' ? { ...draft, step: 'make' } : afterMade(setup, draft);
      case 'more':
      case 'dots':
        return null;
    }
  },
  back(setup, draft) {
    const before = draft.notes.length > 0 ? ({ ...draft, step: 'more' } as const) : null;
    switch (draft.step) {
      case 'column':
        return before;
      case 'how':
        return several(setup) ? { ...draft, step: 'column' } : before;
      case 'make':
        return manyWays(setup)
          ? { ...draft, step: 'how' }
          : several(setup)
            ? { ...draft, step: 'column' }
            : before;
      case 'details':
        return { ...draft, step: 'make' };
      case 'more':
        return draft.notes.length > 0 ? opened(draft, draft.notes.length - 1) : another(setup, draft);
      case 'dots':
        return null;
    }
  },
  ready(_, draft) {
    switch (draft.step) {
      case 'column':
        return draft.column !== '';
      case 'how':
        return draft.way !== '';
      case 'make':
        return made(draft) !== undefined;
      case 'details':
        return draft.details !== '';
      case 'more':
        return draft.notes.length > 0;
      case 'dots':
        return draft.dots.length > 0;
    }
  },
  skip(_, draft) {
    if (draft.step === 'dots') return { draft: { ...draft, dots: [] }, goOn: false };
    // The note that is being made is left out; one that was made before stays as it was.
    const left: Draft = { ...draft, step: 'more', making: nothing, details: '' };
    return { draft: left, goOn: draft.step !== 'more' && draft.notes.length > 0 };
  },
  check(_, draft, state) {
    if (draft.asks === 'notes') return myNotes(draft).map((note) => rowOf(note));
    return draft.dots.flatMap((id) => {
      const note = findNote(state, id);
      return note ? [{ ...rowOf(note), quiet: say('dots', { count: 1 }) }] : [];
    });
  },
  deliver(setup, draft) {
    if (draft.asks === 'dots') {
      const notes = draft.dots.slice(0, setup.dots);
      return { changes: notes.length > 0 ? [{ type: 'dotted', notes }] : [], attachments: [] };
    }
    const mine = myNotes(draft).slice(0, setup.notesPerTurn);
    const used = new Set(mine.flatMap((note) => [note.photo, note.voice?.name]));
    return {
      changes: mine.map((note) => {
        const { way: _, ...rest } = note;
        const kept: Made = rest;
        return { type: 'note-written', ...kept };
      }),
      attachments: draft.attachments.filter((attachment) => used.has(attachment.name)),
    };
  },
};
