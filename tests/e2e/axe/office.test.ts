import type { Page } from 'playwright-core';
import { fillOffice, signIn } from '../../support/office.ts';
import { everyWay, type Screen } from '../../support/every-way.ts';
import { presses } from '../../support/on-screen.ts';

const finds =
  (words: string): NonNullable<Screen['opens']> =>
  async (page) => {
    await page.getByRole('search').getByRole('textbox').fill(words);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: new RegExp(words) }).waitFor();
  };
const chooses = async (page: Page): Promise<void> => {
  await presses(/^See (several|some)/)(page);
  await page.locator('.workshop').first().press('Enter');
};

const screens: Screen[] = [
  { name: 'Office: workshops', path: '/office' },
  { name: 'Office: workshops, none like this', path: '/office?series=none' },
  { name: 'Office: workshops to see together', path: '/office', opens: chooses },
  { name: 'Office: search', path: '/office/search' },
  { name: 'Office: found', path: '/office/search', opens: finds('bus') },
  { name: 'Office: nothing found', path: '/office/search', opens: finds('xylophone') },
  { name: 'Office: one workshop', path: '/office/workshop/library' },
  { name: 'Office: which tablets', path: '/office/workshop/acomb', opens: presses(/^Choose the tablets/) },
  { name: 'Office: remove it?', path: '/office/workshop/acomb', opens: presses(/^Remove it now/) },
  {
    name: 'Office: several together',
    path: '/office/combined?of=acomb,library',
    opens: presses(/^By workshop/),
  },
  { name: 'Office: tablets', path: '/office/tablets' },
  { name: 'Office: connect a tablet', path: '/office/tablets', opens: presses(/^Connect a tablet/) },
  { name: 'Office: disconnect?', path: '/office/tablets', opens: presses(/^Disconnect/) },
  { name: 'Office: what came late', path: '/office/tablets', opens: presses(/^Decide/) },
  { name: 'Office: throw it away?', path: '/office/tablets', opens: presses(/^Decide/, /^Throw/) },
  { name: 'Office: who did what', path: '/office/audit' },
  { name: 'Office: keeping', path: '/office/keeping' },
  {
    name: 'Office: a date without a reason',
    path: '/office/keeping',
    opens: presses(/^Set a date/, /^Use this date/),
  },
  { name: 'Office: what one person said', path: '/office/workshop/acomb/forget' },
  {
    name: 'Office: what goes',
    path: '/office/workshop/acomb/forget',
    opens: presses(/^The bus should/, /^Look at what goes/),
  },
  { name: 'Office: the report', path: '/office/workshop/acomb/report' },
  { name: 'Office: preparing', path: '/office/workshop/charter/prepare' },
];

everyWay(
  {
    files: () => Promise.resolve([]),
    first: async (page, hub) => fillOffice(hub, await signIn(hub, page.context())),
  },
  screens,
);
