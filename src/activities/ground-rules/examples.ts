import type { Example } from '../kind.ts';
import type { Change, Setup } from './model.ts';
import type { Draft } from './draft.ts';
import { say } from './words.ts';

const keys = ['starter1', 'starter2', 'starter3', 'starter4'] as const;
const setup: Setup = {
  question: say('question'),
  starter: keys.map((key, index) => ({ id: `r${index + 1}`, phrase: say(key) })),
  allowProposals: true,
  minutes: 10,
};

const agreed: Change[] = [
  { type: 'agreed', rules: { r1: 'agree', r2: 'agree', r3: 'agree', r4: 'agree' } },
  { type: 'agreed', rules: { r1: 'agree', r2: 'agree', r3: 'agree', r4: 'not-sure' } },
  { type: 'agreed', rules: { r1: 'agree', r2: 'disagree', r3: 'agree' } },
  { type: 'rule-proposed', text: 'We start and finish on time' },
  { type: 'rule-proposed', text: 'quiet room break', symbols: ['quiet-room', 'break'] },
];
const adoptedToo: Change[] = [
  ...agreed,
  { type: 'rule-adopted', rule: 'r1' },
  { type: 'rule-adopted', rule: 'r2' },
  { type: 'rule-adopted', rule: 'r3' },
  { type: 'rule-dropped', rule: 'r4' },
];

const draft: Draft = {
  step: 0,
  asks: 'agree',
  rules: setup.starter.map((rule) => ({ ...rule, symbols: [] })),
  together: { 0: 'all' },
  agreed: { r1: 'agree' },
  kept: {},
  more: '',
  text: '',
  symbols: [],
  symbolText: '',
};

export const examples: Example<Setup, Change, Draft>[] = [
  { name: 'before anyone has answered', setup, changes: [], draft },
  {
    name: 'rule by rule',
    setup,
    changes: [],
    draft: { ...draft, step: 2, together: { 0: 'some' } },
  },
  { name: 'proposed', setup, changes: agreed, draft: { ...draft, step: 1, more: 'words' } },
  {
    name: 'one more in words',
    setup,
    changes: agreed,
    draft: { ...draft, step: 2, more: 'words', text: 'We start on time' },
  },
  {
    name: 'one more in pictures',
    setup,
    changes: agreed,
    draft: {
      ...draft,
      step: 2,
      more: 'symbols',
      symbols: ['quiet-room', 'break'],
      symbolText: 'quiet room break',
    },
  },
  { name: 'adopted', setup, changes: adoptedToo },
  {
    name: 'worded in two places',
    setup,
    changes: [
      ...adoptedToo,
      {
        type: 'rule-worded',
        rule: 'r1',
        phrase: { plain: 'One at a time.', easy: '1 at a time.', symbol: 'listen' },
      },
      {
        type: 'rule-worded',
        rule: 'r1',
        phrase: { plain: 'We take turns.', easy: 'We take turns.', symbol: 'voice' },
      },
    ],
  },
  {
    name: 'did we keep them',
    setup,
    changes: [
      ...adoptedToo,
      { type: 'kept-asked' },
      { type: 'kept-answered', rules: { r1: 'yes', r2: 'partly', r3: 'yes' } },
      { type: 'kept-answered', rules: { r1: 'yes', r2: 'no', r3: 'yes' } },
    ],
    draft: {
      ...draft,
      step: 1,
      asks: 'kept',
      rules: draft.rules.slice(0, 3),
      together: { 0: 'some' },
      agreed: {},
      kept: { r1: 'partly' },
    },
  },
  { name: 'from nothing', setup: { ...setup, starter: [] }, changes: [] },
];
