import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { afterEach, expect, test } from 'vitest';
import { openDatabase } from '#hub/database/open.ts';
import type { Database } from '#hub/database/database.ts';
import { give } from '#hub/tablets/access.ts';
import { openPairing } from '#hub/tablets/pairing.ts';
import { expectAccessible } from '../support/axe.ts';
import { startTablet, waitUntilReadyOffline } from '../support/browser.ts';
import { filmOfCard } from '../support/card-film.ts';
import { workshopFile } from '../support/gallery.ts';
import { waitUntilOnDisk } from '../support/profile.ts';
import { enterAccount } from '../support/own-hub.ts';
import { rehearse, type Rehearsal } from '../support/rehearsal.ts';
import { startHub, type Hub } from '../support/server.ts';
import { taster } from '../support/taster.ts';
import { connectTablet } from '../support/tablets.ts';
import { placesOf, tracesOf } from '../support/traces.ts';
import { choose } from '../support/turns.ts';

const toClear: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clear of toClear.splice(0).reverse()) await clear();
});

const by = { kind: 'account', id: 'test', name: 'Test', role: 'organiser' } as const;
/** Without a hub in reach the browser itself says so in the console. */
const AWAY = [/Failed to load resource/, /net::ERR_/];

async function start() {
  // Its own folder outlives the process.
  const data = mkdtempSync(join(tmpdir(), 'cuppa-hub-tablet-'));
  toClear.push(async () => rmSync(data, { recursive: true, force: true }));
  const hub = await startHub({ data });
  const database = await openDatabase({ data });
  toClear.push(hub.stop, () => database.close());
  // The tablet's camera sees the square code on the office's screen.
  const { secret } = await openPairing(database, by);
  const film = join(data, 'square.y4m');
  filmOfCard(film, `${hub.url}/pair#${secret}`);
  const tablet = await startTablet({
    permissions: ['camera'],
    flags: [
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ],
  });
  toClear.push(tablet.putAway);
  return { hub, database, tablet, day: rehearse(tablet, hub) };
}

/** Connects the tablet as people do it in Settings: by the camera, or by the letters that the office shows. */
async function connect(day: Rehearsal, name: string, code = ''): Promise<void> {
  await day.press(day.button('Connect to the office').first());
  const sheet = day.page().getByRole('dialog');
  await sheet.getByLabel('Name of this tablet').fill(name);
  if (code === '') await sheet.getByText('The square code is read').waitFor();
  else {
    // The square that is still in sight was used before: it is refused once, and does not come back.
    await sheet.getByText('The square code is read').waitFor();
    await day.press(day.inDialog('Connect to the office'));
    await sheet.getByText(/This code does not work, or it is too old/).waitFor();
    const letters = `${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`;
    await sheet.getByLabel(/type the 8 letters/i).fill(letters);
  }
  await day.press(day.inDialog('Connect to the office'));
  await day.page().getByText(`as “${name}”`).waitFor();
}

const AddedSchema = v.pipe(v.string(), v.parseJson(), v.object({ activity: v.string() }));
const isAPoll = (body: string): boolean => /"activity-added".*"kind":"poll"/.test(body);

const inOffice = async (database: Database): Promise<number> => {
  const [row] = await database.all('SELECT COUNT(*) AS entries FROM entry');
  return Number(row?.entries ?? 0);
};
const numbers = async (page: Page): Promise<string[]> => page.locator('.hand-in .counts b').allInnerTexts();

