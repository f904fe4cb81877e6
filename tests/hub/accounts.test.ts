import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as v from 'valibot';
import { AccountSchema } from '#wire/door.ts';
import { LineSchema } from '#wire/audit.ts';
import { fromCsv } from '#report/csv.ts';
import { firstOrganiser, PASSWORD, somebody, startHub, Visitor, type RunningHub } from '../support/door.ts';

// Every test starts a hub and hashes passwords: slow on a machine that has other work too.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

let hub: RunningHub;
let olu: Visitor;
beforeEach(async () => {
  hub = await startHub();
  olu = await firstOrganiser(hub);
});
afterEach(async () => {
  vi.useRealTimers();
  await hub.stop();
});

const accounts = async () => v.parse(v.array(AccountSchema), (await olu.get('/v1/accounts')).body.accounts);
const accountOf = async (signIn: string) => {
  const found = (await accounts()).find((one) => one.signIn === signIn);
  if (!found) throw new Error(`Nobody signs in with ${signIn}`);
  return found;
};
const lines = async (query = '') =>
  v.parse(v.array(LineSchema), (await olu.get(`/v1/audit${query}`)).body.lines);
const change = (id: string, body: object) => olu.ask('PUT', `/v1/accounts/${id}`, body);

test('an invitation works once, for a week, and only the invited choose their password', async () => {
  const { body, status } = await olu.post('/v1/accounts', {
    name: 'Rae Moss',
    signIn: ' Rae@Office.example ',
    role: 'facilitator',
  });
  expect(status).toBe(200);
  expect(await accountOf('rae@office.example')).toMatchObject({
    role: 'facilitator',
    password: false,
    lastIn: null,
  });
  const rae = new Visitor(hub.address);
  const { secret } = body;
  expect(await rae.post('/v1/door/link', { secret })).toMatchObject({
    body: { purpose: 'invited', name: 'Rae Moss', signIn: 'rae@office.example' },
  });
  expect(await rae.post('/v1/door/link/use', { secret, password: 'raemoss2026!' })).toMatchObject({
    body: { error: 'weak-password' },
  });
  expect(await rae.post('/v1/door/link/use', { secret, password: PASSWORD })).toMatchObject({
    body: { me: { role: 'facilitator' } },
  });
  expect(await rae.post('/v1/door/link/use', { secret, password: PASSWORD })).toMatchObject({ status: 410 });
  expect(await rae.get('/v1/accounts')).toMatchObject({ status: 403 });
  expect(
    await new Visitor(hub.address).post('/v1/door/sign-in', {
      signIn: 'RAE@office.example',
      password: PASSWORD,
    }),
  ).toMatchObject({ status: 200 });

  const late = await olu.post('/v1/accounts', {
    name: 'Late',
    signIn: 'late@office.example',
    role: 'reader',
  });
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 7 * 86_400_000 + 1 });
  expect(
    await new Visitor(hub.address).post('/v1/door/link/use', {
      secret: late.body.secret,
      password: PASSWORD,
    }),
  ).toMatchObject({ status: 410 });
});

test('nobody gets a name that somebody signs in with already', async () => {
  expect(
    await olu.post('/v1/accounts', { name: 'Other', signIn: 'OLU@office.example', role: 'reader' }),
  ).toMatchObject({ status: 409, body: { error: 'name-taken' } });
});

test('a new link ends the one before, and using it ends every stay of whoever knew the old password', async () => {
  const rae = await somebody(olu, 'reader');
  const { id } = await accountOf('reader@office.example');
  const first = await olu.post(`/v1/accounts/${id}/link`);
  const second = await olu.post(`/v1/accounts/${id}/link`);
  expect(await rae.get('/v1/door')).toMatchObject({ body: { me: { id } } });
  const fresh = new Visitor(hub.address);
  const password = 'a kettle on a hill';
  expect(await fresh.post('/v1/door/link/use', { secret: first.body.secret, password })).toMatchObject({
    status: 410,
  });
  expect(await fresh.post('/v1/door/link/use', { secret: second.body.secret, password })).toMatchObject({
    status: 200,
  });
  expect(await rae.get('/v1/door')).toMatchObject({ body: { me: null } });
  expect(
    await rae.post('/v1/door/sign-in', { signIn: 'reader@office.example', password: PASSWORD }),
  ).toMatchObject({ status: 403 });
});

test('whoever is switched off is out at once, their links too, and comes back when switched on', async () => {
  const rae = await somebody(olu, 'reader');
  const { id, name } = await accountOf('reader@office.example');
  const link = await olu.post(`/v1/accounts/${id}/link`);
  expect(await change(id, { name, role: 'reader', off: true })).toMatchObject({ status: 200 });
  expect(await rae.get('/v1/door')).toMatchObject({ body: { me: null } });
  expect(await rae.post('/v1/door/link/use', { secret: link.body.secret, password: PASSWORD })).toMatchObject(
    { status: 410 },
  );
  expect(await olu.post(`/v1/accounts/${id}/link`)).toMatchObject({ status: 404 });
  expect(await change(id, { name, role: 'reader', off: false })).toMatchObject({ status: 200 });
  expect(
    await rae.post('/v1/door/sign-in', { signIn: 'reader@office.example', password: PASSWORD }),
  ).toMatchObject({ status: 200 });
});

test('an organiser signs somebody out on every browser', async () => {
  const rae = await somebody(olu, 'reader');
  await olu.post(`/v1/accounts/${(await accountOf('reader@office.example')).id}/sign-out`);
  expect(await rae.get('/v1/door')).toMatchObject({ body: { me: null } });
});

