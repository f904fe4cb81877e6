import { newId } from '#workshop/entry.ts';
import { defineKind } from '../kind.ts';
import { examples } from './examples.ts';
import { rules, type Change, type Setup, type State } from './model.ts';
import { paper } from './paper.ts';
import { report, sayings } from './report.ts';
import { turn, type Draft } from './turn.ts';
import { say, words } from './words.ts';

const ideas = ['idea1', 'idea2', 'idea3', 'idea4'] as const;

/** One thing that each person will do, in their own way, to look at again later. Never ranked. */
export const pledges = defineKind<Setup, Change, State, Draft>({
  ...rules,
  symbol: 'pledges',
  words,
  blank: () => ({
    question: say('question'),
    ideas: ideas.map((key) => ({ id: newId(), phrase: say(key) })),
    hidden: true,
    minutes: 10,
  }),
  heading: (setup) => setup.question,
  phrases: (setup) => [setup.question, ...setup.ideas.map((idea) => idea.phrase)],
  round: () => 'open',
  hides: (setup) => setup.hidden,
  minutes: (setup) => setup.minutes,
  turn,
  paper,
  report,
  sayings,
  examples,
  parts: {
    Editor: () => import('./Editor.tsx').then((part) => part.Editor),
    Screen: () => import('./Screen.tsx').then((part) => part.Screen),
    Results: () => import('./Results.tsx').then((part) => part.Results),
    Lead: () => import('./Lead.tsx').then((part) => part.Lead),
    prints: [
      {
        name: 'cards',
        title: say('cards'),
        cutUp: true,
        Page: () => import('./Cards.tsx').then((part) => part.Cards),
      },
    ],
  },
});
