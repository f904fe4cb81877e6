import { afterAll } from 'vitest';
import type { Page } from 'playwright-core';
import type { Database } from '#hub/database/database.ts';
import { openDatabase } from '#hub/database/open.ts';
import { removeWords } from '#hub/keeping/remove.ts';
import { openPairing } from '#hub/tablets/pairing.ts';
import { everyWay } from '../../support/every-way.ts';
import { oneOfEach, workshopFile } from '../../support/gallery.ts';
import { presses } from '../../support/on-screen.ts';
import type { Hub } from '../../support/server.ts';

/** The database of the office that the tablet is connected to. */
let database: Database | undefined;
let data = '';
afterAll(() => database?.close());

const files = () =>
  Promise.all([
    workshopFile({ id: 'one', title: 'What makes it hard to join in?', of: oneOfEach }),
    workshopFile({
      id: 'over',
      title: 'The day we looked at every letter that the council sends',
      of: [],
      after: [{ type: 'finished', at: 1 }],
    }),
  ]);

async function connect(page: Page, hub: Hub): Promise<void> {
  ({ data } = hub);
  database = await openDatabase({ data });
  const { secret } = await openPairing(database, { kind: 'nobody' });
  await page.goto(`${hub.url}/pair#${secret}`);
  await page.getByRole('textbox').first().fill('The blue tablet');
  await presses(/^Connect to the office$/)(page);
  await page.getByRole('heading', { level: 1, name: /is connected to/ }).waitFor();
  await page.goto(hub.url);
  await page.getByText('This tablet can go back').waitFor();
}

/** The office takes out what somebody said. Said twice it is done once. */
async function takeSomethingOut(): Promise<void> {
  if (!database) throw new Error('There is no office.');
  const [row] = await database.all("SELECT id FROM entry WHERE workshop = 'one' ORDER BY kept DESC LIMIT 1");
  await removeWords({ database, data }, 'one', [String(row?.id)], { kind: 'hub' });
}

const counted = (page: Page): Promise<void> => page.locator('.hand-in-means').waitFor();

everyWay({ files, first: connect }, [
  { name: 'Home: what is in the office', path: '/', opens: counted },
  {
    name: 'Home: use it on other tablets too',
    path: '/',
    opens: async (page) => {
      await counted(page);
      await presses(/^More/)(page);
    },
  },
  { name: 'Lead: it can go back', path: '/workshop/over/lead', opens: counted },
  {
    name: 'Settings: disconnect?',
    path: '/settings',
    opens: presses(/^Disconnect$/),
  },
  {
    name: 'Home: what the leader must know',
    path: '/',
    opens: async (page) => {
      await takeSomethingOut();
      await page.reload();
      await page.locator('.notice').waitFor();
    },
  },
]);
