import { strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { startTablet } from '../support/browser.ts';
import { rehearse } from '../support/rehearsal.ts';
import { startHub } from '../support/server.ts';
import { taster } from '../support/taster.ts';
import { foot } from '../support/turns.ts';

const toClear: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clear of toClear.splice(0).reverse()) await clear();
});

const svg = (inside: string) =>
  strToU8(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="alert(1)">${inside}</svg>`);
const pack = zipSync({
  'kettle.svg': svg('<script>alert(2)</script><path d="M1 2h6v6z" fill="#147"/>'),
  'list.csv': strToU8(
    'file,label,synonyms,category,licence,credit\nkettle.svg,Zebra crossing,road;walk,Out,CC BY 4.0,Ann of York',
  ),
});

/** A picture of the screen, for whoever asked to look. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env.CUPPA_PICTURES;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}

/** How many symbols of packs are really seen. */
const seen = (page: Page): Promise<number> =>
  page
    .locator('main .picture img[src^="blob:"]')
    .evaluateAll(
      (all) => all.filter((img) => img instanceof HTMLImageElement && img.naturalWidth > 0).length,
    );

test('a symbol of the office’s own takes part, and leaves the office only where its licence lets it', async () => {
  const hub = await startHub();
  toClear.push(hub.stop);
  const tablet = await startTablet();
  toClear.push(tablet.putAway);
  const day = rehearse(tablet, hub);
  const { page } = tablet;
  const choose = async (name: string, buffer: Uint8Array): Promise<void> => {
    const choosing = page.waitForEvent('filechooser');
    await day.press(day.button('Bring in a pack'));
    await (await choosing).setFiles({ name, mimeType: 'application/zip', buffer: Buffer.from(buffer) });
  };
  const bringIn = async (leaves: 'Yes' | 'No'): Promise<void> => {
    await page.goto(`${hub.url}/settings`);
    await choose('pack.zip', pack);
    const form = page.getByRole('dialog');
    await form.getByText('There is 1 symbol in it.').waitFor();
    expect(await form.getByLabel('Its licence').inputValue()).toBe('CC BY 4.0');
    await day.press(form.getByRole('button', { name: 'Keep this pack' }));
    await form.getByText(/Please fill in every line/).waitFor();
    await form.getByLabel('Name of the pack').fill('York signs');
    await form.getByLabel('Whose it is').fill('Ann');
    await form.getByRole('radio', { name: leaves, exact: true }).check({ force: true });
    await look(page, 'pack-form');
    await day.press(form.getByRole('button', { name: 'Keep this pack' }));
    await page.getByText('The pack York signs is kept on this tablet.').first().waitFor();
  };
  await page.goto(`${hub.url}/settings`);
  await choose('notes.zip', zipSync({ '../out.png': strToU8('x') }));
  await page
    .getByText(/a name that leads out of the pack, so nothing was added/)
    .first()
    .waitFor();
  await bringIn('No');
  await look(page, 'pack-card');

  // It is found by a word for it, beside ours, and stands in the question.
  await day.makeWorkshop(taster.name);
  await day.press(page.getByRole('button', { name: taster.poll.question }).first());
  await page.waitForURL(/prepare\/.+/);
  await day.press(page.getByRole('button', { name: /Change picture|picture/i }).first());
  await page.getByRole('dialog').getByRole('textbox').fill('walk');
  await look(page, 'pack-picker');
  await day.press(page.getByRole('dialog').getByRole('button', { name: 'Zebra crossing, of York signs' }));
  await page.getByText('Saved on this tablet').first().waitFor();
  await day.press(foot(page).getByRole('button', { name: 'Done' }));
  await day.start(2);
  await day.nextUpTo(taster.poll.question);
  await day.handRound();
  await day.beginTurn({ answer: [] });
  await expect.poll(() => seen(page), { timeout: 10_000 }).toBe(1);
  await look(page, 'pack-take-part');
  await day.press(foot(page).getByRole('button', { name: 'Skip' }));
  await page
    .getByRole('main')
    .getByText(/^Done. You skipped/)
    .waitFor();
  await day.backToLead();

  // What may not leave is left out of the file, the report and the prints, and it is said. The word stays.
  const left = /^1 picture of York signs is left out/;
  await day.open('report');
  await page.getByText(left).waitFor();
  expect(await seen(page)).toBe(0);
  expect(await day.report()).not.toContain('Ann of York');
  await look(page, 'pack-report');
  await page.goto(`${hub.url}/workshop/${day.id()}/print/agenda`);
  await page.getByText(left).waitFor();
  expect(await seen(page)).toBe(0);
  const kept = await day.workshopFile();
  expect(kept.text).toMatch(/pack:[0-9a-f]{12}/);
  expect(kept.text).not.toContain('"packs"');

  // The same pack with another record: it leaves, with its credit line, and is seen on another tablet.
  await bringIn('Yes');
  await page.goto(`${hub.url}/workshop/${day.id()}/print/agenda`);
  await expect.poll(() => seen(page), { timeout: 10_000 }).toBe(1);
  await look(page, 'pack-print');
  expect(await page.getByRole('article').innerText()).toContain('Ann of York');
  expect(await page.getByText(left).count()).toBe(0);
  await day.open('report');
  await expect.poll(() => day.report(), { timeout: 10_000 }).toContain('Ann of York');
  expect(await page.getByText(left).count()).toBe(0);
  const file = await day.workshopFile();
  const drawing = /"data":"([^"]+)"/.exec(file.text)?.[1] ?? '';
  expect(atob(drawing)).toContain('<path d="M1 2h6v6z" fill="#147"/>');
  expect(atob(drawing)).not.toContain('alert');
  tablet.expectQuiet();

  const there = await startTablet();
  toClear.push(there.putAway);
  const other = rehearse(there, hub);
  await there.page.goto(hub.url);
  expect(await other.bringIn(file)).toMatch(/is on this tablet now/);
  other.takeOver(day.id());
  await other.open('print/agenda');
  await expect.poll(() => seen(there.page), { timeout: 10_000 }).toBe(1);
  await there.page.goto(`${hub.url}/licences`);
  await there.page.getByText('Ann of York').waitFor();
  there.expectQuiet();
});
