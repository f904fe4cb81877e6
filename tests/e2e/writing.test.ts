import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { startTablet } from '../support/browser.ts';
import { rehearse } from '../support/rehearsal.ts';
import { startHub } from '../support/server.ts';
import { taster } from '../support/taster.ts';
import { foot } from '../support/turns.ts';

const toClear: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clear of toClear.splice(0).reverse()) await clear();
});

/** A picture of the screen, for whoever asked to look. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env.CUPPA_PICTURES;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}

test('a facilitator is helped to write, is asked why something is left out, and says who checked it', async () => {
  const hub = await startHub();
  toClear.push(hub.stop);
  const tablet = await startTablet({ width: 1180, height: 900 });
  toClear.push(tablet.putAway);
  const day = rehearse(tablet, hub);
  const page = tablet.page;
  await day.makeWorkshop(taster.name);

  // A question with hard words: the list beneath it mends them with a tap, and keeps the focus in the text.
  await day.press(page.getByRole('button', { name: taster.poll.question }).first());
  await page.waitForURL(/prepare\/.+/);
  const question = page
    .getByRole('group')
    .filter({ has: page.getByRole('textbox') })
    .first();
  const plain = question.getByRole('textbox').first();
  const easy = question.getByRole('textbox').nth(1);
  await plain.fill('How do we utilise the bus, e.g. prior to lunch?');
  await easy.fill('');
  await day.press(question.getByRole('button', { name: 'Start from the plain words' }));
  expect(await easy.inputValue()).toBe('How do we use the bus, such as before lunch?');
  await easy.fill(
    'Regarding the bus: what do you think about it and would you like it to be different from now on or not?',
  );
  await look(page, 'writing-help');
  await day.press(question.getByRole('button', { name: 'Use “About” for “Regarding”' }));
  expect(await easy.inputValue()).toMatch(/^About the bus/);
  expect(await easy.evaluate((element) => element === document.activeElement)).toBe(true);
  await page
    .getByRole('status')
    .filter({ hasText: /Writing help: \d things?|It says “About” now/ })
    .waitFor();
  // A sentence that is too long is shown where it stands.
  await day.press(question.getByRole('button', { name: /^Show me: what do you think/ }));
  const chosen = await easy.evaluate((element) =>
    element instanceof HTMLTextAreaElement
      ? element.value.slice(element.selectionStart, element.selectionEnd)
      : '',
  );
  expect(chosen).toMatch(/^what do you think .* or not\?$/);
  await easy.fill('');
  await page.getByText('Saved on this tablet').first().waitFor();
  await day.press(foot(page).getByRole('button', { name: 'Done' }));

  // Who checked it, and when.
  await page.getByText('Not checked yet.').waitFor();
  await look(page, 'desk-words');
  await day.press(page.getByRole('button', { name: 'Who checked it' }));
  await page.getByRole('dialog').getByLabel('Who checked it').fill('York Easy Read Group');
  await page.getByRole('dialog').getByLabel('When').fill('2030-03-05');
  await day.press(page.getByRole('dialog').getByRole('button', { name: 'Save' }));
  await page.getByText('Checked by York Easy Read Group on Tuesday 5 March 2030.').waitFor();

  // A word of the office's own.
  await day.press(page.getByRole('button', { name: 'Explain a word' }));
  await page.getByRole('dialog').getByLabel('The hard word').fill('bus');
  await page
    .getByRole('dialog')
    .getByRole('textbox', { name: /plain words/i })
    .fill('A big car for many people.');
  await look(page, 'explain-word');
  await day.press(page.getByRole('dialog').getByRole('button', { name: 'Save the word' }));
  // The sheet goes once the word is kept.
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByText('A big car for many people.').waitFor();

  // Starting without the Easy Read text asks why, and the report says it.
  await day.open('lead');
  await page.getByLabel('People here').fill('2');
  await day.press(day.button('Start the workshop'));
  const asked = page.getByRole('dialog');
  expect(await asked.getByRole('button', { name: 'Start anyway' }).isDisabled()).toBe(true);
  await asked.getByLabel('Why is it left out?').fill('The group reads plain words.');
  await look(page, 'why-left-out');
  await day.press(asked.getByRole('button', { name: 'Start anyway' }));
  await day.button(/^Next/).first().waitFor();
  const report = await day.report();
  expect(report).toContain('Left out: The group reads plain words.');
  expect(report).toContain(
    'Checked by York Easy Read Group on Tuesday 5 March 2030. Some words were changed after that.',
  );
  await look(page, 'report-small-print');
  expect(await day.report('Easy Read')).toContain('bus: A big car for many people.');
  await page.getByText('A big car for many people.').scrollIntoViewIfNeeded();
  await look(page, 'report-words');
  tablet.expectQuiet();
});
