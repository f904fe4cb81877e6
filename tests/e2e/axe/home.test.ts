import { strToU8, zipSync } from 'fflate';
import { lock, lockWith } from '#sync/locked.ts';
import { oneOfEach, runningAt, workshopFile } from '../../support/gallery.ts';
import { everyWay, type Screen } from '../../support/every-way.ts';
import { presses } from '../../support/on-screen.ts';

const path = '/';
/** A file that asks something before it comes in: it is chosen on the first screen. */
const brings =
  (text: () => Promise<string>): NonNullable<Screen['opens']> =>
  async (page) => {
    const file = { name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(await text()) };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('dialog').waitFor();
  };
const another = () => workshopFile({ id: 'five', title: 'What makes it hard to join in?', of: oneOfEach });
const damaged = async () => (await another()).slice(0, -2000);
const locked = async () => lock(await another(), await lockWith('moat wax pea maple'));
const locks: NonNullable<Screen['opens']> = async (page) => {
  await presses(/^More/, /^Save a copy/)(page);
  const tick = page.getByRole('checkbox');
  await tick.waitFor();
  await tick.press('Space');
};
const pack = Buffer.from(
  zipSync({
    'kettle.svg': strToU8(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 2h6v6z"/></svg>',
    ),
    'list.csv': strToU8('file,label\nkettle.svg,Kettle'),
  }),
);

const screens: Screen[] = [
  { name: 'Home', path },
  { name: 'Home: help', path, opens: presses(/^Help$/) },
  { name: 'Home: how I want it', path, opens: presses(/^How I want it$/, /^More ways/) },
  { name: 'Home: the ways by what they look like', path, opens: presses(/^How I want it$/) },
  { name: 'Home: my card', path, opens: presses(/^How I want it$/, /^My card$/) },
  { name: 'Home: my card, made', path, opens: presses(/^How I want it$/, /^My card$/, /^Make/) },
  { name: 'Home: stopped', path, opens: presses(/^Stop$/) },
  { name: 'Home: what can be done with a workshop', path, opens: presses(/^More/) },
  { name: 'Home: save a copy', path, opens: presses(/^More/, /^Save a copy/) },
  { name: 'Home: save a locked copy', path, opens: locks },
  { name: 'Home: a damaged file', path, opens: brings(damaged) },
  { name: 'Home: a locked file', path, opens: brings(locked) },
  { name: 'Home: delete?', path, opens: presses(/^More/, /^Delete/) },
  { name: 'Home: what was deleted', path, opens: presses(/deleted|bring back/i) },
  { name: 'New: what to start from', path: '/new' },
  {
    name: 'New: its name',
    path: '/new',
    opens: async (page) => page.locator('.template').first().press('Enter'),
  },
  { name: 'Settings', path: '/settings' },
  {
    name: 'Settings: connect to the office',
    path: '/settings',
    opens: presses(/^Connect to the office$/, /^Connect to the office$/),
  },
  { name: 'Connect: from a square code', path: `/pair#${'0'.repeat(32)}` },
  {
    name: 'Settings: a pack of symbols',
    path: '/settings',
    opens: async (page) => {
      const choosing = page.waitForEvent('filechooser');
      await presses(/^Bring in (a pack|symbols)/)(page);
      await (await choosing).setFiles({ name: 'pack.zip', mimeType: 'application/zip', buffer: pack });
      await page.getByRole('dialog').waitFor();
    },
  },
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
