import type { Stroke } from '#workshop/stroke.ts';
import type { Example } from '../kind.ts';
import type { Change, Setup } from './model.ts';
import { rules } from './model.ts';
import { turn, type Draft } from './turn.ts';

const hardAndHelp: Setup = {
  question: {
    plain: 'What makes it hard to take part, and what would help?',
    easy: 'What makes it hard? What would help?',
    symbol: 'meeting',
  },
  columns: [
    {
      id: 'hard',
      phrase: { plain: 'What makes it hard', easy: 'What makes it hard', symbol: 'barrier' },
      colour: 2,
    },
    { id: 'help', phrase: { plain: 'What would help', easy: 'What would help', symbol: 'idea' }, colour: 3 },
  ],
  ways: ['text', 'symbols', 'drawing', 'voice', 'photo', 'helper'],
  hidden: true,
  dots: 3,
  rounds: 'notes',
  notesPerTurn: 3,
  minutes: 10,
};

/** A stroke as a hand draws it: many points close together. */
const line = (...corners: [number, number][]): Stroke => ({
  points: corners.flatMap(([x, y], index) => {
    const [nextX, nextY] = corners[index + 1] ?? [x, y];
    const part = (from: number, to: number, step: number) =>
      Math.round((from + ((to - from) * step) / 8) * 1000) / 1000;
    return Array.from({ length: 8 }, (_, step): [number, number, number] => [
      part(x, nextX, step),
      part(y, nextY, step),
      0.5,
    ]);
  }),
});

/** Two people side by side, holding hands. */
const friend: Stroke[] = [
  line([0.2, 0.85], [0.21, 0.6], [0.24, 0.42], [0.32, 0.38], [0.38, 0.48], [0.4, 0.6], [0.39, 0.85]),
  line([0.3, 0.18], [0.23, 0.24], [0.24, 0.33], [0.32, 0.35], [0.37, 0.28], [0.34, 0.2], [0.3, 0.18]),
  line([0.66, 0.85], [0.66, 0.6], [0.68, 0.42], [0.75, 0.38], [0.81, 0.46], [0.83, 0.62], [0.83, 0.85]),
  line([0.74, 0.18], [0.67, 0.24], [0.68, 0.33], [0.76, 0.35], [0.81, 0.28], [0.79, 0.2], [0.74, 0.18]),
  line([0.4, 0.52], [0.48, 0.58], [0.56, 0.58], [0.67, 0.52]),
];

const note = (column: string, text: string, symbol: string): Change => ({
  type: 'note-written',
  column,
  text,
  ...(symbol ? { symbols: [symbol] } : {}),
  by: 'self',
});

const written: Change[] = [
  note('help', 'Letters 2 weeks before', 'letter'),
  { type: 'note-written', column: 'help', text: 'a friend with me', drawing: friend, by: 'self' },
  note('help', 'A quiet room', 'quiet-room'),
  { type: 'note-written', column: 'hard', symbols: ['bus', 'money', 'not-enough-time'], by: 'self' },
  note('hard', 'Long papers', 'long-report'),
  { type: 'note-written', column: 'hard', text: 'I can’t hear at the back', symbols: ['hear'], by: 'helper' },
  note('hard', 'Meetings start too early', 'early'),
];

const draft = (setup: Setup, change: Partial<Draft> = {}): Draft => ({
  ...turn.start(setup, 0, rules.start()),
  ...change,
});

const oneColumn: Setup = {
  ...hardAndHelp,
  question: { plain: 'What would make meetings better?', easy: 'What makes a good meeting?', symbol: 'idea' },
  columns: [{ id: 'ideas', phrase: { plain: 'Our ideas', easy: 'Our ideas', symbol: 'idea' }, colour: 1 }],
  ways: ['text'],
  dots: 0,
  notesPerTurn: 1,
};

const mine: Draft['notes'] = [
  { way: 'text', column: 'hard', text: 'The bus stops at 5', symbols: ['bus'], by: 'self' },
  { way: 'symbols', column: 'help', symbols: ['lunch', 'money'], by: 'self' },
];

export const examples: Example<Setup, Change, Draft>[] = [
  { name: 'which column', setup: hardAndHelp, changes: written, draft: draft(hardAndHelp) },
  {
    name: 'how to make a note',
    setup: hardAndHelp,
    changes: [],
    draft: draft(hardAndHelp, { step: 'how', column: 'hard', way: 'symbols' }),
  },
  { name: 'one column, typed', setup: oneColumn, changes: [], draft: draft(oneColumn) },
  {
    name: 'a sentence of pictures',
    setup: hardAndHelp,
    changes: [],
    draft: making('symbols', { sentence: ['bus', 'money'] }),
  },
  { name: 'a drawing', setup: hardAndHelp, changes: [], draft: making('drawing', { drawing: friend }) },
  { name: 'a voice', setup: hardAndHelp, changes: [], draft: making('voice', {}) },
  { name: 'a photo', setup: hardAndHelp, changes: [], draft: making('photo', {}) },
  {
    name: 'a phone number in a note',
    setup: hardAndHelp,
    changes: [],
    draft: { ...making('text', { text: 'Ring Mrs Green on 07700 900123' }), step: 'details' },
  },
  {
    name: 'my notes so far',
    setup: hardAndHelp,
    changes: [],
    draft: draft(hardAndHelp, { step: 'more', notes: mine }),
  },
  {
    name: 'giving dots',
    setup: { ...hardAndHelp, hidden: false, rounds: 'dots' },
    changes: written,
    draft: draft(hardAndHelp, { asks: 'dots', step: 'dots' }),
  },
  { name: 'nobody yet', setup: { ...hardAndHelp, hidden: false }, changes: [] },
  {
    name: 'grouped',
    setup: hardAndHelp,
    changes: [
      {
        type: 'theme-made',
        theme: 'getting-there',
        phrase: { plain: 'Getting there', easy: 'Getting there', symbol: 'bus' },
      },
      ...written,
    ],
  },
];

function making(way: Draft['way'], change: Partial<Draft['making']>): Draft {
  const start = draft(hardAndHelp, { step: 'make', column: 'hard', way });
  return { ...start, making: { ...start.making, ...change } };
}
