import { afterEach, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import york from '../../src/templates/york-day.json' with { type: 'json' };
import { findKind } from '#activities/kinds.ts';
import { startTablet } from '../support/browser.ts';
import { runningAt, workshopFile, type Situation } from '../support/gallery.ts';
import { bringIn } from '../support/on-screen.ts';
import { rehearse } from '../support/rehearsal.ts';
import { startHub } from '../support/server.ts';
import { foot, type Step } from '../support/turns.ts';
import { doubleTheVoice, heardSoFar } from '../support/voice-double.ts';

const toClear: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clear of toClear.splice(0).reverse()) await clear();
});

const ID = 'no-reading';
const parts: Situation[] = [3, 4, 10, 19].flatMap((place): Situation[] => {
  const { kind: name = '', setup } = york.activities[place] ?? {};
  const kind = findKind(name);
  return kind ? [{ id: `part-${place}`, name, kind, setup, changes: [], draft: undefined }] : [];
});
const titles = parts.map(({ kind, setup }) => kind.heading(setup).plain);

const heard = async (page: Page): Promise<string[]> =>
  (await page.evaluate(heardSoFar)).map(({ text }) => text);

/** What stands on the screen for people to see: its question, its answers and its buttons. */
async function seen(page: Page): Promise<string[]> {
  const main = page.getByRole('main');
  const foots = foot(page).getByRole('button', { disabled: false });
  const always = page.getByRole('navigation').getByRole('button');
  const pieces = [
    main.getByRole('heading', { level: 1 }),
    main.locator('label'),
    main.getByRole('button', { disabled: false }),
    foots,
    always,
  ];
  const texts = await Promise.all(pieces.map((piece) => piece.allInnerTexts()));
  return texts
    .flat()
    .map(plain)
    .filter((text) => text !== '' && !/^(Read to me|Stop reading)$/.test(text));
}
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Has the whole screen read, and finds every question, answer and button in what was said. */
const listen: Step = async ({ page, press }) => {
  const before = (await heard(page)).length;
  await press(page.getByRole('navigation').getByRole('button', { name: 'Read to me' }));
  await page.getByRole('button', { name: 'Stop reading' }).waitFor({ state: 'detached' });
  const said = plain((await heard(page)).slice(before).join(' '));
  const unsaid = (await seen(page)).filter((text) => !said.includes(text));
  expect(unsaid, `not said of “${said}”`).toEqual([]);
};

/** Chooses an answer by where it stands: nothing is read, nothing is written. */
const tapAnswer =
  (place: number): Step =>
  async (hands) => {
    await listen(hands);
    await hands.page.getByRole('main').getByRole('radio').nth(place).press('Space');
    await hands.goOn();
  };

/** A sentence of two pictures, each the first of a group. */
const tapTwoPictures: Step = async (hands) => {
  const pictures = hands.page.getByRole('main').locator('.symbol-grid').getByRole('button');
  for (const group of [1, 3]) {
    await listen(hands);
    await hands.press(pictures.nth(group));
    await hands.press(pictures.first());
    await hands.press(hands.page.getByRole('button', { name: 'All the groups' }));
  }
  await listen(hands);
  await hands.goOn();
};

/** Says it into the tablet. */
const speakIt: Step = async (hands) => {
  await listen(hands);
  await hands.press(hands.page.getByRole('button', { name: 'Start recording' }));
  await hands.page.getByText(/Recording now: 1 second/).waitFor();
  await hands.press(hands.page.getByRole('button', { name: 'Stop recording' }));
  await hands.goOn();
};

const another: Step = async (hands) => {
  await listen(hands);
  await hands.press(hands.page.getByRole('button', { name: /another/i }));
};
const enough: Step = async (hands) => {
  await listen(hands);
  await hands.goOn();
};

test('a person who does not read answers a poll, a board, a ladder and a pledge by pictures and speech alone', async () => {
  const hub = await startHub();
  const flags = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
  const tablet = await startTablet({ permissions: ['microphone'], flags });
  toClear.push(hub.stop, tablet.putAway);
  await tablet.page.addInitScript(doubleTheVoice, {});
  const day = rehearse(tablet, hub);
  const { page } = tablet;
  const text = await workshopFile({ id: ID, of: parts, taken: 0, after: runningAt(parts[0]?.id ?? '') });
  await page.goto(hub.url);
  await bringIn(page, text);
  day.takeOver(ID);
  await day.open('lead');

  const takes = async (place: number, answer: Step[]): Promise<void> => {
    if (place > 0) expect(await day.next()).toBe(titles[place]);
    await day.handRound();
    const before = (await heard(page)).length;
    await day.beginTurn({ ways: ['Pictures first', 'Read each screen to me'], answer });
    // The screen that shows the answer read itself up to the question, and no further.
    await page.getByRole('heading', { level: 1, name: /is this/i }).waitFor();
    await page.getByRole('button', { name: 'Stop reading' }).waitFor({ state: 'detached' });
    const own = await page.locator('[data-own] p').allInnerTexts();
    const since = (await heard(page)).slice(before);
    const asked = since.findLastIndex((text) => /is this/i.test(text));
    expect(asked).toBeGreaterThan(-1);
    expect(since.slice(asked).join(' ')).not.toContain(plain(own[0] ?? 'nothing'));
    await listen({ page, press: day.press, goOn: async () => {} });
    await day.finishTurn();
    await day.backToLead();
    await day.show();
  };
  await takes(0, [tapAnswer(0)]);
  await takes(1, [tapAnswer(1), tapTwoPictures, another, tapAnswer(3), speakIt, enough]);
  await takes(2, [tapAnswer(2), tapAnswer(0)]);
  await takes(3, [tapAnswer(0), tapAnswer(0), tapAnswer(0), tapAnswer(0)]);

  await day.finish();
  const report = await day.report();
  expect(report).toContain('1 of 1 person said');
  expect(report).toMatch(/Spoken note, \d second/);
  expect(report).toMatch(/There are 2 notes/);
  expect(report).toContain('Ask people before I decide for them');
  tablet.expectQuiet();
});
