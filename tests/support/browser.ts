import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { BrowserContext, Page } from 'playwright-core';
import { findChromium } from '../../scripts/chromium.mjs';
import { watchForTrouble } from './trouble.ts';

/** One real Chromium with a profile of its own: what a person holds in their hands. */
export type Tablet = {
  context: BrowserContext;
  page: Page;
  profile: string;
  /** Fails if anything was written to the console as error or warning, was thrown, or left the origin. */
  expectQuiet: (settings?: { except?: RegExp[] }) => void;
  /** Kills the browser and all its parts at once, as a crash or an empty battery would. Keeps the profile. */
  killHard: () => Promise<void>;
  /** Closes the browser in an orderly way. Keeps the profile. */
  close: () => Promise<void>;
  /** Closes the browser if it runs, and removes the profile. */
  putAway: () => Promise<void>;
};

export type TabletSettings = {
  /** The profile of an earlier tablet, to start again from what it kept. */
  profile?: string;
  width?: number;
  height?: number;
  /** How many dots of the screen make one pixel of the page: 4 is zoomed in to 400%. */
  scale?: number;
  permissions?: string[];
  /** Passed on to Chromium, after the flags that every test needs. */
  flags?: string[];
};

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts a tablet with an empty profile, or again with the profile of an earlier one. */
export async function startTablet(settings: TabletSettings = {}): Promise<Tablet> {
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error('There is no Chromium here: name one with CUPPA_CHROMIUM.');
  const profile = settings.profile ?? mkdtempSync(join(tmpdir(), 'cuppa-tablet-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: [...FLAGS, ...(settings.flags ?? [])],
    viewport: { width: settings.width ?? 768, height: settings.height ?? 1024 },
    deviceScaleFactor: settings.scale ?? 1,
    hasTouch: true,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    permissions: settings.permissions ?? [],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const gone = new Promise<void>((done) => context.once('close', () => done()));

  return {
    context,
    page,
    profile,
    expectQuiet: watchForTrouble(context),
    killHard: async () => {
      // The main process leads its group, so its minus takes every renderer with it.
      process.kill(-mainProcessOf(profile), 'SIGKILL');
      await gone;
    },
    close: () => context.close(),
    putAway: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Kills nothing by itself: starts a tablet again on what the one before it kept. */
export function startAgain(tablet: Tablet, settings: TabletSettings = {}): Promise<Tablet> {
  return startTablet({ ...settings, profile: tablet.profile });
}

/** Waits until the service worker has put everything on the device. */
export async function waitUntilReadyOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((done) =>
      navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }),
    );
  });
}

function mainProcessOf(profile: string): number {
  const found = processes().find(
    ({ command }) => command.includes(`--user-data-dir=${profile}`) && !command.includes('--type='),
  );
  if (found === undefined) throw new Error(`No browser is running on ${profile}.`);
  return found.id;
}

function processes(): { id: number; command: string }[] {
  // Small Linux systems have no ps, and macOS has no /proc.
  if (existsSync('/proc/self/cmdline')) {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => ({ id: Number(name), command: commandLine(name) }));
  }
  const { stdout } = spawnSync('ps', ['-eww', '-o', 'pid=,args='], { encoding: 'utf8' });
  return stdout.split('\n').map((line) => ({ id: Number.parseInt(line.trim(), 10), command: line }));
}

function commandLine(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    // It ended while we looked.
    return '';
  }
}
