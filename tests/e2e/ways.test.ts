import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { afterEach, expect, test } from 'vitest';
import { cardCode, cardText } from '#access/card.ts';
import { standardWays, type Ways } from '#access/ways.ts';
import { startTablet } from '../support/browser.ts';
import { filmOfCard } from '../support/card-film.ts';
import { settled } from '../support/on-screen.ts';
import { rehearse, type Rehearsal } from '../support/rehearsal.ts';
import { startHub } from '../support/server.ts';
import { taster } from '../support/taster.ts';
import { choose, foot, type Step } from '../support/turns.ts';

const toClear: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const clear of toClear.splice(0).reverse()) await clear();
});

async function aTaster(
  settings: Parameters<typeof startTablet>[0] = {},
): Promise<{ day: Rehearsal; url: string }> {
  const hub = await startHub();
  toClear.push(hub.stop);
  const tablet = await startTablet(settings);
  toClear.push(tablet.putAway);
  return { day: rehearse(tablet, hub), url: hub.url };
}

const worn = (page: Page): Promise<Record<string, string | undefined>> =>
  page.evaluate(() => {
    const { words, text, theme, calm, font } = document.documentElement.dataset;
    return { words, text, theme, calm, font };
  });
const usual = { words: 'plain', text: 'standard', theme: 'light', calm: 'no', font: '' };

const ReportSchema = v.object({
  parts: v.array(
    v.object({
      kind: v.string(),
      turns: v.object({ taken: v.number() }),
      section: v.object({
        table: v.object({
          columns: v.array(v.string()),
          rows: v.array(v.array(v.union([v.string(), v.number()]))),
        }),
      }),
    }),
  ),
});

const [care, home] = taster.poll.answers;
const inEasyRead = /^My health and care/;

/** In the middle of an answer everything is made different, and the answer stands as it was. */
const changesAllOfIt: Step = async ({ page, press }) => {
  const answer = page.getByRole('radio', { name: home?.words ?? '' });
  await answer.waitFor();
  await answer.press('Space');
  await press(page.getByRole('button', { name: 'How I want it' }));
  const sheet = page.getByRole('dialog');
  for (const way of ['Pictures first', 'Bigger words', 'Strong contrast', 'Calm', 'Calm', 'More ways'])
    await press(sheet.getByRole('button', { name: way }));
  await press(sheet.getByRole('button', { name: 'Wide letters' }));
  await press(sheet.getByRole('button', { name: 'This is good' }));
  await sheet.waitFor({ state: 'detached' });
  expect(await worn(page)).toEqual({
    words: 'symbols',
    text: 'large',
    theme: 'contrast',
    calm: 'no',
    font: 'lexend',
  });
  expect(await page.getByRole('radio', { checked: true }).count()).toBe(1);
  expect(await page.evaluate(() => document.fonts.check('700 20px Lexend'))).toBe(true);
  await press(foot(page).getByRole('button', { name: /^(Next|Done)$/ }));
};

test('one poll answered in five modes gives one tally, and changing everything half-way loses nothing', async () => {
  const { day } = await aTaster();
  await day.makeWorkshop(taster.name);
  await day.start(5);
  await day.nextUpTo(taster.poll.question);
  await day.handRound();
  const page = day.page();
  await day.takeTurn({ answer: [choose(care?.words ?? '')] });
  await day.takeTurn({ ways: ['Easy Read', 'Bigger words'], answer: [choose(inEasyRead)] });
  expect(await worn(page)).toEqual(usual);
  await day.takeTurn({ ways: ['Pictures first', 'Strong contrast'], answer: [choose(inEasyRead)] });
  await day.takeTurn({
    ways: ['Read each screen to me', 'Calm'],
    by: 'taps',
    answer: [choose(home?.words ?? '')],
  });
  expect(await worn(page)).toEqual(usual);
  await day.takeTurn({ answer: [changesAllOfIt] });
  expect(await worn(page)).toEqual(usual);
  await day.backToLead();
  await day.show();
  await day.finish();
  const report = v.parse(ReportSchema, JSON.parse((await day.reportAsJson()).text));
  const poll = report.parts.find(({ kind }) => kind === 'poll');
  const { columns = [], rows = [] } = poll?.section.table ?? {};
  const tally = new Map(rows.map((row) => [row[0], row[columns.indexOf('people')]]));
  expect(poll?.turns.taken).toBe(5);
  expect([tally.get(care?.id ?? ''), tally.get(home?.id ?? '')]).toEqual([3, 2]);
  day.tablet().expectQuiet();
});

