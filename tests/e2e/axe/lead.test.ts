import type { Change } from '#workshop/changes.ts';
import {
  differing,
  oneOfEach,
  runningAt,
  situations,
  workshopFile,
  type Situation,
} from '../../support/gallery.ts';
import { everyWay, type Screen } from '../../support/every-way.ts';
import { presses } from '../../support/on-screen.ts';

const at = (id: string): string => `/workshop/${id}/lead`;
/** What stands on the leader's screen while answers are hidden tells of what was said only where a kind has tools of its own. */
const led = differing(situations, ({ kind, setup, changes }) => [setup, kind.parts.Lead && changes]);
const hides = differing(situations, ({ setup, changes }) => [setup, changes]).filter(
  ({ kind, setup }) => kind.hides(setup) || kind.round(setup) === 'sealed',
);
const busy: Change[] = [
  { type: 'timer-started', activity: oneOfEach[1]?.id ?? '', minutes: 10, at: Date.now() },
  { type: 'card-put-up', card: 'slow-down' },
  { type: 'card-put-up', card: 'break' },
  { type: 'note-written', activity: '', text: 'The hearing loop was not on until 10.30am.' },
  {
    type: 'action-agreed',
    action: 'ask',
    what: 'Ask for letters in large print',
    who: 'Ann',
    by: '2030-04-01',
  },
];

const more = /^More$/;
const sheets: [string, ...(string | RegExp)[]][] = [
  ['Lead: more', more],
  ['Lead: the people here', more, /here$|^People/],
  ['Lead: notes', more, /^Notes/],
  ['Lead: actions', more, /^Actions/],
  ['Lead: what is handed to people', more, /^Share/],
  ['Lead: the big screen', more, /big screen/i],
  ['Lead: add a part', more, /^Add/],
  ['Lead: change the agenda', more, /^Change/],
  ['Lead: finish', more, /^Finish/],
  ['Lead: the cards', /^Stop$/],
  ['Lead: help', /^Help$/],
  ['Lead: how I want it', /^How I want it$/],
];

const screens: Screen[] = [
  { name: 'Lead: before the start', path: at('before') },
  { name: 'Lead: before the start of nothing', path: at('nothing') },
  { name: 'Lead: finished', path: at('finished') },
  ...led.map((of): Screen => ({ name: `Lead: ${of.name}`, path: at(`at-${of.id}`) })),
  ...hides.map((of): Screen => ({ name: `Lead, shown: ${of.name}`, path: at(`shown-${of.id}`) })),
  { name: 'Lead: a timer, cards, notes and actions', path: at('busy') },
  ...sheets.map(([name, ...buttons]): Screen => ({ name, path: at('busy'), opens: presses(...buttons) })),
  {
    name: 'Lead: one part of the agenda',
    path: at('busy'),
    opens: async (page) => {
      await presses(more, /^Change/)(page);
      await page.getByRole('dialog').locator('.to-choose button').nth(1).press('Enter');
    },
  },
  {
    name: 'Lead: show the answers',
    path: at(`at-${hides[0]?.id ?? ''}`),
    opens: async (page) => {
      // Who leads step by step has it behind More, until it is the step to take.
      const bySteps = (await page.locator('.big-step').count()) > 0;
      await presses(...(bySteps ? [more] : []), /^Show the answers/)(page);
    },
  },
];

/** A workshop at one situation, among one of each kind, so that there is an agenda. */
const among = (of: Situation): Situation[] => [...new Set([...oneOfEach.slice(0, 2), of, ...oneOfEach])];
const shown = (of: Situation): Change[] => [...runningAt(of.id), { type: 'shown', activity: of.id }];

everyWay(
  {
    files: () =>
      Promise.all([
        workshopFile({ id: 'before', of: oneOfEach }),
        workshopFile({ id: 'nothing', of: [] }),
        workshopFile({
          id: 'finished',
          of: oneOfEach,
          after: [...runningAt(oneOfEach[0]?.id ?? ''), { type: 'finished', at: 1 }],
        }),
        workshopFile({ id: 'busy', of: oneOfEach, after: [...runningAt(oneOfEach[1]?.id ?? ''), ...busy] }),
        ...led.map((of) => workshopFile({ id: `at-${of.id}`, of: among(of), after: runningAt(of.id) })),
        ...hides.map((of) => workshopFile({ id: `shown-${of.id}`, of: among(of), after: shown(of) })),
      ]),
  },
  screens,
);
