import { defineKind } from '../kind.ts';
import { blank } from './blank.ts';
import { examples } from './examples.ts';
import { groupsAsked, offered, rules, type Change, type Setup, type State } from './model.ts';
import { paper } from './paper.ts';
import { report } from './report.ts';
import { turn, type Draft } from './turn.ts';
import { words } from './words.ts';

/** One question with answers to choose from: one, several, or five faces. */
export const poll = defineKind<Setup, Change, State, Draft>({
  ...rules,
  symbol: 'poll',
  words,
  blank,
  heading: (setup) => setup.question,
  phrases: (setup) => [
    setup.question,
    ...[...groupsAsked(setup), ...offered(setup)].map(({ phrase }) => phrase),
  ],
  round: (setup) => (setup.sealed ? 'sealed' : 'open'),
  hides: (setup) => setup.hidden,
  minutes: (setup) => setup.minutes,
  turn,
  paper,
  report,
  examples,
  parts: {
    Editor: () => import('./Editor.tsx').then((part) => part.Editor),
    Screen: () => import('./Screen.tsx').then((part) => part.Screen),
    Results: () => import('./Results.tsx').then((part) => part.Results),
  },
});
