import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startTablet, type Tablet } from '../support/browser.ts';
import type { FaultsApi } from './page/page.ts';

declare const faults: FaultsApi;

/** What is counted of one fault. `lost` and `doubled` are of acknowledged answers; `halves` of any. */
export type Row = {
  fault: string;
  injected: number;
  acknowledged: number;
  lost: number;
  halves: number;
  doubled: number;
  /** Of those injected: how often something was said, or put right with nothing missing. */
  noticed: number;
  falseAlarms: number;
};

export function newRow(fault: string): Row {
  return { fault, injected: 0, acknowledged: 0, lost: 0, halves: 0, doubled: 0, noticed: 0, falseAlarms: 0 };
}

/** Random numbers that come again with the same seed (mulberry32). */
export function makeRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

export type Settings = { url: string; flags: string[]; single: boolean };

/** A tablet under test, and what this process knows to have been acknowledged on it. */
export class Subject {
  readonly acknowledged = new Set<string>();
  readonly #settings: Settings;
  tablet: Tablet | undefined;

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  get page(): Page {
    if (!this.tablet) throw new Error('The tablet is off.');
    return this.tablet.page;
  }

  async start(script?: () => void): Promise<Page> {
    const profile = this.tablet?.profile;
    this.tablet = await startTablet({ flags: this.#settings.flags, ...(profile ? { profile } : {}) });
    // Acknowledgements leave the browser at once: what it says after a kill counts for nothing.
    await this.tablet.context.exposeBinding('acknowledged', (_source, tags: string[]) => {
      for (const tag of tags) this.acknowledged.add(tag);
    });
    if (script) await this.tablet.context.addInitScript(script);
    return this.visit(this.tablet.page);
  }

  async visit(page: Page): Promise<Page> {
    await page.goto(`${this.#settings.url}/${this.#settings.single ? '?single' : ''}`);
    await page.waitForFunction(() => 'faults' in globalThis);
    return page;
  }

  async kill(): Promise<void> {
    await this.tablet?.killHard();
  }

  async end(): Promise<void> {
    await this.tablet?.putAway();
  }

  async clear(storageTypes: string): Promise<void> {
    const cdp = await this.page.context().newCDPSession(this.page);
    const { origin } = new URL(this.page.url());
    await cdp.send('Storage.clearDataForOrigin', { origin, storageTypes });
  }

  /** Adds what is found on the tablet now to the row; tells how many acknowledged answers are missing. */
  async check(row: Row, expectLoss = false): Promise<number> {
    const { page } = this;
    const tags = await page.evaluate(() => faults.tags());
    if (!this.#settings.single) {
      await page
        .waitForFunction(() => faults.health().checked, undefined, { timeout: 10_000 })
        .catch(() => undefined);
    }
    const after = new Set(this.#settings.single ? tags : await page.evaluate(() => faults.tags()));
    const lost = [...this.acknowledged].filter((tag) => !after.has(tag)).length;
    const halves = new Map<string, number>();
    for (const tag of after) {
      const [batch = ''] = tag.split('/');
      halves.set(`${batch}/${tag.split('/')[2]}`, (halves.get(`${batch}/${tag.split('/')[2]}`) ?? 0) + 1);
    }
    const health = await page.evaluate(() => faults.health());
    const said = await page.evaluate(() => faults.problem());
    row.acknowledged += this.acknowledged.size;
    row.lost += lost;
    row.doubled += tags.length - new Set(tags).size;
    row.halves += [...halves].filter(([key, count]) => String(count) !== key.split('/')[1]).length;
    const alarmed = health.missing > 0;
    if (alarmed || health.rebuilt > 0 || said !== '') row.noticed += 1;
    if (alarmed && lost === 0 && !expectLoss) row.falseAlarms += 1;
    return lost;
  }
}

/** Files of the profile below folders whose path has `part` in it. */
export function filesOf(profile: string, part: RegExp): string[] {
  return readdirSync(profile, { recursive: true, encoding: 'utf8' })
    .map((name) => join(profile, name))
    .filter(
      (path) => part.test(path.slice(profile.length)) && statSync(path, { throwIfNoEntry: false })?.isFile(),
    );
}

/** What can become of a store's files while the browser is off. */
export const damage = {
  wiped(paths: readonly string[]): void {
    for (const path of paths) if (existsSync(path)) rmSync(path, { force: true });
  },
  truncated(paths: readonly string[]): void {
    const path = largest(paths);
    if (path) truncateSync(path, Math.floor(statSync(path).size / 2));
  },
  flipped(paths: readonly string[], random: () => number): void {
    const path = largest(paths);
    if (!path) return;
    const bytes = readFileSync(path);
    const at = Math.floor(random() * Math.max(1, bytes.length - 64));
    for (let i = at; i < Math.min(bytes.length, at + 64); i += 1) bytes[i] = (bytes[i] ?? 0) ^ 0xff;
    writeFileSync(path, bytes);
  },
};

function largest(paths: readonly string[]): string | undefined {
  return paths
    .filter((path) => !/LOCK|CURRENT|MANIFEST/.test(path))
    .toSorted((a, b) => statSync(b).size - statSync(a).size)[0];
}
