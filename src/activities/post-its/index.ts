import { newId } from '#workshop/entry.ts';
import { defineKind } from '../kind.ts';
import { examples } from './examples.ts';
import { rules, ways, type Change, type Setup } from './model.ts';
import { paper } from './paper.ts';
import { report } from './report.ts';
import { rowOf } from './row.ts';
import { asksNow, shownNotes, type State } from './state.ts';
import { turn, type Draft } from './turn.ts';
import { say, words } from './words.ts';

/** Notes on a board: made in many ways, sorted by the group, with dots for what matters most. */
export const postIts = defineKind<Setup, Change, State, Draft>({
  ...rules,
  symbol: 'notes',
  words,
  blank: () => ({
    question: say('newQuestion'),
    columns: [{ id: newId(), phrase: say('newColumn'), colour: 1 }],
    ways: [...ways],
    hidden: true,
    dots: 0,
    rounds: 'notes',
    notesPerTurn: 3,
    minutes: 0,
  }),
  heading: (setup) => setup.question,
  phrases: (setup) => [setup.question, ...setup.columns.map((column) => column.phrase)],
  round: () => 'open',
  secondRound: (setup, state) => (asksNow(setup, state) === 'dots' ? 'dots' : ''),
  hides: (setup) => setup.hidden,
  minutes: (setup) => setup.minutes,
  turn,
  paper,
  report,
  sayings: (_setup, state) => shownNotes(state).map((note) => ({ id: note.id, row: rowOf(note) })),
  examples,
  parts: {
    Editor: () => import('./Editor.tsx').then((part) => part.Editor),
    Screen: () => import('./Screen.tsx').then((part) => part.Screen),
    Results: () => import('./Results.tsx').then((part) => part.Results),
    Lead: () => import('./Lead.tsx').then((part) => part.Lead),
  },
});
