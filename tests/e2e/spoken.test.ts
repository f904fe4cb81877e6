import { afterEach, expect, test } from 'vitest';
import * as v from 'valibot';
import type { Page } from 'playwright-core';
import { startTablet } from '../support/browser.ts';
import { rehearse } from '../support/rehearsal.ts';
import { startHub } from '../support/server.ts';
import { taster } from '../support/taster.ts';
import { choose } from '../support/turns.ts';
import { doubleTheVoice, heardSoFar } from '../support/voice-double.ts';

const toClear: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clear of toClear.splice(0).reverse()) await clear();
});

/** A camera and a microphone that only Chromium believes in. */
const DEVICES = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

/** Which recordings and films were played: their addresses, in order. */
const played = (page: Page): Promise<string[]> =>
  page.evaluate(() => (globalThis as unknown as { played: string[] }).played);

const FileSchema = v.looseObject({ attachments: v.array(v.object({ type: v.string(), data: v.string() })) });

test('words that staff recorded and a film in sign language are there in the turn, offline, and in the file', async () => {
  const hub = await startHub();
  const tablet = await startTablet({ permissions: ['microphone', 'camera'], flags: DEVICES });
  toClear.push(hub.stop, tablet.putAway);
  const { page } = tablet;
  await page.addInitScript(doubleTheVoice, {});
  await page.addInitScript(() => {
    const list: string[] = [];
    Object.defineProperty(globalThis, 'played', { value: list });
    const { play } = HTMLMediaElement.prototype;
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      list.push(this.src);
      return play.call(this);
    };
  });
  const day = rehearse(tablet, hub);
  await day.makeWorkshop(taster.name);
  await day.press(page.getByRole('main').getByRole('button', { name: taster.poll.question }));

  // Somebody speaks the question, as it stands in standard words.
  await day.press(day.button('Record the words'));
  await day.press(day.button('Standard words'));
  await day.press(day.button(`Record: ${taster.poll.question}`));
  await day.press(day.button('Start recording'));
  await page.getByText('Recording now: 1 second').waitFor();
  await day.press(day.button('Stop recording'));
  await page.getByText(/Your recording is \d second/).waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('1 wording is recorded.').waitFor();

  // A film, made with the camera, and what is signed in it.
  await day.press(day.button('Film in sign language'));
  await day.press(day.button('Film with this tablet'));
  await page.getByText('Filming now: 2 seconds').waitFor();
  await day.press(day.button('Stop filming'));
  await page.getByLabel('What is signed, one line for each sentence').fill('0:00 Tea for everyone');
  await day.press(day.button('Keep the captions'));
  await page.keyboard.press('Escape');
  await page.getByText('There is a film in sign language, with captions.').waitFor();

  const file = v.parse(FileSchema, JSON.parse((await day.workshopFile()).text));
  expect(new Set(file.attachments.map(({ type }) => type.split('/')[0]))).toEqual(
    new Set(['audio', 'video']),
  );
  expect(file.attachments).toHaveLength(2);
  expect(file.attachments.every(({ data }) => data.length > 1000)).toBe(true);

  await day.start(3);
  await day.nextUpTo(taster.poll.question);
  await day.handRound();
  // From here on there is no office.
  await hub.stop();
  await day.beginTurn({ answer: [] });

  await page.getByRole('heading', { level: 1, name: taster.poll.question }).waitFor();
  const before = (await played(page)).length;
  await day.press(day.button('Watch in sign language'));
  const film = page.getByRole('dialog').locator('video');
  await film.waitFor();
  expect(await film.evaluate((one: HTMLVideoElement) => one.paused)).toBe(true);
  await day.press(page.getByRole('dialog').getByRole('button', { name: 'Play' }));
  await page.getByRole('dialog').getByText('Tea for everyone').waitFor();
  await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0.3);
  await day.press(page.getByRole('dialog').getByRole('button', { name: 'Close' }));
  await film.waitFor({ state: 'detached' });

  // "Read to me" plays what was recorded, and speaks the rest.
  await day.press(day.button('Read to me'));
  await day.button('Stop reading').waitFor({ state: 'detached' });
  const heard = await page.evaluate(heardSoFar);
  expect(heard.map(({ text }) => text)).toContain(taster.poll.answers[0]?.words);
  expect(heard.map(({ text }) => text)).not.toContain(taster.poll.question);
  expect((await played(page)).slice(before).map((url) => url.startsWith('blob:'))).toEqual([true, true]);
  await day.finishTurn(choose(taster.poll.answers[0]?.words ?? ''));
  tablet.expectQuiet({ except: [/Failed to load resource|ERR_CONNECTION/] });
});
