import type { Locator, Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { startTablet } from '../support/browser.ts';
import { rehearse, type Rehearsal } from '../support/rehearsal.ts';
import { startHub } from '../support/server.ts';
import { taster } from '../support/taster.ts';
import { foot } from '../support/turns.ts';

const toClear: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clear of toClear.splice(0).reverse()) await clear();
});

async function inTurn(ways: object, at: 'poll' | 'board'): Promise<{ day: Rehearsal; page: Page }> {
  const hub = await startHub();
  toClear.push(hub.stop);
  const tablet = await startTablet();
  toClear.push(tablet.putAway);
  const day = rehearse(tablet, hub);
  await day.makeWorkshop(taster.name);
  await day.start(3);
  await day.nextUpTo(taster.poll.question);
  if (at === 'board') await day.next();
  await tablet.page.evaluate((worn) => localStorage.setItem('cuppa-ways', JSON.stringify(worn)), ways);
  await tablet.page.reload();
  await day.button(/hand round/i).waitFor();
  await day.handRound();
  await day.beginTurn({ answer: [] });
  return { day, page: tablet.page };
}

/** How long this person wants between two taps. Up to two seconds are tried in src/access/taps.test.ts. */
const WAIT = 1400;

const main = (page: Page): Locator => page.getByRole('main');
const chosen = (page: Page): Locator =>
  main(page).locator('.choice[data-selected], .choice[aria-pressed="true"]');

/** Where to touch something. A finger lands a little beside the middle. */
async function spot(page: Page, on: Locator): Promise<{ x: number; y: number }> {
  await on.scrollIntoViewIfNeeded();
  const box = await on.boundingBox();
  if (!box) throw new Error(`There is no ${String(on)}.`);
  return { x: box.x + box.width / 2 + 5, y: box.y + box.height / 2 - 5 };
}
const touch = async (page: Page, on: Locator): Promise<void> => {
  const { x, y } = await spot(page, on);
  await page.touchscreen.tap(x, y);
};
/** A hand that taps, and taps again at once. */
const twice = async (page: Page, on: Locator): Promise<void> => {
  const { x, y } = await spot(page, on);
  await page.touchscreen.tap(x, y);
  await page.touchscreen.tap(x, y);
  await page.waitForTimeout(150);
};
/** Presses and holds; lets go somewhere else if `slide`. */
const hold = async (page: Page, on: Locator, ms: number, slide = 0): Promise<void> => {
  const { x, y } = await spot(page, on);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 6, y - 6);
  await page.waitForTimeout(ms);
  if (slide !== 0) await page.mouse.move(x, y + slide, { steps: 4 });
  await page.mouse.up();
  await page.waitForTimeout(120);
};
const tile = (page: Page, words: string): Locator => main(page).locator('.choice', { hasText: words });
const at = (page: Page, name: RegExp): Locator => page.getByRole('heading', { level: 1, name });

test('a tap that comes twice counts once: on an answer, a note of pictures and the check', async () => {
  const { day, page } = await inTurn({ ignoreMs: WAIT }, 'board');
  const step = WAIT + 20;
  await page.waitForTimeout(step);
  // The second tap of "Pictures" would land on nothing else, and that of "Next" on what comes after it.
  await twice(page, tile(page, 'Pictures'));
  expect(await chosen(page).count()).toBe(1);
  await page.waitForTimeout(step);
  await twice(page, foot(page).getByRole('button', { name: /^(Next|Done)$/ }));
  const grid = main(page).locator('.symbol-grid button');
  await grid.first().waitFor();
  await page.waitForTimeout(step);
  await twice(page, grid.first());
  // It opened a group; the second tap put no picture of the group into the sentence.
  expect(await main(page).locator('.sentence .word').count()).toBe(0);
  await page.waitForTimeout(step);
  await twice(page, grid.first());
  expect(await main(page).locator('.sentence .word').count()).toBe(1);
  await page.waitForTimeout(step);
  await twice(page, foot(page).getByRole('button', { name: /^(Next|Done)$/ }));
  await page.waitForTimeout(step);
  await twice(page, foot(page).getByRole('button', { name: /^(Next|Done)$/ }));
  await at(page, /is this what you want/i).waitFor();
  // Nor is it saved by the tap that led here.
  await page.waitForTimeout(step);
  const helped = page.locator('.who-helped').getByRole('button').nth(1);
  await twice(page, helped);
  expect(await helped.getAttribute('aria-pressed')).toBe('true');
  await at(page, /is this what you want/i).waitFor();
  day.tablet().expectQuiet();
});

test('where a press has to be held, slips and short touches do nothing, and a held press is one press', async () => {
  const { day, page } = await inTurn({ ignoreMs: 500, holdMs: 1000 }, 'poll');
  const first = tile(page, taster.poll.answers[0]?.words ?? '');
  const done = foot(page).getByRole('button', { name: 'Done' });
  await touch(page, first);
  await touch(page, first);
  await hold(page, first, 1100, 400);
  await page.waitForTimeout(200);
  expect(await chosen(page).count()).toBe(0);
  await hold(page, first, 1100);
  await chosen(page).first().waitFor();
  expect(await chosen(page).count()).toBe(1);
  // Keys are as they were.
  await main(page).getByRole('radio').nth(1).press('Space');
  expect(await main(page).getByRole('radio').nth(1).isChecked()).toBe(true);

  await page.waitForTimeout(520);
  await touch(page, done);
  expect(await at(page, /is this what you want/i).count()).toBe(0);
  await hold(page, done, 1100);
  await at(page, /is this what you want/i).waitFor();
  await page.waitForTimeout(520);
  await touch(page, done);
  await hold(page, done, 1100, -300);
  await page.waitForTimeout(300);
  await at(page, /is this what you want/i).waitFor();
  // A touch beside a sheet does not close it either.
  await page.getByRole('button', { name: 'Help', exact: true }).press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.touchscreen.tap(10, 10);
  await page.waitForTimeout(200);
  expect(await page.getByRole('dialog').count()).toBe(1);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await hold(page, done, 1100);
  await main(page).getByText('Done. Your answer is saved.').waitFor();
  expect(await page.getByRole('button', { name: 'It is my turn' }).count()).toBe(1);
  day.tablet().expectQuiet();
});