test('a role holds from the next request on', async () => {
  const rae = await somebody(olu, 'facilitator');
  expect(await rae.post('/v1/pairings')).toMatchObject({ status: 200 });
  const { id, name } = await accountOf('facilitator@office.example');
  await change(id, { name, role: 'reader', off: false });
  expect(await rae.post('/v1/pairings')).toMatchObject({ status: 403 });
});

test('the last organiser who can sign in stays one, and stays on', async () => {
  const { id, name } = await accountOf('olu@office.example');
  const last = { status: 409, body: { error: 'last-organiser' } };
  expect(await change(id, { name, role: 'reader', off: false })).toMatchObject(last);
  expect(await change(id, { name, role: 'organiser', off: true })).toMatchObject(last);
  // Invited is not yet able.
  await olu.post('/v1/accounts', { name: 'Other', signIn: 'other@office.example', role: 'organiser' });
  expect(await change(id, { name, role: 'reader', off: false })).toMatchObject(last);
  await somebody(olu, 'organiser');
  expect(await change(id, { name, role: 'reader', off: false })).toMatchObject({ status: 200 });
});

test('every deed at the door is taken down, without a word that somebody typed', async () => {
  const rae = await somebody(olu, 'reader');
  const { id } = await accountOf('reader@office.example');
  await change(id, { name: 'Rae', role: 'facilitator', off: false });
  await olu.post(`/v1/accounts/${id}/link`);
  await rae.post('/v1/door/sign-in', { signIn: 'reader@office.example', password: 'typed by mistake' });
  await rae.post('/v1/door/sign-in', { signIn: 'nobody at all', password: 'typed by mistake' });
  await rae.post('/v1/door/sign-in', { signIn: 'nobody@office.example', password: 'typed by mistake' });
  await rae.post('/v1/door/password', { current: PASSWORD, password: 'a kettle on a hill' });
  await rae.post('/v1/door/sign-out', { everywhere: true });
  const all = await lines();
  expect(all.map(({ what }) => what).toReversed()).toEqual([
    'first-account',
    'account-invited',
    'account-joined',
    'account-changed',
    'account-linked',
    'sign-in-failed',
    'sign-in-failed',
    'password-changed',
    'signed-out-everywhere',
  ]);
  expect(all.find(({ what }) => what === 'account-changed')).toMatchObject({
    who: { kind: 'account', name: 'Olu Organiser' },
    about: id,
    aboutName: 'Rae',
  });
  const failed = all.filter(({ what }) => what === 'sign-in-failed');
  expect(failed.map(({ who, about }) => [who.kind, about])).toEqual([
    ['nobody', ''],
    ['nobody', id],
  ]);
  expect(JSON.stringify(all)).not.toMatch(/typed by mistake|nobody@/);
});

test('the trail is found by deed, person and day, in pages, and is saved as a table', async () => {
  const { id } = await accountOf('olu@office.example');
  // A name that a spreadsheet would run.
  await olu.post('/v1/accounts', { name: '=1+2', signIn: 'a@office.example', role: 'reader' });
  await olu.post('/v1/accounts', { name: 'B', signIn: 'b@office.example', role: 'reader' });
  expect(await lines('?what=account-invited')).toHaveLength(2);
  expect(await lines(`?who=${id}`)).toHaveLength(3);
  expect(await lines(`?about=${(await accountOf('b@office.example')).id}`)).toMatchObject([
    { aboutName: 'B' },
  ]);
  const today = new Date().toISOString().slice(0, 10);
  expect(await lines(`?from=${today}&to=${today}`)).toHaveLength(3);
  expect(await lines('?from=2001-01-01&to=2001-12-31')).toEqual([]);
  const page = await olu.get('/v1/audit?most=2');
  expect(page.body).toMatchObject({ more: true });
  const two = v.parse(v.array(LineSchema), page.body.lines);
  expect(await lines(`?most=2&before=${two[1]?.number}`)).toMatchObject([{ what: 'first-account' }]);

  const table = await olu.fetch('/v1/audit.csv');
  expect(table.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const text = Buffer.from(await table.arrayBuffer()).toString();
  expect(text).toContain(`,'=1+2`);
  expect(fromCsv(text).rows.map((row) => row[5])).toEqual([
    'first-account',
    'account-invited',
    'account-invited',
    'audit-exported',
  ]);
});

test('only organisers read the trail, and no route changes it', async () => {
  const rae = await somebody(olu, 'facilitator');
  expect(await rae.get('/v1/audit')).toMatchObject({ status: 403 });
  expect(await rae.get('/v1/audit.csv')).toMatchObject({ status: 403 });
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    expect((await olu.ask(method, '/v1/audit', {})).status).toBe(404);
  }
});

test(
  'whoever runs the hub makes a link for an organiser whom nobody else can help',
  { timeout: 60_000 },
  async () => {
    const env = {
      ...process.env,
      CUPPA_DATA: hub.data,
      CUPPA_ADDRESS: 'https://cuppa.example',
      DATABASE_URL: '',
    };
    const run = (name: string) =>
      promisify(execFile)(process.execPath, ['src/hub/command.ts', 'link', name], { env });
    const { stdout } = await run('Olu@office.example');
    const secret = /https:\/\/cuppa\.example\/office\/invited#([0-9a-f]{64})/.exec(stdout)?.[1];
    const fresh = new Visitor(hub.address);
    const password = 'a kettle on a hill';
    expect(await fresh.post('/v1/door/link/use', { secret, password })).toMatchObject({ status: 200 });
    expect(await olu.get('/v1/accounts')).toMatchObject({ status: 401 });
    olu = fresh;
    expect(await lines('?what=account-linked')).toMatchObject([
      { who: { kind: 'hub' }, aboutName: 'Olu Organiser' },
    ]);
    await expect(run('nobody@office.example')).rejects.toMatchObject({ code: 2 });
  },
);
