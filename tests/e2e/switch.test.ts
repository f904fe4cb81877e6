import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { startTablet } from '../support/browser.ts';
import { rehearse, type Rehearsal } from '../support/rehearsal.ts';
import { waitUntilOnDisk } from '../support/profile.ts';
import { startHub } from '../support/server.ts';
import { useSwitch, type Switch } from '../support/switch.ts';
import { taster } from '../support/taster.ts';
import { foot, handsOn } from '../support/turns.ts';

const toClear: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clear of toClear.splice(0).reverse()) await clear();
});

async function atPoll(): Promise<{ day: Rehearsal; page: Page }> {
  const hub = await startHub();
  toClear.push(hub.stop);
  const tablet = await startTablet();
  toClear.push(tablet.putAway);
  const day = rehearse(tablet, hub);
  await day.makeWorkshop(taster.name);
  await day.start(3);
  await day.nextUpTo(taster.poll.question);
  return { day, page: tablet.page };
}

const main = (page: Page) => page.getByRole('main');
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const frame = (page: Page) => page.locator('.scan-frame');

/** The leader sets the switch up for whoever comes next, with taps; the fastest there is, so that tests end. */
async function setUp(page: Page, scan: 'one' | 'two'): Promise<void> {
  const { press } = handsOn(page, 'taps');
  const sheet = page.getByRole('dialog').last();
  await press(button(page, 'How I want it'));
  await press(button(page, 'How I press'));
  await press(button(page, /^Wait between taps/));
  await press(sheet.locator('label', { hasText: 'It counts every tap' }));
  await press(sheet.getByRole('button', { name: 'Back' }));
  await press(button(page, /^I use a switch/));
  await press(sheet.locator('label', { hasText: scan === 'one' ? '1 switch' : '2 switches' }));
  if (scan === 'one') for (let times = 0; times < 3; times++) await press(button(page, 'Faster'));
  await press(button(page, 'This is good').last());
  await press(button(page, 'This is good'));
  await frame(page).waitFor();
}

