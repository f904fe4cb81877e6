import { rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startTablet, waitUntilReadyOffline, type Tablet } from '../support/browser.ts';
import { waitUntilOnDisk } from '../support/profile.ts';
import { rehearse, type Rehearsal } from '../support/rehearsal.ts';
import { distFolder, startHub, type Hub } from '../support/server.ts';
import { taster } from '../support/taster.ts';
import { choose, enough, half } from '../support/turns.ts';
import {
  buildLater,
  fetchNewVersion,
  letItTakeOver,
  partsOf,
  releases,
  renamed,
} from '../support/versions.ts';

/** How often the app is updated in the middle of a workshop: CUPPA_UPDATES=200 for the long run. */
const UPDATES = Number(process.env.CUPPA_UPDATES ?? 3);

let later = '';
const toClear: (() => Promise<void> | void)[] = [];
beforeAll(async () => {
  later = await buildLater();
});
afterAll(() => rmSync(later, { recursive: true, force: true }));
afterEach(async () => {
  for (const clear of toClear.splice(0).reverse()) await clear();
});

async function opened(): Promise<{ tablet: Tablet; hub: Hub; release: (dist: string) => void }> {
  const versions = releases();
  toClear.push(versions.clear);
  const hub = await startHub({ dist: versions.folder });
  toClear.push(hub.stop);
  const tablet = await startTablet();
  await tablet.page.goto(hub.url);
  await waitUntilReadyOffline(tablet.page);
  return { tablet, hub, release: versions.release };
}

/** Somebody is in the middle of writing a note. */
async function writing(tablet: Tablet, hub: Hub, words: string): Promise<Rehearsal> {
  const day = rehearse(tablet, hub);
  toClear.push(() => day.tablet().putAway());
  await day.makeWorkshop(taster.name);
  await day.start(2);
  await day.nextUpTo(taster.poll.question);
  await day.next();
  await day.handRound();
  await day.beginTurn({ answer: [choose('Type it'), half(words)] });
  return day;
}

const field = (page: Page) => page.getByRole('main').getByRole('textbox');
const marked = (page: Page) => page.evaluate(() => document.body.toggleAttribute('data-same-page', true));
const isSamePage = (page: Page) => page.locator('body[data-same-page]').count();

/** Every part of a version can still be had, as a window that runs it may ask for each. */
async function lacking(page: Page, parts: readonly string[]): Promise<string[]> {
  return page.evaluate(async (paths) => {
    const asked = await Promise.all(paths.map(async (path) => ((await fetch(path)).ok ? '' : path)));
    return asked.filter((path) => path !== '');
  }, parts);
}

test(
  `a half-written note lives through ${UPDATES} updates`,
  { timeout: 60_000 + UPDATES * 30_000 },
  async () => {
    const { tablet, hub, release } = await opened();
    let words = 'The bus ';
    let lost = 0;
    const day = await writing(tablet, hub, words);
    let running = distFolder();
    const type = async (more: string): Promise<void> => {
      await field(day.page()).press('End');
      await field(day.page()).pressSequentially(more);
      words += more;
    };
    const look = async (): Promise<void> => {
      const there = await field(day.page()).inputValue();
      if (there !== words) lost += Math.max(1, words.length - there.length);
    };
    for (let count = 1; count <= UPDATES; count += 1) {
      const page = day.page();
      const next = count === 1 ? later : renamed(later, `v${count}`);
      if (next !== later) toClear.push(() => rmSync(next, { recursive: true, force: true }));
      await marked(page);
      release(next);
      await fetchNewVersion(page);
      await type(`a${count} `);
      expect(await isSamePage(page)).toBe(1);
      expect(await lacking(page, partsOf(running))).toEqual([]);

      if (count % 3 === 1) {
        // Another window lets it take over; this one goes on with what it was.
        const other = await tablet.context.newPage();
        await other.goto(`${hub.url}/settings`);
        await letItTakeOver(other);
        await other.close();
        await type(`b${count} `);
        expect(await isSamePage(page)).toBe(1);
        expect(await lacking(page, partsOf(running))).toEqual([]);
        await look();
        await page.reload();
        running = next;
      } else if (count % 3 === 2) {
        // The battery is empty; the tablet starts with the new version.
        await waitUntilOnDisk(day.tablet(), words);
        await day.crash();
        await day.open('take-part');
        running = next;
      }
      await field(day.page()).waitFor();
      await look();
      if (next === running) expect(await lacking(day.page(), partsOf(next))).toEqual([]);
    }
    expect(lost).toBe(0);
    await day.finishTurn(enough, enough);
    if (UPDATES > 3)
      process.stdout.write(
        `${UPDATES} updates in the middle of a note, ${lost} of ${words.length} characters lost\n`,
      );
  },
);
