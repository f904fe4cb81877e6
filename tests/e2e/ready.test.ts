import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { startTablet, waitUntilReadyOffline, type Tablet } from '../support/browser.ts';
import { settled } from '../support/on-screen.ts';
import { rehearse } from '../support/rehearsal.ts';
import { startHub, type Hub } from '../support/server.ts';
import { taster } from '../support/taster.ts';

const toClear: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clear of toClear.splice(0).reverse()) await clear();
});

async function opened(): Promise<{ hub: Hub; tablet: Tablet; page: Page }> {
  const hub = await startHub();
  toClear.push(hub.stop);
  const tablet = await startTablet();
  toClear.push(tablet.putAway);
  await tablet.page.goto(hub.url);
  await waitUntilReadyOffline(tablet.page);
  return { hub, tablet, page: tablet.page };
}

const line = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });
const verdict = (page: Page) => page.getByRole('heading', { level: 2, name: /^Ready$|^Not ready yet/ });

/** Makes the check with the keyboard, and tells its last word. */
async function check(page: Page): Promise<string> {
  // A new screen takes the focus to its heading, and a key pressed in that moment would go there.
  await settled(page);
  await page.getByRole('button', { name: /^Check (this tablet|again)$/ }).press('Enter');
  await verdict(page).waitFor();
  return verdict(page).innerText();
}

test('with the server gone, the check says what is still to do, once, and writes into no workshop', async () => {
  const { hub, tablet, page } = await opened();
  const day = rehearse(tablet, hub);
  await day.makeWorkshop(taster.name);
  const before = await page.evaluate(async () => (await indexedDB.databases()).length);
  const entries = async (): Promise<string> => {
    await page.getByRole('button', { name: /^More/ }).first().waitFor();
    return page.locator('.counts b').first().innerText();
  };
  await page.goto(hub.url);
  const kept = await entries();
  await day.setPin('135790');
  await hub.stop();

  await page.goto(`${hub.url}/workshop/${day.id()}/ready`);
  await page.evaluate(() => {
    const told: string[] = [];
    Object.assign(globalThis, { told });
    const region = document.querySelector('[role=status]');
    if (region)
      new MutationObserver(() => told.push(region.textContent)).observe(region, {
        subtree: true,
        childList: true,
        characterData: true,
      });
  });
  const said = await check(page);
  expect(await page.evaluate(() => (globalThis as unknown as { told: string[] }).told)).toEqual([said]);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(said);

  const [count] = /\d+/.exec(said) ?? ['0'];
  const open = await page.getByText(/^(To do|Not checked yet)$/).count();
  expect(open).toBe(Number(count));
  for (const name of [
    'Screens and parts',
    'Works without a network',
    'Letters',
    'Saving',
    'PIN for the leader',
  ])
    await line(page, name).getByText('Good').waitFor();
  await line(page, 'Safety file').getByText('To do').waitFor();

  // What only a person can tell: a sound that was heard, and a voice that this browser has none of.
  await line(page, 'Sound').getByRole('button', { name: 'Play 3 notes' }).press('Enter');
  await line(page, 'Sound').getByRole('button', { name: 'Yes, I heard it' }).press('Enter');
  await line(page, 'Sound').getByText('Good').waitFor();
  await line(page, 'Reading aloud').getByRole('button', { name: 'Let the tablet speak' }).press('Enter');
  await line(page, 'Reading aloud').getByText('This tablet has no English voice').waitFor();
  await line(page, 'Reading aloud').getByRole('button', { name: 'We do without a voice' }).press('Enter');
  await line(page, 'Reading aloud').getByText('Good').waitFor();
  expect(await verdict(page).innerText()).toContain(String(Number(count) - 2));

  await page.goto(hub.url);
  expect(await entries()).toBe(kept);
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(before);
  tablet.expectQuiet({ except: [/service-worker\.js|ERR_CONNECTION_REFUSED/] });
});

test('what the browser dropped is fetched again, or said; a store that does not work is said', async () => {
  const { hub, tablet, page } = await opened();
  const drop = () =>
    page.evaluate(async () => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        const found = (await cache.keys()).find(({ url }) => /Licences-.*\.js/.test(url));
        if (found) await cache.delete(found);
      }
    });
  await drop();
  await page.goto(`${hub.url}/ready`);
  await check(page);
  await line(page, 'Works without a network').getByText('1 file had gone').waitFor();
  await check(page);
  await line(page, 'Works without a network')
    .getByText(/^The \d+ files?|^All \d+ files/)
    .waitFor();

  // The second store is made to fail, then the first.
  await page.addInitScript(() => {
    Object.defineProperty(FileSystemDirectoryHandle.prototype, 'entries', {
      value: () => {
        throw new Error('broken');
      },
    });
  });
  await drop();
  await (await tablet.context.newCDPSession(page)).send('Network.clearBrowserCache');
  await hub.stop();
  await page.goto(`${hub.url}/ready`);
  await check(page);
  await line(page, 'Works without a network').getByText('1 file of Cuppa is missing').waitFor();
  await line(page, 'Saving').getByText('saves in 1 place only').waitFor();
  await line(page, 'Screens and parts').getByText('To do').waitFor();
  tablet.expectQuiet({ except: [/service-worker\.js|ERR_|Failed to fetch|Licences|Failed to load/] });
});