/** The leader's own ways, which hold at the curtain too. */
async function wear(page: Page, ways: object): Promise<void> {
  await page.evaluate((worn) => localStorage.setItem('cuppa-ways', JSON.stringify(worn)), ways);
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** Chooses an answer and goes on. */
async function answer(page: Page, hand: Switch, words: string | RegExp): Promise<void> {
  const name = { name: words, exact: typeof words === 'string' };
  await hand.choose(main(page).getByRole('radio', name));
  await main(page)
    .getByRole('radio', { ...name, checked: true })
    .waitFor();
  await goOn(page, hand);
}
const goOn = (page: Page, hand: Switch) =>
  hand.choose(foot(page).getByRole('button', { name: /^(Next|Done)$/ }));

async function checked(page: Page, hand: Switch): Promise<void> {
  await page.getByRole('heading', { level: 1, name: /is this what you want/i }).waitFor();
  await hand.choose(foot(page).getByRole('button', { name: 'Done' }));
  await main(page).getByText('Done. Your answer is saved.').waitFor();
}
async function takeUp(page: Page, hand: Switch): Promise<void> {
  await hand.choose(button(page, 'It is my turn'));
  await hand.choose(foot(page).getByRole('button', { name: 'This is good' }));
}

describe('somebody with a switch', () => {
  test('takes a whole turn with one key: a poll, a note made of pictures, a pledge', async () => {
    const { day, page } = await atPoll();
    await wear(page, { scan: 'one', scanMs: 500, ignoreMs: 0 });
    const leader = handsOn(page, 'taps');
    const hand = useSwitch(page, { choose: 'Space' });
    const round = async (): Promise<void> => {
      await leader.press(button(page, /hand round/i));
      const without = page.getByRole('dialog').getByRole('button', { name: 'Go on without' });
      await button(page, 'It is my turn').or(without).first().waitFor();
      if ((await without.count()) > 0) await leader.press(without);
    };
    const backToLead = async (): Promise<void> => {
      await leader.press(button(page, 'For the leader'));
      await page.waitForURL(/\/lead$/);
    };

    await round();
    await takeUp(page, hand);
    await answer(page, hand, taster.poll.answers[1]?.words ?? '');
    await checked(page, hand);

    await backToLead();
    await leader.press(foot(page).getByRole('button', { name: /^Next: / }));
    await round();
    await takeUp(page, hand);
    await answer(page, hand, 'Pictures');
    await hand.choose(main(page).locator('.symbol-grid button'));
    await main(page).getByRole('button', { name: 'All the groups' }).waitFor();
    await hand.choose(main(page).locator('.symbol-grid button'));
    await goOn(page, hand);
    await goOn(page, hand);
    await checked(page, hand);

    await backToLead();
    const name = page.getByRole('heading', { level: 1 });
    while ((await name.innerText()) !== taster.pledges.question) {
      const next = foot(page).getByRole('button', { name: /^Next: / });
      const coming = (await next.innerText()).replace(/^Next: /, '').trim();
      await leader.press(next);
      await page.getByRole('heading', { level: 1, name: coming }).waitFor();
    }
    await round();
    await takeUp(page, hand);
    await answer(page, hand, 'Choose an idea');
    await answer(page, hand, /./);
    await answer(page, hand, 'No name');
    await answer(page, hand, 'No date');
    await checked(page, hand);
    await button(page, 'It is my turn').waitFor();
    // Into a group and then to the stop: so few presses for all of it.
    expect(hand.presses()).toBeLessThan(60);
    day.tablet().expectQuiet();
  });

  test('sets it up alone in a turn, with two keys from then on, and leaves no trace of it', async () => {
    const { day, page } = await atPoll();
    await day.handRound();
    await day.beginTurn({ answer: [] });
    // A helper turns it on; after that the person does all of it.
    await setUp(page, 'two');
    const hand = useSwitch(page, { choose: 'Enter', step: 'Space' });
    await hand.choose(button(page, 'How I want it'));
    await hand.choose(page.getByRole('dialog').getByRole('button', { name: 'Strong contrast' }));
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('contrast');
    await hand.choose(page.getByRole('dialog').getByRole('button', { name: 'This is good' }));
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    // A crash brings the switch back with the half-made answer.
    await waitUntilOnDisk(day.tablet(), '"theme":"contrast"');
    await page.reload();
    await frame(page).waitFor();
    await answer(page, hand, taster.poll.answers[0]?.words ?? '');
    await checked(page, hand);
    await button(page, 'It is my turn').waitFor();
    expect(await page.locator('.scan-frame, .scan-bar').count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.dataset.scan)).toBeUndefined();
    expect(await page.evaluate(() => localStorage.getItem('cuppa-ways'))).toBeNull();
    day.tablet().expectQuiet();
  });

  test('is shown nothing more after three rounds, starts again by a press, and anybody can turn it off', async () => {
    const { day, page } = await atPoll();
    const { press } = handsOn(page, 'taps');
    await wear(page, { scan: 'one', scanMs: 500, scanKey: 'F8' });
    await frame(page).waitFor();
    await press(button(page, /^Help$/));
    await page.getByRole('dialog').waitFor();
    const again = page.locator('.scan-bar').getByText('Press to start again');
    await again.waitFor();
    await frame(page).waitFor({ state: 'detached' });
    expect(await again.count()).toBe(1);
    await page.keyboard.press('F8');
    await frame(page).waitFor();
    await page.keyboard.press('Escape');
    await frame(page).waitFor({ state: 'detached' });
    // It turns the switch off, and leaves the sheet as it is.
    expect(await page.getByRole('dialog').count()).toBe(1);

    // A touch anywhere is the switch, and nothing beneath it is pressed; the way to turn it off lies above it.
    await wear(page, { scan: 'two', scanTouch: true });
    const before = await frame(page).boundingBox();
    const help = await button(page, /^Help$/).boundingBox();
    await page.touchscreen.tap((help?.x ?? 0) + 20, (help?.y ?? 0) + 20);
    await page.waitForFunction(
      (y) => document.querySelector('.scan-frame')?.getBoundingClientRect().y !== y,
      before?.y,
    );
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.waitForTimeout(520);
    await press(button(page, /^Turn off/));
    await frame(page).waitFor({ state: 'detached' });
    day.tablet().expectQuiet();
  });
});
