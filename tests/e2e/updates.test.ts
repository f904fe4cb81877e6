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
  // The browser's own cache may have them too, but nobody can count on that.
  const debug = await page.context().newCDPSession(page);
  await debug.send('Network.clearBrowserCache');
  await debug.detach();
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
        const other = await day.tablet().context.newPage();
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

/** Dexie says so in the console when a window of another version comes. */
const OTHER_VERSION = /Another connection wants to upgrade|Upgrade 'cuppa' blocked/;
const kept = (page: Page) => page.locator('.workshops li').count();
const asideLeft = (page: Page) => page.evaluate(() => caches.has('versions-before'));

test('windows of 3 versions work side by side, and what nobody runs any more goes', async () => {
  const { tablet, hub, release } = await opened();
  toClear.push(tablet.putAway);
  const third = renamed(later, 'third');
  toClear.push(() => rmSync(third, { recursive: true, force: true }));
  const old = rehearse(tablet, hub);
  await old.makeWorkshop(taster.name);
  await tablet.page.goto(hub.url);
  await marked(tablet.page);
  release(later);
  await fetchNewVersion(tablet.page);
  await letItTakeOver(tablet.page);
  await tablet.page.getByText('Another window has started a newer Cuppa').first().waitFor();

  // The newer one has a newer database: the older one lets go of it, and opens it again.
  const second = await tablet.context.newPage();
  const next = rehearse({ ...tablet, page: second }, hub);
  await next.makeWorkshop(taster.name);
  await expect.poll(() => kept(tablet.page)).toBe(2);
  const count = await second.evaluate(async () => (await indexedDB.databases())[0]?.version);
  expect(count).toBe(10_000);
  await second.goto(hub.url);
  await old.press(tablet.page.getByRole('button', { name: /^New workshop/ }));
  await old.press(tablet.page.getByRole('button', { name: taster.name }));
  await old.press(tablet.page.getByRole('button', { name: 'Make this workshop' }));
  await tablet.page.waitForURL(/\/prepare$/);
  await expect.poll(() => kept(second)).toBe(3);

  // A third version: the first window is two behind, and still gets every part of its own.
  release(third);
  await fetchNewVersion(second);
  await letItTakeOver(second);
  expect(await lacking(tablet.page, partsOf(distFolder()))).toEqual([]);
  expect(await isSamePage(tablet.page)).toBe(1);
  expect(await lacking(second, partsOf(later))).toEqual([]);
  await second.reload();
  await second.waitForTimeout(3000);
  expect(await asideLeft(second)).toBe(true);
  await tablet.page.close();
  await second.reload();
  await expect.poll(() => asideLeft(second), { timeout: 30_000 }).toBe(false);
  tablet.expectQuiet({ except: [OTHER_VERSION] });
});

test('a window that cannot let go of the database holds nobody up', async () => {
  const { tablet, hub, release } = await opened();
  toClear.push(tablet.putAway);
  const { page, context } = tablet;
  await rehearse(tablet, hub).makeWorkshop(taster.name);
  // As a frozen window: it holds the database, and hears nothing.
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        const asking = indexedDB.open('cuppa');
        asking.onsuccess = () => {
          Object.assign(globalThis, { holds: asking.result });
          done();
        };
      }),
  );
  release(later);
  await fetchNewVersion(page);
  await letItTakeOver(page);
  const second = await context.newPage();
  const began = performance.now();
  const next = rehearse({ ...tablet, page: second }, hub);
  await next.makeWorkshop(taster.name);
  expect(performance.now() - began).toBeLessThan(30_000);
  await second.goto(hub.url);
  await second
    .getByText(/kept in 1 place only/)
    .first()
    .waitFor();
  await expect.poll(() => kept(second)).toBe(2);
  await page.evaluate(() => (globalThis as unknown as { holds: IDBDatabase }).holds.close());
  await second
    .getByText(/kept in 1 place only/)
    .first()
    .waitFor({ state: 'detached', timeout: 60_000 });
  await second.reload();
  await expect.poll(() => kept(second)).toBe(2);
});
