import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  firstOrganiser,
  PASSWORD,
  somebody,
  startHub,
  Visitor,
  type Answer,
  type RunningHub,
} from '../support/door.ts';
import { newFirstLink } from '#hub/door/links.ts';
import { aimedFrom, countTry } from '#hub/door/tries.ts';

// Every test starts a hub and hashes passwords: slow on a machine that has other work too.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

let hub: RunningHub;
beforeEach(async () => {
  hub = await startHub();
});
afterEach(async () => {
  vi.useRealTimers();
  await hub.stop();
});

/** Only the clock: everything else goes on as it is. */
const later = (ms: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });
const HOUR = 3_600_000;
const statuses = (answers: Answer[]) => answers.map(({ status }) => status).toSorted((a, b) => a - b);
const own = { name: 'Olu', signIn: 'olu@office.example', password: PASSWORD };
const signIn = { signIn: own.signIn, password: PASSWORD };

test('the first link makes one organiser and is over then, and so is the one of an earlier start', async () => {
  const earlier = await newFirstLink(hub.database);
  later(2 * 60_000);
  const secret = await newFirstLink(hub.database);
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  const visitor = new Visitor(hub.address);
  expect((await visitor.get('/v1/door')).body).toMatchObject({ me: null, empty: true });
  expect(await visitor.post('/v1/door/first', { ...own, secret: earlier })).toMatchObject({ status: 410 });
  expect(await visitor.post('/v1/door/link', { secret })).toMatchObject({ body: { purpose: 'first' } });

  const both = await Promise.all(
    [1, 2].map(() => new Visitor(hub.address).post('/v1/door/first', { ...own, secret })),
  );
  expect(statuses(both)).toEqual([200, 410]);
  expect(await visitor.post('/v1/door/first', { ...own, secret })).toMatchObject({
    status: 410,
    body: { error: 'link-over' },
  });
  expect(await newFirstLink(hub.database)).toBeUndefined();
  expect(await visitor.post('/v1/door/sign-in', signIn)).toMatchObject({
    status: 200,
    body: { me: { role: 'organiser' } },
  });
  expect((await visitor.get('/v1/door')).body).toMatchObject({ me: { name: 'Olu' }, empty: false });
});

test('two first links of two hubs that start together make one organiser', async () => {
  const secrets = [await newFirstLink(hub.database), await newFirstLink(hub.database)];
  const both = await Promise.all(
    secrets.map((secret, at) =>
      new Visitor(hub.address).post('/v1/door/first', { ...own, signIn: `o${at}@x.example`, secret }),
    ),
  );
  expect(statuses(both)).toEqual([200, 410]);
});

test('the cookie is for this site alone, out of reach of scripts, and new at every sign-in', async () => {
  await firstOrganiser(hub);
  const visitor = new Visitor(hub.address);
  const { headers } = await visitor.post('/v1/door/sign-in', signIn);
  expect(headers.getSetCookie()).toEqual([
    expect.stringMatching(/^cuppa=[0-9a-f]{64}; Path=\/; HttpOnly; SameSite=Strict$/),
  ]);
  const first = visitor.cookies.get('cuppa') ?? '';
  await visitor.post('/v1/door/sign-in', signIn);
  expect(visitor.cookies.get('cuppa')).not.toBe(first);
  visitor.cookies.set('cuppa', first);
  expect(await visitor.get('/v1/accounts')).toMatchObject({ status: 401 });
});

test('a wrong password, an unknown name and an account that is off get the same answer', async () => {
  const organiser = await firstOrganiser(hub);
  await somebody(organiser, 'reader');
  const { body } = await organiser.get('/v1/accounts');
  const reader = (body.accounts as { id: string; role: string }[]).find(({ role }) => role === 'reader');
  await organiser.ask('PUT', `/v1/accounts/${reader?.id}`, { name: 'Rae', role: 'reader', off: true });
  const visitor = new Visitor(hub.address);
  const answers = await Promise.all([
    visitor.post('/v1/door/sign-in', { ...signIn, password: 'teapot gravel ten' }),
    visitor.post('/v1/door/sign-in', { ...signIn, signIn: 'nobody@office.example' }),
    visitor.post('/v1/door/sign-in', { ...signIn, signIn: 'reader@office.example' }),
  ]);
  expect(new Set(answers.map((one) => JSON.stringify([one.status, one.body])))).toHaveLength(1);
  expect(answers[0]).toMatchObject({ status: 403, body: { error: 'wrong-sign-in' } });
});

