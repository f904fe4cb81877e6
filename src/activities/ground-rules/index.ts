import { defineKind } from '../kind.ts';
import type { Draft } from './draft.ts';
import { examples } from './examples.ts';
import { adopted, carry, rules, type Change, type Setup, type State } from './model.ts';
import { paper } from './paper.ts';
import { report } from './report.ts';
import { starters } from './starters.ts';
import { turn } from './turn.ts';
import { say, words } from './words.ts';

/** The group says how it wants to be together, adopts its rules, and looks back at them at the end. */
export const groundRules = defineKind<Setup, Change, State, Draft>({
  ...rules,
  symbol: 'ground-rules',
  words,
  blank: () => ({ question: say('question'), starter: starters(), allowProposals: true, minutes: 10 }),
  heading: (setup) => setup.question,
  phrases: (setup) => [setup.question, ...setup.starter.map((rule) => rule.phrase)],
  round: () => 'open',
  secondRound: (_setup, state) => (state.lookingBack ? 'kept' : ''),
  // The group makes its rules out loud: nobody has to be shielded from what the others said.
  hides: () => false,
  minutes: (setup) => setup.minutes,
  turn,
  paper,
  report,
  carry,
  rules: (setup, state) => adopted(setup, state).flatMap((rule) => rule.wordings),
  examples,
  parts: {
    Editor: () => import('./Editor.tsx').then((part) => part.Editor),
    Screen: () => import('./Screen.tsx').then((part) => part.Screen),
    Results: () => import('./Results.tsx').then((part) => part.Results),
    Lead: () => import('./Lead.tsx').then((part) => part.Lead),
    prints: [
      {
        name: 'poster',
        title: say('poster'),
        Page: () => import('./Poster.tsx').then((part) => part.Poster),
      },
    ],
  },
});
