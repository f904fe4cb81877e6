import { afterAll, beforeAll, expect, test } from 'vitest';
import { standardWays, type Ways } from '#access/ways.ts';
import { startTablet, waitUntilReadyOffline, type Tablet } from '../support/browser.ts';
import { draftFile, oneOfEach, runningAt, situations, workshopFile } from '../support/gallery.ts';
import { wordingsOf } from '../support/languages.ts';
import { measure } from '../support/measures.ts';
import { bringIn, leaveDraft, settled } from '../support/on-screen.ts';
import { startHub, type Hub } from '../support/server.ts';
import { expectNoSidewaysScroll } from '../support/wide.ts';

const ID = 'other-languages';
const path = `/workshop/${ID}`;
const of = oneOfEach.find(({ kind, setup }) => kind.round(setup) === 'sealed');
if (!of) throw new Error('No kind is sealed.');

const welsh = wordingsOf('cy');

let hub: Hub;
let tablet: Tablet;
beforeAll(async () => {
  hub = await startHub();
  tablet = await startTablet({ width: 768, height: 1024 });
  await tablet.page.goto(hub.url);
  await waitUntilReadyOffline(tablet.page);
  await bringIn(tablet.page, await workshopFile({ id: ID, of: situations, after: runningAt(of.id) }));
});
afterAll(async () => {
  await tablet?.putAway();
  await hub?.stop();
});

async function visit(where: string, ways: Partial<Ways>, turn = false): Promise<void> {
  const { page } = tablet;
  const worn = { ...standardWays, ...ways };
  await page.evaluate((kept) => localStorage.setItem('cuppa-ways', kept), JSON.stringify(worn));
  await leaveDraft(page, turn && of ? await draftFile(ID, of, 'answer', worn) : undefined);
  await page.goto(`${hub.url}${where}`);
  await settled(page);
}

test('the tablet in Welsh says so, and speaks it from its first screen', async () => {
  const { page } = tablet;
  await page.setViewportSize({ width: 768, height: 1024 });
  await visit('/', { language: 'en-GB' });
  expect(await page.locator('html').getAttribute('lang')).toBe('en-GB');
  await visit('/new', { language: 'cy' });
  expect(await page.locator('html').getAttribute('lang')).toBe('cy');
  await page
    .getByText(welsh['new']?.['choose']?.['plain'] ?? '–')
    .first()
    .waitFor({ timeout: 5000 });
  tablet.expectQuiet();
});

const places = ['/', '/new', '/settings', `${path}/prepare`, `${path}/prepare/${of.id}`, `${path}/lead`];

// Taking part comes last: from then on the tablet goes round, and every address leads there.
test.for([...places, `${path}/report`, `${path}/take-part`])(
  'from right to left, nothing leaves the screen at %s',
  { timeout: 120_000 },
  async (where) => {
    const { page } = tablet;
    const faults: string[] = [];
    for (const [width, words] of [
      [320, 'easy'],
      [768, 'plain'],
      [1180, 'symbols'],
    ] as const) {
      await page.setViewportSize({ width, height: 1024 });
      await visit(where, { language: 'en-XB', words }, where.endsWith('take-part'));
      expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
      const name = `${where.replace(/\W+/g, '-')}-${words}-${width}`;
      const { CUPPA_PICTURES: pictures } = process.env;
      if (pictures) await page.screenshot({ path: `${pictures}/rtl${name}.png` });
      await expectNoSidewaysScroll(page).catch((error: unknown) => faults.push(`${name}: ${String(error)}`));
      // The marks that turn a word round are no letters, so it counts as broken.
      const found = (await measure(page)).filter((fault) => !fault.startsWith('a word is broken'));
      faults.push(...found.map((fault) => `${name}: ${fault}`));
    }
    expect(faults).toEqual([]);
    tablet.expectQuiet();
  },
);

test('a person who reads Welsh has a turn in Welsh, and what the facilitator wrote keeps its own language', async () => {
  const { page } = tablet;
  await visit(`${path}/take-part`, {});
  await leaveDraft(page, await draftFile(ID, of, 'answer', { ...standardWays, language: 'cy' }));
  await page.reload();
  await settled(page);
  const skip = welsh['take-part']?.['skip']?.['plain'] ?? welsh['ui']?.['skip']?.['plain'] ?? '–';
  await page.getByRole('button', { name: skip, exact: true }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('cy');
  expect(await page.getByRole('heading', { level: 1 }).getAttribute('lang')).toBe('en-GB');
  await leaveDraft(page, undefined);
  await page.reload();
  await settled(page);
  // The next person has the tablet's own language again.
  expect(await page.locator('html').getAttribute('lang')).toBe('en-GB');
  tablet.expectQuiet();
});
