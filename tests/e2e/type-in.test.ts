import { afterAll, beforeAll, expect, test } from 'vitest';
import { situations, workshopFile, runningAt } from '../support/gallery.ts';
import { startTablet, waitUntilReadyOffline, type Tablet } from '../support/browser.ts';
import { bringIn } from '../support/on-screen.ts';
import { filesWith, isBox } from '../support/profile.ts';
import { rehearse, type Rehearsal } from '../support/rehearsal.ts';
import { startHub, type Hub } from '../support/server.ts';

const ID = 'on-paper';
const named = (name: string) => {
  const found = situations.find((one) => one.name.includes(name));
  if (!found) throw new Error(`There is no example ${name}.`);
  return found;
};
const poll = named('nobody has answered');
const board = named('post-its,');

let tablet: Tablet;
let hub: Hub;
let day: Rehearsal;
beforeAll(async () => {
  hub = await startHub();
  tablet = await startTablet();
  day = rehearse(tablet, hub);
  await tablet.page.goto(hub.url);
  await waitUntilReadyOffline(tablet.page);
  const file = workshopFile({
    id: ID,
    of: [poll, { ...board, changes: [] }],
    taken: 0,
    after: [{ type: 'people-counted', here: 12 }, ...runningAt(poll.id)],
  });
  await bringIn(tablet.page, await file);
  day.takeOver(ID);
});
afterAll(async () => {
  await tablet?.putAway();
  await hub?.stop();
});

const choose = (name: string) => day.page().getByRole('radio', { name, exact: true });
const look = async (name: string): Promise<void> => {
  if (process.env.CUPPA_PAPERS)
    await day.page().screenshot({ path: `${process.env.CUPPA_PAPERS}/${name}.png`, fullPage: true });
};

async function typeIn(sheet: RegExp, papers: number): Promise<void> {
  await day.open('lead');
  await day.press(day.button(/^More/).last());
  await day.press(
    day
      .page()
      .getByRole('dialog')
      .getByRole('button', { name: /Type in/ }),
  );
  await look('type-in-choose');
  await day.press(day.button(sheet));
  await day.page().getByLabel('Papers').fill(String(papers));
  await look('type-in-pile');
  await day.press(day.button('Start typing in'));
}

test(
  'papers of an anonymous poll are typed in with keys, and count like every other answer',
  { timeout: 120_000 },
  async () => {
    const { page } = tablet;
    await typeIn(/Sheet 1/, 3);
    for (const [place, answer] of ['Getting there', 'Getting there', 'I am not sure'].entries()) {
      await page.getByText(`Paper ${place + 1} of 3.`).waitFor();
      await choose(answer).focus();
      await page.keyboard.press('Space');
      if (place === 0) await look('type-in-answer');
      await page.keyboard.press('Control+Enter');
      await page.getByRole('heading', { level: 1, name: 'Is this what the paper says?' }).waitFor();
      if (place === 0) {
        await look('type-in-check');
        // No photo of an anonymous paper, unless somebody says so first.
        expect(await page.locator('input[type=file]').count()).toBe(0);
      }
      await page.keyboard.press('Control+Enter');
    }
    await page.getByRole('heading', { level: 1, name: 'All 3 papers are done.' }).waitFor();
    await look('type-in-done');

    // What was ticked is in the box, and nowhere else, until the box is opened.
    const holding = filesWith(tablet, '"chosen":["bus"]');
    expect(holding.length).toBeGreaterThan(0);
    expect(holding.filter(({ bytes }) => !isBox(bytes)).map(({ name }) => name)).toEqual([]);
    await day.open('lead');
    await day.show();
    await day.open('report');
    const paper = await day.report();
    expect(paper).toContain('2 of 3 people said: Getting there.');
    expect(paper).toContain('3 of the answers came on paper.');
    tablet.expectQuiet();
  },
);

test(
  'a paper with notes is marked as paper, with its photo, and a blank one has passed',
  { timeout: 120_000 },
  async () => {
    const { page } = tablet;
    await typeIn(/Sheet 2/, 2);
    await choose('What would help').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('radio').first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('main').getByRole('textbox').fill('A bus at 5');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('main').getByText('A bus at 5').first().waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { level: 1, name: 'Is this what the paper says?' }).waitFor();
    const pixel = await page.screenshot({ clip: { x: 0, y: 0, width: 40, height: 40 } });
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: pixel });
    await page.getByRole('button', { name: /photo/i }).first().waitFor();
    await day.press(day.button('Save this paper'));
    await page.getByText('Paper 2 of 2.').waitFor();
    await day.press(day.button('Left blank'));
    await page.getByRole('heading', { level: 1, name: 'All 2 papers are done.' }).waitFor();

    await day.open('report');
    expect(await day.report()).toContain('1 of the answers came on paper.');
    const json = await day.reportAsJson();
    expect(json.text).toMatch(
      /"papers": \{\s*"count": 1,\s*"answers": \[\s*"[0-9a-f]{32}"\s*\],\s*"photos": \[\s*"[0-9a-f]{64}"/,
    );
    await page.getByText('Photos of papers that were kept').click();
    await page.locator('.paper-photos img').waitFor();
    tablet.expectQuiet();
  },
);
