import { rmSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { startTablet, type Tablet } from '../support/browser.ts';
import type { FaultsApi } from './page/page.ts';
import { noteMore, type Row } from './rows.ts';

declare const faults: FaultsApi;

export const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** `control` names an app that lacks one protection; '' is the product. */
export type Settings = { url: string; flags: string[]; control: string };

/** The product did not save, or did not start: what the fault did, and no mistake of the harness. */
export class Hurt extends Error {}

/** Fails as the fault's doing, if `work` fails or takes longer than anybody would wait. */
export async function mustSave<T>(work: Promise<T>, ms: number, what: string): Promise<T> {
  let clock: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, fail) => {
    clock = setTimeout(() => fail(new Error('no answer')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } catch (error) {
    throw new Hurt(`${what}: ${String(error).split('\n')[0]}`);
  } finally {
    clearTimeout(clock);
  }
}

type Visiting = {
  /** Runs in the page before anything else. */
  script?: () => void;
  /** Runs once the browser is there and before the page is. */
  before?: (context: BrowserContext) => Promise<void>;
  /** More of what the page is asked, like `break=3`. */
  asked?: string;
};

/** A tablet under test, and what this process knows to have been acknowledged on it. */
export class Subject {
  /** In the order in which it was told. */
  readonly acknowledged = new Set<string>();
  readonly #settings: Settings;
  #profile: string | undefined;
  tablet: Tablet | undefined;

  constructor(settings: Settings, profile?: string) {
    this.#settings = settings;
    this.#profile = profile;
  }

  get page(): Page {
    if (!this.tablet) throw new Error('The tablet is off.');
    return this.tablet.page;
  }

  get profile(): string {
    return this.#profile ?? '';
  }

  async start(visiting: Visiting = {}): Promise<Page> {
    const profile = this.#profile;
    this.tablet = await startTablet({ flags: this.#settings.flags, ...(profile ? { profile } : {}) });
    this.#profile = this.tablet.profile;
    const { context } = this.tablet;
    // Acknowledgements leave the browser at once: what it says after a kill counts for nothing.
    await context.exposeBinding('acknowledged', (_source, tags: string[]) => {
      for (const tag of tags) this.acknowledged.add(tag);
    });
    if (visiting.script) await context.addInitScript(visiting.script);
    await visiting.before?.(context);
    return this.visit(this.tablet.page, visiting.asked);
  }

  async visit(page: Page, asked = ''): Promise<Page> {
    await page.goto(`${this.#settings.url}/?control=${this.#settings.control}&${asked}`);
    await page.waitForFunction(() => 'faults' in globalThis);
    return page;
  }

  async tap(count: number): Promise<void> {
    for (let i = 0; i < count; i += 1) await this.page.evaluate(() => faults.tap('answer'));
  }

  async kill(): Promise<void> {
    await this.tablet?.killHard();
  }

  async end(): Promise<void> {
    await this.tablet?.putAway().catch(() => undefined);
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  async clear(storageTypes: string): Promise<void> {
    const cdp = await this.page.context().newCDPSession(this.page);
    await cdp.send('Storage.clearDataForOrigin', { origin: this.#settings.url, storageTypes });
  }

  /**
   * Adds what is found on the tablet now to the row, where one fault more was injected. It counts as noticed if
   * something was said, or if both stores hold everything again. Tells how many acknowledged answers are missing.
   */
  async check(row: Row): Promise<number> {
    const { page } = this;
    const product = this.#settings.control === '';
    const firstRead = await mustSave(
      page.evaluate(() => faults.tags()),
      20_000,
      'reading',
    );
    if (product) {
      await page
        .waitForFunction(() => faults.health().checked, undefined, { timeout: 10_000 })
        .catch(() => undefined);
    }
    const tags = await page.evaluate(() => faults.tags());
    const lost = this.#missingFrom(tags);
    const late = this.#missingFrom(firstRead) - lost;
    if (late > 0) noteMore(row, 'given back only after the first reading:', late);
    const parts = Map.groupBy(new Set(tags), (tag) => tag.split('/')[0]);
    const halves = [...parts.values()].filter((some) => some.length !== Number(some[0]?.split('/')[2]));
    const { missing } = await page.evaluate(() => faults.health());
    const saidAt = await page.evaluate(() => faults.saidAt());
    row.lost += lost;
    row.doubled += tags.length - new Set(tags).size;
    row.halves += halves.length;
    if (missing > 0 && lost === 0) row.falseAlarms += 1;
    if (saidAt !== undefined) row.said.push(saidAt);
    if (saidAt !== undefined || (product && (await this.whole()))) row.noticed += 1;
    return lost;
  }

  /** Does each of the two stores alone hold everything? */
  async whole(): Promise<boolean> {
    for (const look of ['inDatabase', 'inLog'] as const) {
      const tags = await this.page.evaluate((name) => faults[name](), look);
      if (this.#missingFrom(tags) > 0) return false;
    }
    return true;
  }

  #missingFrom(tags: readonly string[]): number {
    const there = new Set(tags);
    return [...this.acknowledged].filter((tag) => !there.has(tag)).length;
  }
}
