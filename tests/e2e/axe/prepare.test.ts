import { differing, oneOfEach, situations, workshopFile } from '../../support/gallery.ts';
import { everyWay, type Screen } from '../../support/every-way.ts';
import { presses } from '../../support/on-screen.ts';

const ID = 'to-prepare';
const path = `/workshop/${ID}/prepare`;
const screens: Screen[] = [
  { name: 'Prepare: the agenda', path },
  { name: 'Prepare: an empty agenda', path: '/workshop/empty/prepare' },
  { name: 'Prepare: help', path, opens: presses(/^Help$/) },
  { name: 'Prepare: add a part', path, opens: presses(/^Add/) },
  {
    name: 'Prepare: where a part goes',
    path,
    opens: async (page) => {
      await presses(/^Add/)(page);
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
