import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { startTablet, waitUntilReadyOffline } from '../support/browser.ts';
import { oneOfEach, runningAt, workshopFile } from '../support/gallery.ts';
import { rehearse, type Rehearsal } from '../support/rehearsal.ts';
import { startHub } from '../support/server.ts';
import { foot } from '../support/turns.ts';

const toClear: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clear of toClear.splice(0).reverse()) await clear();
});

const sheet = (page: Page) => page.getByRole('dialog');
const inSheet = (day: Rehearsal, name: string | RegExp) => sheet(day.page()).getByRole('button', { name });
const atFoot = (day: Rehearsal, name: string | RegExp) => foot(day.page()).getByRole('button', { name });

const REASON = 'The money for this year is spent.';

test('what was heard is read back, promised, not done with a reason, and opens the next session, all offline', async () => {
  const hub = await startHub();
  const tablet = await startTablet();
  toClear.push(tablet.putAway);
  const { page } = tablet;
  const day = rehearse(tablet, hub);
  await page.goto(hub.url);
  await waitUntilReadyOffline(page);
  const shown = oneOfEach.map(({ id }) => ({ type: 'shown', activity: id }) as const);
  const text = await workshopFile({
    id: 'first',
    title: 'First session',
    of: oneOfEach,
    after: [...runningAt(oneOfEach[0]?.id ?? ''), ...shown, { type: 'finished', at: Date.UTC(2030, 2, 5) }],
  });
  await day.bringIn({ name: 'first.json', text });
  await hub.stop();
  day.takeOver('first');

  // A line is taken from a note, and points to it.
  await day.open('follow');
  await day.press(day.button('Take from what people said'));
  const words = 'I can’t hear at the back';
  await sheet(page).getByLabel('Find words').fill(words);
  await day.press(sheet(page).locator('.pick', { hasText: words }).first());
  await day.press(inSheet(day, 'Done'));
  await day.press(atFoot(day, 'Save'));
  await page.waitForURL(/\/follow\/[0-9a-f]{32}$/);
  // The form stays as it is, also while the workshop does not have the line yet.
  await page.getByRole('main').locator('.saved').waitFor();
  await page.locator('.card', { hasText: 'Where it came from' }).getByText(words).waitFor();

  // Whoever goes on without Save loses nothing of what they wrote.
  await page.getByLabel('In our words: Easy Read').fill('We could not hear you');
  await day.press(atFoot(day, 'To the list'));
  await day.press(day.button('Change'));
  await expect
    .poll(() => page.getByLabel('In our words: Easy Read').inputValue())
    .toBe('We could not hear you');

  // What will be done; then it is not, and cannot be saved without a reason.
  await day.press(day.button('Say what we will do'));
  await sheet(page)
    .getByLabel(/Plain words/)
    .fill('Pay for taxis');
  await sheet(page).getByLabel('Who will do it?').fill('Ann');
  await day.press(inSheet(day, 'Save'));
  await day.press(day.button(/^What became of it/));
  await day.press(inSheet(day, 'Not done'));
  await day.press(inSheet(day, 'Save'));
  await sheet(page).getByText('It can only be saved with a reason.').waitFor();
  await sheet(page)
    .getByLabel(/Plain words/)
    .fill(REASON);
  await day.press(inSheet(day, 'Save'));
  await page.getByText(`Not done. The reason: ${REASON}`).waitFor();

  // The room hears it and puts it otherwise; both stay.
  await day.open('read-back');
  await page.getByRole('heading', { level: 1, name: words }).waitFor();
  const big = await tablet.context.newPage();
  await big.goto(`${hub.url}/workshop/first/present`);
  await big.getByRole('heading', { level: 1, name: words }).waitFor();
  await big.close();
  await day.press(atFoot(day, 'Not quite'));
  await page.getByLabel('What should it say?').fill('They never stop for wheelchairs');
  await day.press(day.button('Save their words'));
  await page.getByText('In their words: They never stop for wheelchairs').waitFor();
  await page.getByRole('heading', { level: 1, name: words }).waitFor();

  // The next session: all that is open goes on, and it starts with what became of last time.
  await day.open('next');
  await page.getByRole('checkbox').first().waitFor();
  await day.press(atFoot(day, 'Make it'));
  await page.waitForURL(/\/prepare$/);
  const second = /workshop\/([^/]+)/.exec(page.url())?.[1] ?? '';
  expect(second).not.toBe('first');
  day.takeOver(second);
  await page.getByRole('heading', { name: 'Series' }).waitFor();
  await day.open('lead');
  await page.getByLabel('People here').fill('5');
  await day.press(day.button('Start the workshop'));
  await page.getByRole('heading', { level: 1, name: 'What became of last time' }).waitFor();
  await day.press(atFoot(day, 'Next'));
  await page.getByRole('heading', { level: 1, name: 'Pay for taxis' }).waitFor();
  await page.getByText(`Not done. The reason: ${REASON}`).waitFor();

  // Said in the second session, it is known in the first too: it is one promise.
  await day.press(atFoot(day, 'Say what became of it'));
  await day.press(inSheet(day, 'Done'));
  await day.press(inSheet(day, 'Save'));
  await page.locator('.outcome[data-how="done"]').waitFor();
  day.takeOver('first');
  await day.open('follow');
  await page.locator('.outcome[data-how="done"]').waitFor();
  expect(await page.getByText(REASON).count()).toBe(0);

  // On paper, in large print, without a network.
  await day.open('print/follow?look=large');
  await page.locator('.paper.large', { hasText: 'Pay for taxis' }).waitFor();
  tablet.expectQuiet({ except: [/ERR_CONNECTION_REFUSED|Failed to fetch/] });
});
