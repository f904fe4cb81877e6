import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { startTablet } from '../support/browser.ts';
import { rehearse, type Rehearsal } from '../support/rehearsal.ts';
import { startHub } from '../support/server.ts';
import { choose, enough, foot, half } from '../support/turns.ts';

const toClear: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clear of toClear.splice(0).reverse()) await clear();
});

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const inSheet = (day: Rehearsal, name: string | RegExp) =>
  day.page().getByRole('dialog').getByRole('button', { name });

/** A picture of the screen, for whoever asked to look. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env.CUPPA_PICTURES;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}

async function openOwnWords(day: Rehearsal): Promise<void> {
  await day.press(foot(day.page()).getByRole('button', { name: /^More/ }));
  await day.press(inSheet(day, 'Our own words'));
}

test('the group’s own word is used everywhere, and what people wrote is left as it is', async () => {
  const hub = await startHub();
  toClear.push(hub.stop);
  const tablet = await startTablet();
  toClear.push(tablet.putAway);
  const day = rehearse(tablet, hub);
  await day.makeWorkshop(/York/);
  await day.start(2);

  // The leader chooses it in the room: a hard word of this workshop, and what this group says.
  await openOwnWords(day);
  await day.press(inSheet(day, 'co-production'));
  await day.page().getByLabel('What we say', { exact: true }).fill('working together');
  await look(day.page(), 'own-words');
  await day.press(inSheet(day, 'Use our word'));
  await day.page().getByText('We say “working together”. Others say “co-production”.').waitFor();
  await look(day.page(), 'own-words-chosen');
  await day.press(inSheet(day, 'Close'));

  // On the leader's screen, on the big screen, and for the person who takes part.
  const asked = 'What does working together mean to you?';
  await day.nextUpTo(asked);
  const big = await tablet.context.newPage();
  await big.goto(`${hub.url}/workshop/${day.id()}/present`);
  await heading(big, asked);
  await day.handRound();
  await day.beginTurn({ ways: ['Easy Read'], answer: [choose('Type it'), half('Co-production is tea')] });
  await heading(day.page(), asked);

  // In Easy Read the word is bold; a tap, or a key, says what it means.
  const word = day
    .page()
    .getByRole('heading', { level: 1 })
    .getByRole('button', { name: 'working together' });
  await look(day.page(), 'hard-word');
  await day.press(word);
  const sheet = day.page().getByRole('dialog', { name: 'Working together' });
  await sheet.getByText('We work together, and all of us are equal.').waitFor();
  await sheet.getByText('Other people say “co-production”.').waitFor();
  await look(day.page(), 'hard-word-sheet');
  await day.press(sheet.getByRole('button', { name: 'Close' }));
  await expect.poll(() => word.evaluate((element) => element === document.activeElement)).toBe(true);
  // Help has it too, for whoever does not tap words.
  await day.press(day.button('Help').first());
  await day
    .page()
    .getByRole('dialog', { name: 'Help' })
    .getByText('working together: We work together')
    .waitFor();
  await look(day.page(), 'words-here');
  await day.press(inSheet(day, 'Close'));
  await day.press(foot(day.page()).getByRole('button', { name: /^(Next|Done)$/ }));
  await day.finishTurn(enough);

  await day.backToLead();
  await day.show();
  await big.getByText('Co-production is tea').waitFor();
  await day.open('report');
  const report = await day.report();
  expect(report).toContain('What working together means to us');
  expect(report).toContain(`We asked: ${asked}`);
  expect(report).toContain('Co-production is tea');
  expect(report.replace('Co-production is tea', '').replace(/say “co-production”/, '')).not.toMatch(
    /co-production/i,
  );
  const json = (await day.reportAsJson()).text;
  expect(json).toContain(asked);
  expect(json).toContain('Co-production is tea');

  // And back: nothing of what was written is lost.
  await day.open('lead');
  await openOwnWords(day);
  await day.press(inSheet(day, 'Say “co-production” again'));
  await day.press(inSheet(day, 'Close'));
  await heading(day.page(), 'What does co-production mean to you?');
  await heading(big, 'What does co-production mean to you?');
  tablet.expectQuiet();
});
