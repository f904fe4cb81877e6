import { oneOfEach, runningAt, situations, workshopFile } from '../../support/gallery.ts';
import { everyWay, type Screen } from '../../support/every-way.ts';
import { presses } from '../../support/on-screen.ts';

const ID = 'to-report';
const path = `/workshop/${ID}/report`;
const POLL = situations.find(({ kind, setup }) => kind.turn && kind.round(setup) !== 'none')?.id ?? '';
const prints = oneOfEach.flatMap(({ id, kind }) =>
  (kind.parts.prints ?? []).map(({ name, title }) => ({ id, name, title })),
);

const screens: Screen[] = [
  { name: 'Report: standard', path },
  { name: 'Report: Easy Read', path, opens: presses(/^Easy Read$/) },
  { name: 'Report: large print', path, opens: presses(/^Large print$/) },
  { name: 'Report: help', path, opens: presses(/^Help$/) },
  { name: 'Report: of nothing', path: '/workshop/nothing/report' },
  { name: 'Report: while it runs', path: '/workshop/running/report' },
  {
    name: 'Report: tables of each part',
    path,
    opens: (page) => page.locator('summary').first().press('Enter'),
  },
  { name: 'Print: what can be printed', path: `/workshop/${ID}/print` },
  { name: 'Print: invitation', path: `/workshop/${ID}/print/invite` },
  {
    name: 'Print: what the invitation says',
    path: `/workshop/${ID}/print/invite?look=easy`,
    opens: (page) => page.locator('summary').first().press('Enter'),
  },
  { name: 'Print: agenda', path: `/workshop/${ID}/print/agenda?look=easy` },
  ...oneOfEach.map(({ id, kind }): Screen => ({
    name: `Print: ${kind.name} on paper`,
    path: `/workshop/${ID}/print/${id}/answers?look=easy`,
  })),
  ...prints.map(({ id, name, title }): Screen => ({
    name: `Print: ${title.plain}`,
    path: `/workshop/${ID}/print/${id}/${name}`,
  })),
  { name: 'Type in: which sheet', path: `/workshop/${ID}/type-in` },
  { name: 'Type in: how many', path: `/workshop/${ID}/type-in/${POLL}` },
  {
    name: 'Type in: one paper',
    path: `/workshop/${ID}/type-in/${POLL}`,
    opens: presses(/^(Start typing in|Start)$/),
  },
  { name: 'Print: no such sheet', path: `/workshop/${ID}/print/nowhere/cards` },
];

everyWay(
  {
    files: () =>
      Promise.all([
        workshopFile({
          id: ID,
          of: situations,
          after: [
            ...runningAt(situations[0]?.id ?? ''),
            { type: 'note-written', activity: '', text: 'The hearing loop was not on until 10.30am.' },
            {
              type: 'action-agreed',
              action: 'ask',
              what: 'Ask for letters in large print',
              who: 'Ann',
              by: '2030-04-01',
            },
            { type: 'finished', at: Date.UTC(2030, 2, 5) },
          ],
        }),
        workshopFile({ id: 'nothing', of: [] }),
        workshopFile({ id: 'running', of: oneOfEach, after: runningAt(oneOfEach[0]?.id ?? '') }),
      ]),
  },
  screens,
);
