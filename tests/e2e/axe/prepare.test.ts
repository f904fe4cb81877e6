import type { Page } from 'playwright-core';
import { differing, oneOfEach, situations, workshopFile } from '../../support/gallery.ts';
import { everyWay, type Screen } from '../../support/every-way.ts';
import { presses } from '../../support/on-screen.ts';

const ID = 'to-prepare';
const path = `/workshop/${ID}/prepare`;
const isByStep = async (page: Page): Promise<boolean> =>
  (await page.getByRole('button', { name: /^All on/ }).count()) > 0;
/** Who prepares step by step adds a part from the page that has everything. */
const adds = async (page: Page): Promise<void> => {
  if (await isByStep(page)) await presses(/^All on/)(page);
  await presses(/^Add/)(page);
};
const screens: Screen[] = [
  { name: 'Prepare: the agenda', path },
  { name: 'Prepare: an empty agenda', path: '/workshop/empty/prepare' },
  { name: 'Prepare: help', path, opens: presses(/^Help$/) },
  { name: 'Prepare: add a part', path, opens: adds },
  ...[1, 2, 3].map((times): Screen => ({
    name: `Prepare, step by step: ${times} on`,
    path,
    opens: async (page) => {
      for (let on = 0; on < times; on += 1) if (await isByStep(page)) await presses(/^Next$/)(page);
    },
  })),
  {
    name: 'Prepare: where a part goes',
    path,
    opens: async (page) => {
      await adds(page);
      await page.getByRole('dialog').locator('.kind-choice').first().press('Enter');
    },
  },
  ...differing(situations, ({ setup }) => setup).map(({ id, name }): Screen => ({
    name: `Prepare: ${name}`,
    path: `${path}/${id}`,
  })),
  ...oneOfEach.map(({ id, name }): Screen => ({
    name: `See it: ${name}`,
    path: `${path}/${id}`,
    opens: presses(/^See it/),
  })),
  {
    name: 'Prepare: choose a picture',
    path: `${path}/${oneOfEach[0]?.id ?? ''}`,
    opens: presses(/Change the picture/),
  },
  { name: 'Prepare: no such part', path: `${path}/nowhere` },
];

everyWay(
  {
    files: () =>
      Promise.all([workshopFile({ id: ID, of: situations }), workshopFile({ id: 'empty', of: [] })]),
  },
  screens,
);
