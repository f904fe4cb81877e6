import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { standardWays, type Ways } from '#access/ways.ts';
import { expectAccessible } from './axe.ts';
import { startTablet, waitUntilReadyOffline, type Tablet } from './browser.ts';
import { draftFile, type Situation } from './gallery.ts';
import { measure } from './measures.ts';
import { bringIn, leaveDraft, settled } from './on-screen.ts';
import { everyRow, pairwise, type Row } from './pairwise.ts';
import { startHub, type Hub } from './server.ts';
import { expectNoSidewaysScroll } from './wide.ts';

const ways = {
  words: ['plain', 'easy', 'symbols'],
  text: ['standard', 'large', 'larger'],
  theme: ['light', 'dark', 'contrast'],
  calm: [false, true],
  width: [320, 768, 1180],
} as const;
export type Way = Row<typeof ways>;

/** A screen of the app: where it is, and what is done there before it is looked at. */
export type Screen = {
  name: string;
  path: string;
  /** Somebody's half-made answer, which stands there. */
  turn?: { of: Situation; stage: 'how' | 'answer' | 'check' };
  /** Presses what opens a sheet, or goes a step on. */
  opens?: (page: Page) => Promise<void>;
};

/** Where the gallery's workshops are kept, and what a suite does before it looks. */
export type Setting = {
  files: () => Promise<string[]>;
  first?: (page: Page, hub: Hub) => Promise<void>;
  round?: string;
};

/**
 * The ways in which each screen is looked at: two of those in which all ways meet pair by pair, other ones for
 * each screen. CUPPA_MATRIX=pairs has each screen meet each way, and CUPPA_MATRIX=full all of them together.
 */
function rowsFor(screens: readonly Screen[]): Row<{ screen: readonly Screen[] } & typeof ways>[] {
  const factors = { screen: screens, ...ways };
  if (process.env.CUPPA_MATRIX === 'full') return everyRow(factors);
  if (process.env.CUPPA_MATRIX === 'pairs') return pairwise(factors);
  const met = pairwise(ways);
  return screens.flatMap((screen, at) =>
    [at, at + Math.floor(met.length / 2)].flatMap((place) => {
      const way = met[place % met.length];
      return way ? [{ screen, ...way }] : [];
    }),
  );
}

/** Opens every screen in some ways of reading and widths, and holds it against axe and the sizes that access asks for. */
export function everyWay(setting: Setting, screens: readonly Screen[]): void {
  let tablet: Tablet;
  let hub: Hub;
  beforeAll(async () => {
    hub = await startHub();
    tablet = await startTablet({ width: 1180, height: 900 });
    await tablet.page.goto(hub.url);
    await waitUntilReadyOffline(tablet.page);
    for (const file of await setting.files()) await bringIn(tablet.page, file);
    await setting.first?.(tablet.page, hub);
    tablet.expectQuiet();
  });
  afterAll(async () => {
    await tablet?.putAway();
    await hub?.stop();
  });

  const rows = rowsFor(screens);
  for (const screen of screens) {
    const own = rows.filter((row) => row.screen === screen);
    test(`${screen.name}, in ${own.length} ways`, { timeout: 60_000 + own.length * 10_000 }, async () => {
      const faults: string[] = [];
      for (const way of own) faults.push(...(await lookAt(tablet, hub, setting, screen, way)));
      expect(faults.join('\n')).toBe('');
    });
  }
}

async function lookAt(
  tablet: Tablet,
  hub: Hub,
  setting: Setting,
  screen: Screen,
  way: Way,
): Promise<string[]> {
  const { page } = tablet;
  const { words, text, theme, calm, width } = way;
  const worn: Ways = { ...standardWays, words, text, theme, calm };
  const where = `${screen.name} (${words}, ${text}, ${theme}${calm ? ', calm' : ''}, ${width} px)`;
  const faults: string[] = [];
  const gather = async (check: () => unknown): Promise<void> => {
    try {
      await check();
    } catch (error) {
      faults.push(error instanceof Error ? error.message : String(error));
    }
  };
  await page.setViewportSize({ width, height: width === 1180 ? 820 : width === 320 ? 640 : 1024 });
  await gather(async () => {
    await page.evaluate((kept) => localStorage.setItem('cuppa-ways', kept), JSON.stringify(worn));
    await leaveDraft(
      page,
      screen.turn && (await draftFile(setting.round ?? '', screen.turn.of, screen.turn.stage, worn)),
    );
    await page.goto(`${hub.url}${screen.path}`);
    await settled(page);
    if (screen.opens) {
      await screen.opens(page);
      await settled(page);
    }
  });
  if (faults.length === 0) {
    await gather(() => expectAccessible(page, where));
    await gather(() => expectNoSidewaysScroll(page));
    await gather(async () => faults.push(...(await measure(page))));
  }
  await gather(() => tablet.expectQuiet());
  if (process.env.CUPPA_PICTURES) {
    const name = where.replace(/[^a-z0-9]+/gi, '-');
    await page.screenshot({ path: `${process.env.CUPPA_PICTURES}/${name}.png`, fullPage: true });
  }
  return faults.map((fault) => `${where}: ${fault}`);
}
