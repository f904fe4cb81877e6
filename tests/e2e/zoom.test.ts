import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { startTablet, type Tablet } from '../support/browser.ts';
import { bringIn, leaveDraft, presses, settled } from '../support/on-screen.ts';
import { draftFile, oneOfEach, runningAt, situations, workshopFile } from '../support/gallery.ts';
import { measure } from '../support/measures.ts';
import { startHub, type Hub } from '../support/server.ts';
import { expectNoSidewaysScroll } from '../support/wide.ts';

const ID = 'zoomed';
const asked = oneOfEach.filter(({ kind, setup }) => kind.round(setup) !== 'none');
const first = oneOfEach[1];
if (!first) throw new Error('There is no kind to lead.');

let hub: Hub;
let tablet: Tablet;
let page: Page;
beforeAll(async () => {
  hub = await startHub();
  tablet = await startTablet({ scale: 4 });
  page = tablet.page;
  await page.goto(hub.url);
  await settled(page);
  await bringIn(page, await workshopFile({ id: ID, of: situations, after: runningAt(first.id) }));
});
afterAll(async () => {
  await tablet.putAway();
  await hub.stop();
});

const at = (path: string): string => `/workshop/${ID}/${path}`;
/** Taking part comes last: once the tablet goes round there is no way to the others. */
const screens: [string, string, (typeof asked)[number]?][] = [
  ['Home', '/'],
  ['New', '/new'],
  ['Settings', '/settings'],
  ['Prepare', at('prepare')],
  ...oneOfEach.map(({ id, name }): [string, string] => [`Prepare: ${name}`, at(`prepare/${id}`)]),
  ['Lead', at('lead')],
  ['Report', at('report')],
  ['Present', at('present')],
  ['The curtain', at('take-part')],
  ...asked.map((of): [string, string, typeof of] => [`Answer: ${of.name}`, at('take-part'), of]),
];

/** WCAG 1.4.12, as a person's own style sheet would set it. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }`;

async function open([, path, of]: (typeof screens)[number], words: 'plain' | 'easy'): Promise<void> {
  await page.evaluate((kept) => localStorage.setItem('cuppa-ways', kept), JSON.stringify({ words }));
  await leaveDraft(page, of && (await draftFile(ID, of, 'answer', { words })));
  await page.goto(`${hub.url}${path}`);
  await settled(page);
}

describe('at 400%, which is a window of 320 by 256', () => {
  // 1280 by 1024 dots of a screen, four to a pixel of the page.
  beforeAll(() => page.setViewportSize({ width: 320, height: 256 }));

  test.each(screens)('%s is whole, and nothing stands before it', async (...screen) => {
    await open(screen, 'plain');
    expect(await page.evaluate(() => [innerWidth, innerHeight, devicePixelRatio])).toEqual([320, 256, 4]);
    await expectNoSidewaysScroll(page);
    expect(await measure(page)).toEqual([]);
    expect(await fixed(page)).toEqual([]);
    tablet.expectQuiet();
  });

  test.each([/^Help$/, /^How I want it$/])(
    'the sheet %s is whole, and its words can be reached',
    async (name) => {
      await page.goto(hub.url);
      await settled(page);
      await presses(name)(page);
      await expectNoSidewaysScroll(page);
      expect(await measure(page)).toEqual([]);
      expect(await fixed(page)).toEqual([expect.stringContaining('overlay')]);
      await page.getByRole('dialog').getByRole('button').last().scrollIntoViewIfNeeded();
    },
  );
});

describe('with the spacing that a person sets for themselves', () => {
  beforeAll(() => page.setViewportSize({ width: 768, height: 1024 }));

  test.each(screens)('%s loses nothing', async (...screen) => {
    await open(screen, 'easy');
    // A sheet of the reader: the content security policy lets nobody write a style tag.
    await page.evaluate(adoptSheet, SPACING);
    await settled(page);
    await expectNoSidewaysScroll(page);
    expect(await measure(page)).toEqual([]);
  });
});

const adoptSheet = (words: string): void => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(words);
  document.adoptedStyleSheets.push(sheet);
};

/** What stays in its place while the page goes by, and is higher than a fifth of the window. */
const fixed = (on: Page): Promise<string[]> =>
  on.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => ['fixed', 'sticky'].includes(getComputedStyle(element).position))
      .filter((element) => element.getBoundingClientRect().height > innerHeight / 5)
      .map((element) => `${element.tagName.toLowerCase()}.${[...element.classList].join('.')}`),
  );
