import { differing, oneOfEach, runningAt, situations, workshopFile } from '../../support/gallery.ts';
import { everyWay, type Screen } from '../../support/every-way.ts';

const at = (id: string): string => `/workshop/${id}/present`;
const shown = differing(situations, ({ setup, changes }) => [setup, changes]);
const screens: Screen[] = [
  { name: 'Present: before the start', path: at('before') },
  { name: 'Present: between two parts', path: at('between') },
  { name: 'Present: finished', path: at('finished') },
  { name: 'Present: the way out', path: at('before'), opens: async (page) => page.mouse.click(5, 5) },
  ...oneOfEach.map((of): Screen => ({ name: `Present, hidden: ${of.name}`, path: at(`at-${of.id}`) })),
  ...shown.map((of): Screen => ({ name: `Present, shown: ${of.name}`, path: at(`shown-${of.id}`) })),
];

everyWay(
  {
    files: () =>
      Promise.all([
        workshopFile({ id: 'before', of: oneOfEach }),
        workshopFile({ id: 'between', of: oneOfEach, after: runningAt('nowhere') }),
        workshopFile({
          id: 'finished',
          of: oneOfEach,
          after: [...runningAt('nowhere'), { type: 'finished', at: 1 }],
        }),
        ...oneOfEach.map((of) => workshopFile({ id: `at-${of.id}`, of: [of], after: runningAt(of.id) })),
        ...shown.map((of) =>
          workshopFile({
            id: `shown-${of.id}`,
            of: [of],
            after: [...runningAt(of.id), { type: 'shown', activity: of.id }],
          }),
        ),
      ]),
  },
  screens,
);
