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

/** A stroke along a part of an oval, from one angle to another (in turns), as many points as a hand would leave. */
const arc = (x: number, y: number, wide: number, high: number, from: number, to: number): Stroke => ({
  points: Array.from({ length: 33 }, (_, step): [number, number, number] => {
    const angle = 2 * Math.PI * (from + ((to - from) * step) / 32);
    const near = (value: number): number => Math.round(value * 1000) / 1000;
    return [near(x + wide * Math.cos(angle)), near(y + high * Math.sin(angle)), 0.5];
  }),
});

/** Two people side by side, holding hands. */
const friend: Stroke[] = [
  arc(0.3, 0.27, 0.08, 0.09, 0.75, 1.78),
  arc(0.3, 0.85, 0.11, 0.45, 0.5, 1),
  arc(0.71, 0.27, 0.08, 0.09, 0.75, 1.78),
  arc(0.71, 0.85, 0.11, 0.45, 0.5, 1),
  arc(0.505, 0.56, 0.12, 0.08, 0.5, 0),
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