test('somebody is signed out after twelve idle hours, and after seven days in any case', async () => {
  const organiser = await firstOrganiser(hub);
  later(11 * HOUR);
  expect(await organiser.get('/v1/accounts')).toMatchObject({ status: 200 });
  later(11 * HOUR);
  expect(await organiser.get('/v1/accounts')).toMatchObject({ status: 200 });
  later(12 * HOUR + 1);
  expect(await organiser.get('/v1/accounts')).toMatchObject({ status: 401 });
  expect(await organiser.post('/v1/door/sign-in', signIn)).toMatchObject({ status: 200 });
  for (let hours = 10; hours < 7 * 24; hours += 10) {
    later(10 * HOUR);
    expect(await organiser.get('/v1/accounts')).toMatchObject({ status: 200 });
  }
  later(9 * HOUR);
  expect(await organiser.get('/v1/accounts')).toMatchObject({ status: 401 });
});

test('a page that stands open and follows the news does not keep anybody signed in', async () => {
  const olu = await firstOrganiser(hub);
  later(11 * HOUR);
  const leave = new AbortController();
  expect((await olu.fetch('/v1/news', { signal: leave.signal })).status).toBe(200);
  leave.abort();
  later(HOUR + 1);
  expect(await olu.get('/v1/accounts')).toMatchObject({ status: 401 });
});

test('signing out is over at once, here or everywhere', async () => {
  const here = await firstOrganiser(hub);
  const there = new Visitor(hub.address);
  await there.post('/v1/door/sign-in', signIn);
  const kept = here.cookies.get('cuppa') ?? '';
  await here.post('/v1/door/sign-out');
  expect(here.cookies.has('cuppa')).toBe(false);
  here.cookies.set('cuppa', kept);
  expect(await here.get('/v1/accounts')).toMatchObject({ status: 401 });
  expect(await there.get('/v1/accounts')).toMatchObject({ status: 200 });
  await here.post('/v1/door/sign-in', signIn);
  await here.post('/v1/door/sign-out', { everywhere: true });
  expect(await there.get('/v1/accounts')).toMatchObject({ status: 401 });
});

test('what another site sends with the cookie changes nothing', async () => {
  const organiser = await firstOrganiser(hub);
  const forged: Record<string, string>[] = [
    { 'x-cuppa': '' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: `${hub.address}1` },
  ];
  const invited = { name: 'Eve', signIn: 'eve@evil.example', role: 'organiser' };
  for (const headers of forged) {
    const answers = [
      await organiser.ask('POST', '/v1/accounts', invited, headers),
      await organiser.ask('POST', '/v1/door/sign-in', signIn, headers),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 403]);
  }
  const { body } = await organiser.get('/v1/accounts');
  expect(body.accounts).toHaveLength(1);
});

test('a guesser waits longer and longer, from anywhere and on every process, and the right password waits too', async () => {
  await firstOrganiser(hub);
  // The clock stands still, but for what is said here.
  later(0);
  const visitor = new Visitor(hub.address);
  const wrong = { ...signIn, password: 'teapot gravel ten' };
  const first = await Promise.all(Array.from({ length: 12 }, () => visitor.post('/v1/door/sign-in', wrong)));
  expect(statuses(first)).toEqual([...Array<number>(5).fill(403), ...Array<number>(7).fill(429)]);
  const refused = await visitor.post('/v1/door/sign-in', signIn);
  expect(refused).toMatchObject({ status: 429, body: { error: 'too-often' } });
  expect(refused.headers.get('retry-after')).toBe('10');
  later(10_001);
  expect(await visitor.post('/v1/door/sign-in', wrong)).toMatchObject({ status: 403 });
  const longer = await visitor.post('/v1/door/sign-in', wrong);
  expect(longer.headers.get('retry-after')).toBe('20');
  later(20_001);
  expect(await visitor.post('/v1/door/sign-in', signIn)).toMatchObject({ status: 200 });
  expect(await visitor.post('/v1/door/sign-in', wrong)).toMatchObject({ status: 403 });
});

