import { apartDrafts, broughtDrafts, heardDrafts } from '../../support/follow.ts';
import { everyWay, type Screen } from '../../support/every-way.ts';
import { oneOfEach, runningAt, workshopFile } from '../../support/gallery.ts';
import { presses } from '../../support/on-screen.ts';

const first = '/workshop/first';
const second = '/workshop/second';
const apart = '/workshop/apart';
const next = /^Next$/;
const became = /^(What became of it|What happened)\?/;

const screens: Screen[] = [
  { name: 'You said, we will', path: `${first}/follow` },
  { name: 'You said, we will: nothing yet', path: '/workshop/none/follow' },
  { name: 'You said, we will: help', path: `${first}/follow`, opens: presses(/^Help$/) },
  { name: 'A line', path: `${first}/follow/bus` },
  { name: 'A line: the room put it otherwise', path: `${first}/follow/words` },
  { name: 'A line: new, of notes', path: `${first}/follow/new?from=notes` },
  { name: 'A line: nothing written', path: `${first}/follow/new`, opens: presses(/^Save$/) },
  { name: 'A line: what we will do', path: `${first}/follow/taxi`, opens: presses(/^Say what we will do/) },
  {
    name: 'A line: not done, without a reason',
    path: `${first}/follow/bus`,
    opens: presses(became, /^Not done$/, /^Save$/),
  },
  { name: 'A line: written in two places', path: `${apart}/follow/bus` },
  { name: 'A line: two tablets say different things', path: `${apart}/follow/words` },
  { name: 'A line: none such', path: `${first}/follow/nowhere` },
  { name: 'Read back', path: `${first}/read-back` },
  { name: 'Read back: not quite', path: `${first}/read-back`, opens: presses(/^Not quite/) },
  { name: 'Read back: two wordings', path: `${apart}/read-back` },
  { name: 'Read back: the end', path: `${first}/read-back`, opens: presses(/^Later/, /^Later/, /^Later/) },
  { name: 'Last time', path: `${second}/last-time` },
  { name: 'Last time: of nothing', path: `${first}/last-time` },
  { name: 'Last time: still to do', path: `${second}/last-time`, opens: presses(next) },
  { name: 'Last time: not done', path: `${second}/last-time`, opens: presses(next, next) },
  { name: 'Last time: what can’t be done', path: `${second}/last-time`, opens: presses(next, next, next) },
  {
    name: 'Last time: a pledge',
    path: `${second}/last-time`,
    opens: presses(next, next, next, next, /^Changed$/),
  },
  { name: 'Last time: notes', path: `${second}/last-time`, opens: presses(next, next, next, next, next) },
  { name: 'Next session', path: `${first}/next` },
  { name: 'Next session: of none yet', path: '/workshop/none/next' },
  { name: 'New: go on from an earlier one', path: '/new', opens: presses(/^Go on from/) },
  { name: 'Lead: finished, with its keeping date', path: `${second}/lead` },
  {
    name: 'Lead: themes and keeping date',
    path: `${second}/lead`,
    opens: presses(/^Change (themes|what we keep)/),
  },
  { name: 'Lead: two keeping dates', path: `${apart}/lead` },
  { name: 'Lead: before the start of a next session', path: '/workshop/third/lead' },
  { name: 'Prepare: a session of a series', path: '/workshop/third/prepare' },
  { name: 'Print: You said, we will', path: `${first}/print/follow` },
  { name: 'Print: You said, we will, in Easy Read', path: `${second}/print/follow?look=easy` },
  { name: 'Report: with what became of last time', path: `${second}/report` },
];

/** What every run looks at; `npm run matrix` looks at all of them. */
const core = [
  'You said, we will',
  'A line: two tablets say different things',
  'A line: not done, without a reason',
  'Read back',
  'Last time: a pledge',
  'Next session',
  'Print: You said, we will, in Easy Read',
];
const looked =
  process.env.CUPPA_MATRIX === 'full' ? screens : screens.filter(({ name }) => core.includes(name));

const finished = [
  ...runningAt(oneOfEach[0]?.id ?? ''),
  { type: 'finished', at: Date.UTC(2030, 2, 5) } as const,
];

everyWay(
  {
    files: () =>
      Promise.all([
        workshopFile({ id: 'first', of: oneOfEach, after: finished, said: heardDrafts }),
        workshopFile({ id: 'second', of: oneOfEach, after: finished, said: broughtDrafts('first') }),
        workshopFile({ id: 'third', of: oneOfEach, said: broughtDrafts('second') }),
        workshopFile({ id: 'apart', of: oneOfEach, after: finished, said: apartDrafts }),
        workshopFile({ id: 'none', of: [] }),
      ]),
  },
  looked,
);
