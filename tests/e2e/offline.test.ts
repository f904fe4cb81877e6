import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { startAgain, startTablet, waitUntilReadyOffline } from '../support/browser.ts';
import type { Tablet } from '../support/browser.ts';
import { distFolder, startHub } from '../support/server.ts';
import type { Hub } from '../support/server.ts';

const toClear: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clear of toClear.splice(0).reverse()) await clear();
});

async function hubAndTablet(dist?: string): Promise<{ hub: Hub; tablet: Tablet }> {
  const hub = await startHub(dist === undefined ? {} : { dist });
  toClear.push(hub.stop);
  const tablet = await startTablet();
  toClear.push(tablet.putAway);
  return { hub, tablet };
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
}

/** Every address that the service worker keeps, without the revision that it adds. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const caches = await globalThis.caches.keys();
    const requests = await Promise.all(
      caches.map(async (name) => (await globalThis.caches.open(name)).keys()),
    );
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });

test('after one visit the app opens with the server stopped, also at an address never opened', async () => {
  const { hub, tablet } = await hubAndTablet();
  await tablet.page.goto(hub.url);
  await heading(tablet.page).waitFor();
  await waitUntilReadyOffline(tablet.page);
  tablet.expectQuiet();

  await hub.stop();
  await tablet.close();
  const again = await startAgain(tablet);
  toClear.push(again.putAway);
  for (const path of ['/', '/new', '/settings', '/somewhere/never/opened?and=more']) {
    await again.page.goto(`${hub.url}${path}`);
    await heading(again.page).waitFor();
  }
  again.expectQuiet();
});

test('a browser killed at once opens the app again with the server stopped', async () => {
  const { hub, tablet } = await hubAndTablet();
  await tablet.page.goto(hub.url);
  await waitUntilReadyOffline(tablet.page);
  await hub.stop();
  await tablet.killHard();
  const again = await startAgain(tablet);
  toClear.push(again.putAway);
  await again.page.goto(hub.url);
  await heading(again.page).waitFor();
  again.expectQuiet();
});

test('every file of the app is kept on the device', async () => {
  const { hub, tablet } = await hubAndTablet();
  await tablet.page.goto(hub.url);
  await waitUntilReadyOffline(tablet.page);
  const here = new Set(await kept(tablet.page));
  const dist = distFolder();
  const missing = filesOf(dist)
    .map((name) => `/${relative(dist, join(dist, name)).replaceAll('\\', '/')}`)
    .filter((path) => path !== '/service-worker.js' && !here.has(path));
  expect(missing).toEqual([]);
});

/** Makes a newer version of which one file is no longer a part. Returns that file's address. */
function dropOneAsset(dist: string): string {
  const worker = join(dist, 'service-worker.js');
  const text = readFileSync(worker, 'utf8');
  const [entry, name] = /\{[^{}]*["'`](assets\/[^"'`]+)["'`][^{}]*\},?/.exec(text) ?? [];
  if (entry === undefined || name === undefined) throw new Error('No asset stands in the service worker.');
  writeFileSync(worker, text.replace(entry, ''));
  rmSync(join(dist, name));
  return `/${name}`;
}

test('a new version waits, reloads nothing, and takes over only when told', async () => {
  const dist = mkdtempSync(join(tmpdir(), 'cuppa-dist-'));
  toClear.push(async () => rmSync(dist, { recursive: true, force: true }));
  cpSync(distFolder(), dist, { recursive: true });
  const { hub, tablet } = await hubAndTablet(dist);
  const { page } = tablet;
  await page.goto(hub.url);
  await waitUntilReadyOffline(page);
  await page.evaluate(() => document.body.setAttribute('data-not-reloaded', 'yes'));

  const dropped = dropOneAsset(dist);
  const waiting = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    // Long enough for a worker that does not wait to have taken over.
    await new Promise((done) => setTimeout(done, 3000));
    return registration.waiting?.state;
  });
  expect(waiting).toBe('installed');
  expect(await page.locator('[data-not-reloaded]').count()).toBe(1);

  await page.evaluate(async () => {
    const { waiting } = await navigator.serviceWorker.ready;
    const over = new Promise<void>((done) => {
      waiting?.addEventListener('statechange', () => waiting.state === 'activated' && done());
    });
    waiting?.postMessage({ type: 'SKIP_WAITING' });
    await over;
  });
  // This page is still the version before, and may yet ask for a part of it.
  expect(await page.evaluate(async (path) => (await fetch(path, { cache: 'no-store' })).ok, dropped)).toBe(
    true,
  );
  tablet.expectQuiet();
});