test('many names from one address wait as well', async () => {
  await firstOrganiser(hub);
  const addresses = ['::1', '127.0.0.1'].map(aimedFrom);
  for (let tries = 0; tries < 29; tries += 1) {
    for (const aim of addresses) await countTry(hub.database, [aim], Date.now());
  }
  const visitor = new Visitor(hub.address);
  const asked = (at: number) =>
    visitor.post('/v1/door/sign-in', { ...signIn, signIn: `n${at}@office.example` });
  expect(await asked(1)).toMatchObject({ status: 403 });
  expect(await asked(2)).toMatchObject({ status: 429 });
});

test('a changed password signs out everywhere else, and needs the old one', async () => {
  const here = await firstOrganiser(hub);
  const there = new Visitor(hub.address);
  await there.post('/v1/door/sign-in', signIn);
  const fresh = 'a kettle on a hill';
  expect(await here.post('/v1/door/password', { current: 'not the old one', password: fresh })).toMatchObject(
    { status: 403, body: { error: 'wrong-password' } },
  );
  expect(
    await here.post('/v1/door/password', { current: PASSWORD, password: 'Password123456' }),
  ).toMatchObject({ status: 400, body: { error: 'weak-password' } });
  expect(await here.post('/v1/door/password', { current: PASSWORD, password: fresh })).toMatchObject({
    status: 200,
  });
  expect(await here.get('/v1/accounts')).toMatchObject({ status: 200 });
  expect(await there.get('/v1/accounts')).toMatchObject({ status: 401 });
  expect(await there.post('/v1/door/sign-in', signIn)).toMatchObject({ status: 403 });
  expect(await there.post('/v1/door/sign-in', { ...signIn, password: fresh })).toMatchObject({ status: 200 });
});

test('no secret and no password lies in the files of the hub', async () => {
  const secret = (await newFirstLink(hub.database)) ?? '';
  const organiser = new Visitor(hub.address);
  await organiser.post('/v1/door/first', { ...own, secret });
  const invited = await organiser.post('/v1/accounts', {
    name: 'Rae',
    signIn: 'rae@office.example',
    role: 'reader',
  });
  const wrong = 'typed by mistake here';
  await organiser.post('/v1/door/sign-in', { ...signIn, password: wrong });
  const cookie = organiser.cookies.get('cuppa') ?? '';
  const files = await readdir(hub.data);
  expect(files).toContain('cuppa.db');
  const bytes = Buffer.concat(await Promise.all(files.map((file) => readFile(join(hub.data, file)))));
  // What is looked for can be found.
  expect(bytes.includes('olu@office.example')).toBe(true);
  for (const never of [secret, String(invited.body.secret), cookie, PASSWORD, wrong]) {
    expect(never.length).toBeGreaterThan(12);
    expect(bytes.includes(never)).toBe(false);
  }
});

test('behind TLS the cookie is for this host alone and never sent in the clear', async () => {
  const olu = await firstOrganiser(hub);
  const overTls = { 'x-forwarded-proto': 'https' };
  const { headers } = await olu.ask('POST', '/v1/door/sign-in', signIn, overTls);
  expect(headers.getSetCookie()).toEqual([
    expect.stringMatching(/^__Host-cuppa=[0-9a-f]{64}; Path=\/; HttpOnly; Secure; SameSite=Strict$/),
  ]);
  expect(await olu.ask('GET', '/v1/accounts', undefined, overTls)).toMatchObject({ status: 200 });
  // The name that anybody on the way could set is not looked at.
  olu.cookies.delete('__Host-cuppa');
  expect(await olu.ask('GET', '/v1/accounts', undefined, overTls)).toMatchObject({ status: 401 });
  expect(await olu.get('/v1/accounts')).toMatchObject({ status: 200 });
});

test('the time an answer takes does not tell whether there is such a name', async () => {
  await firstOrganiser(hub);
  const visitor = new Visitor(hub.address);
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
  const take = async (which: 'known' | 'unknown', name: string) => {
    const began = performance.now();
    await visitor.post('/v1/door/sign-in', { signIn: name, password: 'not this one' });
    times[which].push(performance.now() - began);
  };
  for (let at = 0; at < 4; at += 1) {
    await take('known', own.signIn);
    await take('unknown', `n${at}@office.example`);
  }
  // Without the work of hashing it would be a twentieth.
  expect(Math.min(...times.unknown) / Math.min(...times.known)).toBeGreaterThan(0.4);
  expect(Math.min(...times.known) / Math.min(...times.unknown)).toBeGreaterThan(0.4);
});
