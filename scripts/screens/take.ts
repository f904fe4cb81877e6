/**
 * Draws docs/screens/*.png from the real app, as it was last built: a workshop of the kinds' own examples is
 * brought in as a file, and led. Look at them before a commit.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Ways } from '../../src/access/ways.ts';
import { startTablet } from '../../tests/support/browser.ts';
import { bringIn, leaveDraft, presses, settled } from '../../tests/support/on-screen.ts';
import {
  draftFile,
  runningAt,
  situations,
  workshopFile,
  type Situation,
} from '../../tests/support/gallery.ts';
import { startHub } from '../../tests/support/server.ts';

const ID = 'screens';
const out = join(import.meta.dirname, '../../docs/screens');
mkdirSync(out, { recursive: true });

const named = (name: string): Situation => {
  const found = situations.find((one) => one.name === name);
  if (!found) throw new Error(`No example is called ${name}.`);
  return found;
};
const poll = named('poll, what makes it hard');
const notes = named('post-its, which column');
const parts = [
  named('card, housekeeping'),
  named('ground-rules, adopted'),
  poll,
  named('card, a break with a gentle timer'),
  notes,
  named('pledges, pledged'),
];

const hub = await startHub();
const tablet = await startTablet();
const { page } = tablet;

async function take(
  name: string,
  width: number,
  height: number,
  path: string,
  act?: (page: Page) => Promise<void>,
) {
  await page.setViewportSize({ width, height });
  await page.goto(`${hub.url}${path}`);
  await settled(page);
  await act?.(page);
  await settled(page);
  // A ring says where the keys are. Here nobody has any.
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await page.screenshot({ path: join(out, `${name}.png`), animations: 'disabled', caret: 'hide' });
}

/** The tablet as it is put down, and how whoever has it now reads. */
const reads = (ways: Partial<Ways>) =>
  page.evaluate((kept) => localStorage.setItem('cuppa-ways', kept), JSON.stringify(ways));
const at = (screen: string, of: string): string => `/workshop/${of}/${screen}`;

await page.goto(hub.url);
await settled(page);
const title = 'What makes it hard to join in?';
const told = { title, of: parts, taken: 11 };
const went = (to: Situation) => runningAt(to.id);
await bringIn(page, await workshopFile({ ...told, taken: 6, id: ID, after: went(poll) }));
await bringIn(
  page,
  await workshopFile({ ...told, id: 'shown', after: [...went(poll), { type: 'shown', activity: poll.id }] }),
);
await bringIn(
  page,
  await workshopFile({
    ...told,
    id: 'sorted',
    after: [...went(notes), { type: 'shown', activity: notes.id }],
  }),
);

await take('lead', 1024, 768, at('lead', ID), presses(/timer for 10 minutes/));
await take('board', 1024, 768, at('lead', 'sorted'), async () => {
  const hand = page.locator('.sorting .board, .sorting').first();
  await hand.evaluate((board) => window.scrollTo(0, board.getBoundingClientRect().top + scrollY - 150));
});
await take('present', 1920, 1080, at('present', 'shown'));
await take('report', 1024, 1300, at('report', 'shown'));

// The same moment of the leader in big steps, and what goes on paper.
await reads({ words: 'easy' });
await take('lead-in-steps', 1024, 768, at('lead', ID));
await take('ready', 768, 1024, '/ready');
await reads({});
for (const [name, where] of [
  ['paper-invite', 'print/invite?look=easy'],
  ['paper-agenda', 'print/agenda?look=easy'],
  ['paper-answers', `print/${poll.id}/answers?look=easy`],
  ['paper-answers-large', `print/${poll.id}/answers?look=large`],
] as const)
  await take(name, 1024, 1300, at(where, ID));

// One question in the ways of nine people.
const ways: Record<string, Partial<Ways>> = {
  plain: {},
  symbols: { words: 'symbols' },
  contrast: { theme: 'contrast' },
  dark: { theme: 'dark', words: 'easy' },
  biggest: { text: 'larger', words: 'easy' },
  calm: { calm: true, words: 'easy' },
  lexend: { font: 'lexend' },
  welsh: { language: 'cy' },
  switch: { words: 'symbols', scan: 'one' },
};
for (const [name, own] of Object.entries(ways)) {
  await leaveDraft(page, await draftFile(ID, poll, 'answer', own));
  await take(`way-${name}`, 768, 1024, at('take-part', ID));
}

await reads({ words: 'easy' });
await take('how', 768, 1024, at('take-part', ID), async () => {
  await leaveDraft(page, await draftFile(ID, poll, 'how', { words: 'easy' }));
  await page.reload();
});
await leaveDraft(page, await draftFile(ID, poll, 'answer', { words: 'easy' }));
await take('take-part', 768, 1024, at('take-part', ID));
await take('curtain', 768, 1024, at('take-part', ID), presses(/^Done$/, /^Done$/));

tablet.expectQuiet();
await tablet.putAway();
await hub.stop();
