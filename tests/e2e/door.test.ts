import { createServer } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { standardWays, type Ways } from '#access/ways.ts';
import { expectAccessible } from '../support/axe.ts';
import { startTablet, type Tablet } from '../support/browser.ts';
import { PASSWORD, Visitor } from '../support/door.ts';
import { measure } from '../support/measures.ts';
import { presses, settled } from '../support/on-screen.ts';
import { startProvider } from '../support/provider.ts';
import { startHub, type Hub } from '../support/server.ts';
import { handsOn } from '../support/turns.ts';
import { expectNoSidewaysScroll } from '../support/wide.ts';

let hub: Hub;
let desk: Tablet;
let page: Page;
let first: string;
/** What the hub refuses is an error to the console too; and leaving a page at once cuts its icon off. */
const refused = { except: [/status of (400|401|403|410|429)/, /following icon from the Manifest/] };

beforeAll(async () => {
  hub = await startHub();
  first = /http\S+\/office\/first#\w+/.exec(hub.said())?.[0] ?? '';
  desk = await startTablet({ width: 1024, height: 768 });
  page = desk.page;
});
afterAll(async () => {
  await desk?.putAway();
  await hub?.stop();
});

const press = (name: string | RegExp) =>
  handsOn(page, 'keys').press(page.getByRole('button', { name }).first());

test(
  'by keyboard alone: the first account, out, in again, and somebody invited who comes in too',
  { timeout: 120_000 },
  async () => {
    await page.goto(first);
    await page.getByLabel('Name', { exact: true }).fill('Olu Adeyemi');
    await page.getByLabel('Sign-in name').fill('olu@office.example');
    const password = page.getByLabel('New password');
    expect(await password.getAttribute('autocomplete')).toBe('new-password');
    await password.fill('short');
    await page.keyboard.press('Enter');
    await page.locator('form .wrong').getByText('too easy to guess').waitFor();
    await password.fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Workshops' }).waitFor();
    expect(page.url()).not.toContain('#');

    await page.goto(`${hub.url}/office/account`);
    await press('Sign out');
    await page.waitForURL(/\/office\/sign-in$/);
    // Whoever wants something of the office signs in first, and is there afterwards.
    await page.goto(`${hub.url}/office/accounts`);
    await page.waitForURL(/\/office\/sign-in$/);
    await page.getByLabel('Sign-in name').fill('olu@office.example');
    await page.getByLabel('Password', { exact: true }).fill('not this one');
    await press('Show');
    expect(await page.getByLabel('Password', { exact: true }).getAttribute('type')).toBe('text');
    await page.getByLabel('Password', { exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.locator('form .wrong').getByText('is not right').waitFor();
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/office\/accounts$/);

    await press('Invite somebody');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name', { exact: true }).fill('Rae Moss');
    await dialog.getByLabel('Sign-in name').fill('rae@office.example');
    await press('Make the link');
    const link = await dialog.getByLabel('The link').inputValue();
    await press('Close');
    await page.getByText('Has not used the link yet').waitFor();
    await page.goto(`${hub.url}/office/account`);
    await press('Sign out');
    await page.waitForURL(/\/office\/sign-in$/);

    await page.goto(link);
    await page.getByText('Hello Rae Moss.').waitFor();
    await page.getByLabel('New password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Workshops' }).waitFor();
    await page.goto(link);
    await page.getByRole('heading', { level: 1, name: 'This link does not work any more' }).waitFor();
    // Nothing of it is in the page's own storage.
    const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage, document.cookie]));
    expect(kept).not.toMatch(/teapot|[0-9a-f]{64}/);
    desk.expectQuiet(refused);
  },
);

/** Olu, signed in, and Rae, who was invited: also where this test is run alone. */
async function organiser(): Promise<Visitor> {
  const visitor = new Visitor(hub.url);
  const own = { signIn: 'olu@office.example', password: PASSWORD };
  const { body } = await visitor.get('/v1/door');
  if (body.empty !== true) {
    await visitor.post('/v1/door/sign-in', own);
    return visitor;
  }
  await visitor.post('/v1/door/first', { ...own, name: 'Olu Adeyemi', secret: first.split('#')[1] });
  await visitor.post('/v1/accounts', { name: 'Rae Moss', signIn: 'rae@office.example', role: 'reader' });
  return visitor;
}