test('a card shown to the camera gives a person their ways, and nothing of it stays', async () => {
  const mine: Ways = {
    ...standardWays,
    words: 'easy',
    text: 'large',
    theme: 'dark',
    font: 'andika',
    rate: 0.7,
  };
  const folder = mkdtempSync(join(tmpdir(), 'cuppa-card-'));
  toClear.push(() => rmSync(folder, { recursive: true }));
  const film = join(folder, 'card.y4m');
  filmOfCard(film, cardText(mine));
  const { day } = await aTaster({
    permissions: ['camera'],
    flags: [
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ],
  });
  await day.makeWorkshop(taster.name);
  await day.start(5);
  await day.nextUpTo(taster.poll.question);
  await day.handRound();
  const page = day.page();
  const byCard = { words: 'easy', text: 'large', theme: 'dark', calm: 'no', font: 'andika' };

  await day.press(day.button('I have a card'));
  await page.getByRole('heading', { level: 1, name: 'How do you want it?' }).waitFor();
  expect(await worn(page)).toEqual(byCard);
  await day.press(foot(page).getByRole('button', { name: 'This is good' }));
  // What they want now, on a new card.
  await day.press(day.button('How I want it'));
  const sheet = page.getByRole('dialog').last();
  for (const name of ['My card', 'Make my card']) await day.press(sheet.getByRole('button', { name }));
  const card = page.locator('.my-card');
  expect((await card.innerText()).replace(/\s/g, '')).toContain(cardCode(mine));
  expect(await card.getByRole('listitem').allInnerTexts()).toEqual([
    'Easy Read',
    'Bigger words',
    'Dark',
    'Letters as at school',
  ]);
  for (const name of ['Close', 'This is good']) await day.press(sheet.getByRole('button', { name }));
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await day.press(foot(page).getByRole('button', { name: 'Skip' }));
  await page.getByRole('button', { name: 'It is my turn' }).waitFor();
  expect(await worn(page)).toEqual(usual);
  const left = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
  expect(left).not.toContain('dark');

  // Where a camera is not to be had, the letters do the same; wrong ones say so in words.
  await page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new Error('no camera'));
  });
  await day.press(day.button('I have a card'));
  await page.getByText('There is no camera to use here.').waitFor();
  const letters = page.getByLabel('The 8 letters and numbers on the card');
  await letters.fill('kettle 12');
  await day.press(day.button('Use these letters'));
  await page.getByText('These letters belong to no card.').waitFor();
  await letters.fill(cardCode(mine).toLowerCase());
  await day.press(day.button('Use these letters'));
  await page.getByRole('heading', { level: 1, name: 'How do you want it?' }).waitFor();
  expect(await worn(page)).toEqual(byCard);
  day.tablet().expectQuiet();
});

test('what the device asks for is honoured: its own colours, more contrast, no motion', async () => {
  const { day, url } = await aTaster();
  const page = day.page();
  await page.goto(url);
  await settled(page);
  const styles = () =>
    page.evaluate(() => {
      const top = document.querySelector('.top .button');
      const { transitionDuration, borderTopWidth, borderTopStyle } = getComputedStyle(top ?? document.body);
      const { color, backgroundColor } = getComputedStyle(document.body);
      const root = getComputedStyle(document.documentElement).backgroundColor;
      return { transitionDuration, borderTopWidth, borderTopStyle, color, backgroundColor, root };
    });
  const before = await styles();
  expect(before).toMatchObject({ transitionDuration: '0.12s', color: 'rgb(23, 33, 31)' });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await styles()).toMatchObject({ transitionDuration: '0s' });
  await page.emulateMedia({ reducedMotion: null, contrast: 'more' });
  expect(await styles()).toMatchObject({ color: 'rgb(0, 0, 0)', root: 'rgb(255, 255, 255)' });
  await page.emulateMedia({ contrast: null, forcedColors: 'active' });
  const forced = await styles();
  // Rims stay, so that what can be tapped is still seen to be.
  expect(forced).toMatchObject({ borderTopStyle: 'solid', borderTopWidth: before.borderTopWidth });
  expect(forced.root).not.toBe(before.root);
  day.tablet().expectQuiet();
});

test('a leader who uses Easy Read leads a question by big steps alone', async () => {
  const { day } = await aTaster();
  const page = day.page();
  await day.makeWorkshop(taster.name);
  await day.start(1);
  await day.press(day.button('How I want it'));
  const sheet = page.getByRole('dialog');
  for (const name of ['Easy Read', 'This is good']) await day.press(sheet.getByRole('button', { name }));
  await sheet.waitFor({ state: 'detached' });
  const step = (name: string) => page.getByRole('main').getByRole('button', { name });

  await day.press(step('Read this to everyone'));
  await day.press(step('Go to the next part'));
  await day.press(step('Read the question to everyone'));
  await day.press(step('Pass the tablet round'));
  const without = sheet.getByRole('button', { name: 'Go on without' });
  await without.or(day.button('It is my turn')).first().waitFor();
  if ((await without.count()) > 0) await day.press(without);
  await day.takeTurn({ answer: [choose(inEasyRead)] });
  await day.backToLead();
  // Everybody had a turn, so that the next step stands there.
  await day.press(step('Show the answers'));
  await day.press(sheet.getByRole('button', { name: 'Show the answers' }));
  await step('Go to the next part').waitFor();
  await page.getByRole('main').getByText(inEasyRead).first().waitFor();
  // All else is one tap away.
  await day.press(foot(page).getByRole('button', { name: 'More' }));
  for (const name of ['Notes: 0', 'Change the agenda', 'Skip this part', 'Open it again'])
    expect(await sheet.getByRole('button', { name }).count()).toBe(1);
  day.tablet().expectQuiet();
});
