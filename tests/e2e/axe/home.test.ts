import { oneOfEach, runningAt, workshopFile } from '../../support/gallery.ts';
import { everyWay, type Screen } from '../../support/every-way.ts';
import { presses } from '../../support/on-screen.ts';

const path = '/';
const screens: Screen[] = [
  { name: 'Home', path },
  { name: 'Home: help', path, opens: presses(/^Help$/) },
  { name: 'Home: how I want it', path, opens: presses(/^How I want it$/, /^More ways/) },
  { name: 'Home: stopped', path, opens: presses(/^Stop$/) },
  { name: 'Home: what can be done with a workshop', path, opens: presses(/^More/) },
  { name: 'Home: delete?', path, opens: presses(/^More/, /^Delete/) },
  { name: 'Home: what was deleted', path, opens: presses(/deleted|bring back/i) },
  { name: 'New: what to start from', path: '/new' },
  {
    name: 'New: its name',
    path: '/new',
    opens: async (page) => page.locator('.template').first().press('Enter'),
  },
  { name: 'Settings', path: '/settings' },
  { name: 'Ready for the hall', path: '/ready' },
  {
    name: 'Ready for the hall: checked',
    path: '/ready',
    opens: async (page) => {
      await presses(/^Check this tablet$/)(page);
      await page.getByRole('heading', { level: 2, name: /^Ready$|^Not ready yet/ }).waitFor();
    },
  },
  { name: 'Licences', path: '/licences' },
  { name: 'Not found', path: '/nowhere' },
  { name: 'No such workshop', path: '/workshop/nowhere/lead' },
];

everyWay(
  {
    files: () =>
      Promise.all([
        workshopFile({ id: 'one', title: 'What makes it hard to join in?', of: oneOfEach }),
        workshopFile({
          id: 'two',
          title: 'Our York day',
          of: oneOfEach,
          after: runningAt(oneOfEach[0]?.id ?? ''),
        }),
        workshopFile({
          id: 'three',
          title: 'The day we looked at every letter that the council sends',
          of: [],
          after: [{ type: 'finished', at: 1 }],
        }),
        workshopFile({ id: 'four', title: 'Deleted', of: [], after: [{ type: 'deleted', at: 1 }] }),
      ]),
  },
  screens,
);
