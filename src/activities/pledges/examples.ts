import type { Stroke } from '#workshop/stroke.ts';
import type { Example } from '../kind.ts';
import type { Change, Setup } from './model.ts';
import type { Draft } from './turn.ts';
import { say } from './words.ts';

const keys = ['idea1', 'idea2', 'idea3', 'idea4'] as const;
const setup: Setup = {
  question: say('question'),
  ideas: keys.map((key, index) => ({ id: `i${index + 1}`, phrase: say(key) })),
  hidden: true,
  minutes: 10,
};

/** A house with a door, drawn by hand: a point every so often, as a finger leaves them. */
const drawing: Stroke[] = [
  [
    [0.16, 0.52],
    [0.5, 0.2],
    [0.84, 0.52],
  ],
  [
    [0.24, 0.5],
    [0.25, 0.84],
    [0.75, 0.83],
    [0.76, 0.49],
  ],
  [
    [0.43, 0.83],
    [0.44, 0.62],
    [0.57, 0.61],
    [0.58, 0.83],
  ],
].map((corners) => ({
  points: corners.flatMap((corner, index) => between(corner, corners[index + 1] ?? corner)),
}));

function between([x = 0, y = 0]: number[], [toX = 0, toY = 0]: number[]): [number, number, number][] {
  return Array.from({ length: 12 }, (_, step) => [
    x + ((toX - x) * step) / 12,
    y + ((toY - y) * step) / 12,
    0.5,
  ]);
}

const plain = { named: 'no-name', name: '', lookAgain: '' } as const;
const pledged: Change[] = [
  {
    type: 'pledged',
    text: 'I will ask people what they think before I decide.',
    idea: 'i1',
    symbol: 'ask-question',
    ...plain,
  },
  {
    type: 'pledged',
    text: 'I will read our letters aloud before we send them.',
    symbol: 'letter',
    named: 'first-name',
    name: 'Rosa',
    lookAgain: '2027-06-15',
  },
  {
    type: 'pledged',
    text: 'money letter',
    symbols: ['money', 'letter'],
    named: 'as-written',
    name: 'J from the Tuesday group',
    lookAgain: '',
  },
  {
    type: 'pledged',
    text: 'Make our meeting place easy to find',
    drawing,
    ...plain,
    lookAgain: '2027-04-01',
  },
  { type: 'pledged', text: '', drawing, ...plain },
];

const draft: Draft = {
  step: 'how',
  how: '',
  idea: '',
  page: 0,
  text: '',
  symbols: [],
  symbolText: '',
  drawing: [],
  caption: '',
  picture: '',
  named: '',
  name: '',
  when: '',
};
const written: Draft = { ...draft, how: 'words', text: 'I will write letters that people can read' };

export const examples: Example<Setup, Change, Draft>[] = [
  { name: 'before anyone has pledged', setup, changes: [], draft: { ...draft, how: 'words' } },
  { name: 'an idea', setup, changes: [], draft: { ...draft, step: 'idea', how: 'idea', idea: 'i2' } },
  { name: 'in words', setup, changes: [], draft: { ...written, step: 'words' } },
  {
    name: 'in pictures',
    setup,
    changes: [],
    draft: {
      ...draft,
      step: 'symbols',
      how: 'symbols',
      symbols: ['letter', 'agree'],
      symbolText: 'letter agree',
    },
  },
  { name: 'in a drawing', setup, changes: [], draft: { ...draft, step: 'drawing', how: 'drawing', drawing } },
  {
    name: 'a picture to go with it',
    setup,
    changes: [],
    draft: { ...written, step: 'picture', picture: 'letter' },
  },
  {
    name: 'how to be named',
    setup,
    changes: [],
    draft: { ...written, step: 'named', picture: 'none', named: 'no-name' },
  },
  {
    name: 'the name',
    setup,
    changes: [],
    draft: { ...written, step: 'name', picture: 'none', named: 'first-name', name: 'Rosa' },
  },
  {
    name: 'when to look again',
    setup,
    changes: [],
    draft: { ...written, step: 'when', picture: 'none', named: 'no-name', when: '3' },
  },
  { name: 'pledged', setup, changes: pledged },
  {
    name: 'shown at once',
    setup: { ...setup, hidden: false, ideas: [] },
    changes: pledged.slice(0, 2),
    draft,
  },
];