const ways: (Partial<Ways> & { width: number })[] = [
  { width: 320 },
  { words: 'easy', text: 'larger', theme: 'dark', width: 320 },
  { words: 'symbols', text: 'large', theme: 'contrast', width: 768 },
  { calm: true, width: 1180 },
];
type Screen = { name: string; path: string; out?: boolean; opens?: (page: Page) => Promise<void> };
const screens: Screen[] = [
  { name: 'sign in', path: 'sign-in', out: true },
  { name: 'sign in: nothing written', path: 'sign-in', out: true, opens: presses(/^Sign in$/) },
  { name: 'sign in: not known here', path: 'sign-in#no-account', out: true },
  { name: 'a link that is over', path: `invited#${'0'.repeat(64)}`, out: true },
  { name: 'the own account', path: 'account' },
  { name: 'people', path: 'accounts' },
  { name: 'people: invite', path: 'accounts', opens: presses(/^Invite somebody$/) },
  { name: 'people: one of them', path: 'accounts', opens: presses(/^Rae Moss/) },
  { name: 'people: switch off', path: 'accounts', opens: presses(/^Rae Moss/, /^Switch this account off$/) },
  { name: 'who did what', path: 'audit' },
];

test('every screen of the door is accessible, in every way of reading', { timeout: 300_000 }, async () => {
  const faults: string[] = [];
  const visitor = await organiser();
  await page.goto(`${hub.url}/office/sign-in`);
  const cookie = { name: 'cuppa', value: visitor.cookies.get('cuppa') ?? '', url: hub.url, httpOnly: true };
  for (const [at, screen] of screens.entries()) {
    // One way after the other; the long run takes all.
    const own =
      process.env.CUPPA_MATRIX === 'full' ? ways : ways.filter((_, way) => way === at % ways.length);
    for (const { width, ...worn } of own) {
      const where = `${screen.name} (${JSON.stringify({ width, ...worn })})`;
      try {
        await page.setViewportSize({ width, height: 800 });
        await desk.context.clearCookies();
        if (!screen.out) await desk.context.addCookies([cookie]);
        await page.evaluate(
          (kept) => localStorage.setItem('cuppa-ways', kept),
          JSON.stringify({ ...standardWays, ...worn }),
        );
        await page.goto('about:blank');
        await page.goto(`${hub.url}/office/${screen.path}`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await settled(page);
        await screen.opens?.(page);
        await settled(page);
        await expectAccessible(page, where);
        await expectNoSidewaysScroll(page);
        faults.push(...(await measure(page)).map((fault) => `${where}: ${fault}`));
      } catch (error) {
        faults.push(`${where}: ${error instanceof Error ? error.message : String(error)}`);
      }
      if (process.env.CUPPA_PICTURES) {
        const name = where.replace(/[^a-z0-9]+/gi, '-');
        await page.screenshot({ path: `${process.env.CUPPA_PICTURES}/${name}.png`, fullPage: true });
      }
      await page.goto(`${hub.url}/office/sign-in`);
    }
  }
  expect(faults.join('\n')).toBe('');
  desk.expectQuiet(refused);
});

/** A port that nobody has just now: the hub and the provider must know each other before they start. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

test(
  'a real browser comes back from a provider on another site, and is signed in',
  { timeout: 90_000 },
  async () => {
    const provider = await startProvider('127.0.0.1');
    const port = await freePort();
    const own = await startHub({
      port,
      env: {
        CUPPA_ADDRESS: `http://localhost:${port}`,
        OIDC_ISSUER: provider.issuer,
        OIDC_CLIENT_ID: 'cuppa',
        OIDC_CLIENT_SECRET: 'a secret of the hub',
        OIDC_NAME: 'the council',
        OIDC_PEOPLE: 'all',
      },
    });
    provider.start(own.url);
    const browser = await startTablet({ width: 1024, height: 768 });
    try {
      const { page: here, context } = browser;
      const button = (name: string) => here.getByRole('button', { name });
      const { press: pressHere } = handsOn(here, 'keys');
      await here.goto(`${own.url}/office/sign-in`);
      await pressHere(button('Sign in with the council'));
      await here.getByRole('heading', { level: 1, name: 'Workshops' }).waitFor();
      const cookies = await context.cookies(own.url);
      expect(cookies.map(({ name, sameSite, httpOnly }) => [name, sameSite, httpOnly])).toEqual([
        ['cuppa', 'Strict', true],
      ]);
      await here.goto(`${own.url}/office/account`);
      await here.getByText('Rosa Marsh').waitFor();
      await pressHere(button('Sign out').first());
      await here.waitForURL(/\/office\/sign-in$/);
      // Whoever comes back without having gone out from here gets nothing.
      await here.goto(`${own.url}/v1/door/council/back?code=guessed&state=guessed`);
      await here.getByText('did not work this time').waitFor();
    } finally {
      await browser.putAway();
      await own.stop();
      await provider.stop();
    }
  },
);
