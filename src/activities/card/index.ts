import { newId } from '#workshop/entry.ts';
import { defineKind } from '../kind.ts';
import { examples } from './examples.ts';
import { rules, type Change, type Setup, type State } from './model.ts';
import { paper } from './paper.ts';
import { report } from './report.ts';
import { say, words } from './words.ts';

/** Something to say to the room: housekeeping, a break, resources, thank you. */
export const card = defineKind<Setup, Change, State, undefined>({
  ...rules,
  symbol: 'card',
  words,
  blank: () => ({
    heading: say('newHeading'),
    rows: [{ id: newId(), phrase: say('newRow') }],
    minutes: 0,
    print: false,
  }),
  heading: (setup) => setup.heading,
  phrases: (setup) => [setup.heading, ...setup.rows.map((row) => row.phrase)],
  round: () => 'none',
  hides: () => false,
  minutes: (setup) => setup.minutes,
  paper,
  report,
  examples,
  parts: {
    Editor: () => import('./Editor.tsx').then((part) => part.Editor),
    Results: () => import('./Results.tsx').then((part) => part.Results),
    prints: [
      {
        name: 'sheet',
        title: say('print'),
        Page: () => import('./Results.tsx').then((part) => part.Results),
      },
    ],
  },
});
