import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterEach, expect, test } from 'vitest';
import { openDatabase } from '#hub/database/open.ts';
import type { Database } from '#hub/database/database.ts';
import { newFirstLink } from '#hub/door/links.ts';
import { openPairing } from '#hub/tablets/pairing.ts';
import { startTablet, type Tablet } from '../support/browser.ts';
import { PASSWORD } from '../support/door.ts';
import { workshopFile } from '../support/gallery.ts';
import { rehearse, type Rehearsal } from '../support/rehearsal.ts';
import { hubCommand, startHub } from '../support/server.ts';
import { placesOf, tracesOf } from '../support/traces.ts';
import { handsOn } from '../support/turns.ts';

const toClear: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clear of toClear.splice(0).reverse()) await clear();
});

/** Without a hub in reach the browser itself says so in the console. */
const AWAY = [/Failed to load resource/, /net::ERR_/];
const ALL_IN = 'Everything is in the office. This tablet can go back.';
const WORDS = 'My brother takes my money 7731';

async function connect(tablet: Tablet, day: Rehearsal, url: string, database: Database): Promise<void> {
  const { secret } = await openPairing(database, { kind: 'nobody' });
  await day.connect(secret, 'Blue tablet');
  await tablet.page.goto(url);
}

async function bodies(database: Database): Promise<(string | null)[]> {
  const rows = await database.all('SELECT body FROM entry ORDER BY id');
  return rows.map(({ body }) => v.parse(v.nullable(v.string()), body));
}

test('the office keeps for longer, removes what one person said, and a restore brings back all but that', async () => {
  const data = mkdtempSync(join(tmpdir(), 'cuppa-forget-'));
  toClear.push(async () => rmSync(data, { recursive: true, force: true }));
  const hub = await startHub({ data });
  toClear.push(hub.stop);
  const database = await openDatabase({ data });
  toClear.push(() => database.close());
  const [tablet, desk] = await Promise.all([startTablet(), startTablet({ width: 1280, height: 900 })]);
  toClear.push(tablet.putAway, desk.putAway);
  const day = rehearse(tablet, hub);
  await connect(tablet, day, hub.url, database);
  const said = [WORDS, 'The bus is late', 'More tea'].map((text) => ({
    activity: '',
    body: { type: 'note-written', activity: '', text },
  }));
  await day.bringIn({
    name: 'a.json',
    text: await workshopFile({ id: 'day', title: 'Our day', of: [], said }),
  });
  await day.page().getByText(ALL_IN).first().waitFor();

  // A backup of before all that follows.
  const backup = join(data, 'older');
  await hubCommand({ data }, 'backup', backup);

  const { page } = desk;
  const { press } = handsOn(page, 'keys');
  const inDialog = (name: string) => press(page.getByRole('dialog').getByRole('button', { name }));
  await page.goto(`${hub.url}/office/first#${await newFirstLink(database)}`);
  await page.getByLabel('Name', { exact: true }).fill('Olu');
  await page.getByLabel('Sign-in name').fill('olu@office.example');
  await page.getByLabel('New password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await press(page.getByRole('link', { name: 'Keeping', exact: true }));

  // No date without a reason; then it is in the list.
  await press(page.getByRole('button', { name: 'Set a date: Our day' }));
  const soon = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel('Keep it until this day').fill(soon);
  await inDialog('Use this date');
  await page.getByText('Write the reason.').waitFor();
  await page.getByLabel('Why it is kept so long').fill('We report back in spring');
  await inDialog('Use this date');
  await page.getByRole('button', { name: 'Keep it longer: Our day' }).waitFor();

  // One person asks to be forgotten.
  await page.goto(`${hub.url}/office/workshop/day/forget`);
  await page.getByLabel('Look for words').fill('brother');
  await press(page.getByRole('button', { name: WORDS }));
  await press(page.getByRole('button', { name: 'Look at what goes' }));
  await page.getByRole('dialog').getByText(WORDS).waitFor();
  await inDialog('Remove');
  await page.getByRole('main').getByText('1 was removed from the office.').waitFor();
  expect(JSON.stringify(await bodies(database))).not.toContain(WORDS);
  await day
    .page()
    .getByText(/took out 1 thing that somebody said/)
    .first()
    .waitFor({ timeout: 15_000 });
  await expect
    .poll(async () => placesOf(await tracesOf(tablet.page), WORDS), { timeout: 10_000 })
    .toEqual([]);
  await page.getByLabel('Look for words').fill('');
  await page.getByRole('button', { name: 'The bus is late' }).waitFor();
  expect(await page.getByText(WORDS).count()).toBe(0);
  desk.expectQuiet({ except: AWAY });
  await desk.close();

  // The hub's disk breaks. What the tablet has and the backup does not comes back by itself, and those words do not.
  await expect.poll(async () => (await bodies(database)).length).toBe(6);
  await day.page().goto(hub.url);
  await day.page().getByText(ALL_IN).first().waitFor();
  const before = await bodies(database);
  await database.close();
  await hub.stop();
  await hubCommand({ data }, 'restore', backup, '--yes');
  const again = await startHub({ data, port: hub.port });
  toClear.push(again.stop);
  const restored = await openDatabase({ data });
  toClear.push(() => restored.close());
  await expect.poll(() => bodies(restored), { timeout: 40_000 }).toEqual(before);
  expect(before.filter((body) => body === null)).toHaveLength(1);
  await day.page().getByText(ALL_IN).first().waitFor({ timeout: 15_000 });
  tablet.expectQuiet({ except: AWAY });
});