test('a tablet is connected, hands in, and may go back only once receipts cover everything', async () => {
  const { hub, database, tablet, day } = await start();
  await day.makeWorkshop(taster.name);
  await day.start(2);
  await day.page().goto(`${hub.url}/settings`);
  await connect(day, 'Blue tablet');
  await day.press(day.button('Disconnect'));
  await day.press(day.inDialog('Yes, disconnect'));
  const { code } = await openPairing(database, by);
  await day.page().getByRole('dialog').waitFor({ state: 'detached' });
  await day.page().reload();
  await connect(day, 'Blue tablet', code);
  await day.page().goto(hub.url);
  await day.page().getByText('Everything is in the office. This tablet can go back.').waitFor();
  const first = await inOffice(database);
  expect(first).toBeGreaterThan(5);

  // Where it is connected already, that is said, and a secret does not stay in the address.
  await day.page().goto(`${hub.url}/pair`);
  await day
    .page()
    .getByRole('heading', { level: 1, name: /is connected to/ })
    .waitFor();
  await day.page().getByText('Its name is “Blue tablet”.').waitFor();
  await day.page().goto(`${hub.url}/pair#${'a'.repeat(32)}`);
  await expect.poll(() => day.page().url()).toBe(`${hub.url}/pair`);
  await day.page().goto(hub.url);

  // A second window shows the same, and leaves the work to the first as long as that is there.
  const second = await tablet.context.newPage();
  const asked: string[] = [];
  second.on('request', (request) => {
    if (request.url().includes('/v1/')) asked.push(request.url());
  });
  await second.goto(hub.url);
  await second.getByText('This tablet can go back').waitFor();
  expect(asked).toEqual([]);
  await day.page().goto('about:blank');
  await expect.poll(() => asked.length, { timeout: 10_000 }).toBeGreaterThan(0);
  await second.close();

  // A sealed answer stays in its box: what is handed in tells nothing of it, and the tablet can't go back.
  await day.open('lead');
  await day.nextUpTo(taster.poll.question);
  await day.handRound();
  const [, answer] = taster.poll.answers;
  await day.takeTurn({ answer: [choose(answer?.words ?? '')] });
  await day.backToLead();
  await expect.poll(() => inOffice(database), { timeout: 10_000 }).toBeGreaterThan(first);
  await day.page().goto(hub.url);
  await day
    .page()
    .getByText(/can't go back yet/)
    .waitFor();
  expect(await day.page().getByText('This tablet can go back').count()).toBe(0);

  // The office is away while it ends.
  await waitUntilReadyOffline(day.page());
  await tablet.context.setOffline(true);
  // Somebody leaves an answer half-made, and the leader finishes before anything was shown: the way out is said.
  await day.open('take-part');
  await day.beginTurn({ answer: [] });
  await day.press(day.button('Help'));
  await day.press(day.inDialog('For the leader'));
  await day.press(day.button('Keep it for later'));
  await day.page().waitForURL(/\/lead$/);
  await day.finish();
  await day.open('lead');
  await day.press(day.button('Go to this answer'));
  await day.finishTurn(choose(answer?.words ?? ''));
  await day.backToLead();
  await day.button('Show the answers').waitFor();
  expect(await day.button('Go to this answer').count()).toBe(0);
  await expectAccessible(day.page());
  await day.press(day.button('Show the answers'));
  await day.press(day.inDialog('Show the answers'));
  await day.button('Show the answers').waitFor({ state: 'detached' });
  const end = day.page().getByRole('region', { name: 'Handing in to the office' });
  await end.getByText(/still to hand in. They are safe on this tablet/).waitFor();
  const [here, office] = (await numbers(day.page())).map(Number);
  expect(here).toBeGreaterThan(office ?? 0);
  expect(await inOffice(database)).toBe(office);

  await tablet.context.setOffline(false);
  await end.getByText('This tablet can go back').waitFor({ timeout: 15_000 });
  // What was shown a moment ago may not have been counted yet above.
  const all = await inOffice(database);
  expect(all).toBeGreaterThanOrEqual(here ?? 0);
  expect(await numbers(day.page())).toEqual([String(all), String(all)]);
});

test('answers that are sealed here are let in when another tablet shows them first', async () => {
  const { hub, database, tablet, day } = await start();
  const { secret } = await openPairing(database, by);
  await day.connect(secret, 'Blue tablet');
  await day.makeWorkshop(taster.name);
  await day.start(2);
  await day.nextUpTo(taster.poll.question);
  await day.handRound();
  const [, answer] = taster.poll.answers;
  await day.takeTurn({ answer: [choose(answer?.words ?? '')] });
  await day.backToLead();

  const other = await connectTablet(hub.url, database, 'Green tablet');
  await give(database, day.id(), [''], by);
  await expect.poll(() => inOffice(database), { timeout: 10_000 }).toBeGreaterThan(5);
  await other.sync();
  const polls = (await other.entries(day.id())).map(({ body }) => String(body)).filter(isAPoll);
  const { activity } = v.parse(AddedSchema, polls[0]);
  const letIn = async () =>
    (await database.all('SELECT body FROM entry')).filter(({ body }) =>
      /"sealed-answers"/.test(String(body)),
    );
  expect(await letIn()).toEqual([]);
  await other.write(day.id(), [{ type: 'shown', activity }]);
  await other.sync();
  await expect.poll(letIn, { timeout: 10_000 }).toHaveLength(1);
  await day.page().goto(hub.url);
  await day.page().getByText('This tablet can go back').waitFor();
  tablet.expectQuiet();
});

test('a hub that is killed in the middle of it gets each entry once, and redacts and discards what it decides', async () => {
  const { hub, database, tablet, day } = await start();
  const { page } = tablet;
  const words = 'SAID-BY-ONE-PERSON-5521';
  const said = Array.from({ length: 2000 }, (_, n) => ({
    activity: '',
    body: { type: 'note-written', activity: '', text: n === 7 ? words : `note ${n}` },
  }));
  const file = { name: 'a.json', text: await workshopFile({ id: 'big', title: 'A big day', of: [], said }) };
  await page.goto(hub.url);
  await day.bringIn(file);
  await day.button(/^A big day/).waitFor();

  // The square code leads here; its secret is in the address for no longer than it takes to read it.
  const { secret } = await openPairing(database, by);
  await page.goto(`${hub.url}/pair#${secret}`);
  await page.getByText('The square code is read').waitFor();
  expect(page.url()).toBe(`${hub.url}/pair`);
  await page.getByLabel('Name of this tablet').fill('Green tablet');
  await day.press(day.button('Connect to the office'));
  while ((await inOffice(database)) === 0) await page.waitForTimeout(5);
  await hub.stop();
  const some = await countAfter(hub);
  expect(some).toBeGreaterThan(0);
  expect(some).toBeLessThan(2000);

  const again = await startHub({ port: hub.port, data: hub.data });
  toClear.push(again.stop);
  await page.goto(hub.url);
  await page.getByText('Everything is in the office. This tablet can go back.').waitFor({ timeout: 30_000 });
  const later = await openDatabase({ data: hub.data });
  toClear.push(() => later.close());
  expect(await inOffice(later)).toBe(2002);

  // Somebody asks to be forgotten; then the workshop is not kept any more.
  const [row] = await later.all('SELECT id FROM entry WHERE body LIKE ?', [`%${words}%`]);
  expect(placesOf(await tracesOf(page), words).length).toBeGreaterThan(0);
  const organiser = { ...(await enterAccount(later, 'organiser')), origin: hub.url };
  const decide = async (what: string, body: unknown): Promise<void> => {
    const headers = { ...organiser, 'content-type': 'application/json' };
    const address = `${hub.url}/v1/workshops/big/${what}`;
    const { status } = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) });
    expect(status).toBeLessThan(300);
  };
  const notice = page.locator('.notice');
  await decide('redactions', { entries: [String(row?.id)] });
  await notice.getByText(/took out 1 thing that somebody said/).waitFor({ timeout: 15_000 });
  await expect.poll(async () => placesOf(await tracesOf(page), words), { timeout: 10_000 }).toEqual([]);
  await day.press(day.button('I have read this'));
  await notice.getByText(/took out 1 thing/).waitFor({ state: 'detached' });

  await decide('discard', {});
  await notice.getByText('1 workshop was removed from this tablet').waitFor({ timeout: 15_000 });
  await page.getByText('There is no workshop on this tablet yet').waitFor();
  expect(await day.bringIn(file)).toContain('removed from this tablet');
  await waitUntilOnDisk(tablet, 'discarded-big');
  tablet.expectQuiet({ except: AWAY });
});

async function countAfter(hub: Hub): Promise<number> {
  const database = await openDatabase({ data: hub.data });
  const count = await inOffice(database);
  await database.close();
  return count;
}
