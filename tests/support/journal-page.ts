import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { afterEach, beforeAll } from 'vitest';
import { appVersion } from '../../vite.config.ts';
import { startAgain, startTablet, type Tablet, type TabletSettings } from './browser.ts';
import { startHub, type Hub } from './server.ts';

/** Builds the page that is only a journal, and serves it under the real hub's content security policy. */
async function serveJournalPage(): Promise<Hub> {
  const dist = mkdtempSync(join(tmpdir(), 'cuppa-journal-page-'));
  const root = resolve(import.meta.dirname, 'journal-page');
  const options = { outDir: dist, emptyOutDir: true, assetsInlineLimit: 0, target: 'es2022' } as const;
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    define: appVersion(),
    worker: { format: 'es' },
    build: options,
  });
  const hub = await startHub({ dist });
  return {
    ...hub,
    stop: async () => {
      await hub.stop();
      rmSync(dist, { recursive: true, force: true });
    },
  };
}

/** Tablets with nothing but a journal on them, for the tests of the file that asks. Put away after each test. */
export function journalTablets() {
  let url = '';
  const toClear: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    const hub = await serveJournalPage();
    ({ url } = hub);
    return hub.stop;
  });
  afterEach(async () => {
    for (const clear of toClear.splice(0).reverse()) await clear();
  });
  const visit = async (page: Page): Promise<Page> => {
    await page.goto(url);
    await page.waitForFunction(() => 'journal' in globalThis);
    return page;
  };
  const withPage = async (tablet: Tablet): Promise<Tablet> => {
    toClear.push(tablet.putAway);
    await visit(tablet.page);
    return tablet;
  };
  return {
    visit,
    aTablet: async (settings: TabletSettings = {}) => withPage(await startTablet(settings)),
    /** Goes on with what an earlier tablet kept. */
    openedAgain: async (tablet: Tablet, settings: TabletSettings = {}) =>
      withPage(await startAgain(tablet, settings)),
  };
}
