import type { Page } from 'playwright-core';
import type { Change } from '#workshop/changes.ts';
import { oneOfEach, runningAt, workshopFile } from '../../support/gallery.ts';
import { everyWay, type Screen } from '../../support/every-way.ts';
import { presses } from '../../support/on-screen.ts';

const ID = 'in-words';
const asks = oneOfEach.find(({ kind }) => kind.turn) ?? oneOfEach[0];
const asked = asks?.kind.heading(asks.setup).easy ?? '';
/** Some word of the question, so that there is a hard word to tap. */
const word = /\p{L}{4,}/u.exec(asked)?.[0] ?? '';
const words: Change[] = [
  { type: 'own-word-chosen', word: 'co-production', instead: 'working together' },
  {
    type: 'word-explained',
    word,
    meaning: { plain: 'This is what it means to us.', easy: 'This is what it means.', symbol: 'definition' },
  },
  { type: 'checked', by: 'York Easy Read Group', on: '2030-03-05' },
];
const desk = `/workshop/${ID}/prepare`;
const isByStep = async (page: Page): Promise<boolean> =>
  (await page.getByRole('button', { name: /^All on/ }).count()) > 0;
const onDesk =
  (button: RegExp) =>
  async (page: Page): Promise<void> => {
    if (await isByStep(page)) await presses(/^All on/)(page);
    await presses(button)(page);
  };

const screens: Screen[] = [
  {
    name: 'Words: the group’s own',
    path: `/workshop/${ID}/lead`,
    opens: presses(/^More$/, /^Our own words/),
  },
  { name: 'Words: explain one', path: desk, opens: onDesk(/^Explain a word/) },
  { name: 'Words: who checked them', path: desk, opens: onDesk(/^Who checked it/) },
  {
    name: 'Words: the writing help',
    path: `/workshop/written/prepare/${asks?.id ?? ''}`,
    opens: async (page) => {
      const fields = page.locator('.phrase-field').first().getByRole('textbox');
      await fields.first().fill('We utilise it, e.g. prior to the meeting of the DWP, and we touch base!');
      await fields.nth(1).fill('');
      await page.getByRole('button', { name: /^Start from the plain words/ }).waitFor();
    },
  },
  {
    name: 'Words: what a hard word means',
    path: `/workshop/${ID}/take-part`,
    ...(asks ? { turn: { of: asks, stage: 'answer' as const } } : {}),
    opens: async (page) => {
      const hard = page.locator('.hard-word').first();
      // In plain words there is none.
      if ((await page.locator('html').getAttribute('data-words')) !== 'plain') await hard.press('Enter');
    },
  },
  {
    name: 'Words: a question with a hard word',
    path: `/workshop/${ID}/take-part`,
    ...(asks ? { turn: { of: asks, stage: 'answer' as const } } : {}),
  },
];

everyWay(
  {
    files: () =>
      Promise.all([
        workshopFile({ id: ID, of: oneOfEach, after: [...runningAt(asks?.id ?? ''), ...words] }),
        workshopFile({ id: 'written', of: oneOfEach }),
      ]),
    round: ID,
  },
  screens,
);
