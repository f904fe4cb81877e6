import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Council } from '#hub/door/council.ts';
import { ROSA, startProvider, type RunningProvider } from '../support/provider.ts';
import { firstOrganiser, PASSWORD, startHub, Visitor, type RunningHub } from '../support/door.ts';

// Every test starts a hub and hashes passwords: slow on a machine that has other work too.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

let provider: RunningProvider;
let council: Council;
let hub: RunningHub;
beforeEach(async () => {
  provider = await startProvider();
  const own = { clientId: 'cuppa', clientSecret: 'a secret of the hub', name: 'the council' };
  council = { ...own, issuer: provider.issuer, address: '', people: 'invited', roleClaim: undefined };
  hub = await startHub({ council });
  council.address = hub.address;
  provider.start(hub.address);
});
afterEach(async () => {
  vi.useRealTimers();
  await hub.stop();
  await provider.stop();
});

/** Out to the provider and as far as its answer: the address at the hub that it sends the browser to. */
async function goOut(visitor: Visitor, secret?: string, at = provider): Promise<URL> {
  const { body, status } = await visitor.post('/v1/door/council', secret === undefined ? {} : { secret });
  expect(status).toBe(200);
  let next = new URL(String(body.address));
  expect(next.origin).toBe(at.issuer);
  expect(next.searchParams.get('code_challenge_method')).toBe('S256');
  const there = new Visitor(at.issuer);
  for (let steps = 0; next.origin === at.issuer && steps < 8; steps += 1) {
    const response = await there.fetch(next.href);
    next = new URL(response.headers.get('location') ?? 'about:blank', next);
  }
  expect(next.origin).toBe(hub.address);
  return next;
}

const comeBack = async (visitor: Visitor, back: URL): Promise<string | null> =>
  (await visitor.fetch(back.href)).headers.get('location');

async function invited(): Promise<{ organiser: Visitor; secret: string; account: string }> {
  const organiser = await firstOrganiser(hub);
  const { body } = await organiser.post('/v1/accounts', {
    name: 'Rosa',
    signIn: 'rosa.m@office.example',
    role: 'facilitator',
  });
  return { organiser, secret: String(body.secret), account: String(body.account) };
}

test('an invited person joins by the link, comes in without one later, and has no password', async () => {
  const { organiser, secret, account } = await invited();
  const rosa = new Visitor(hub.address);
  expect((await rosa.get('/v1/door')).body).toMatchObject({ council: 'the council' });
  expect(await comeBack(rosa, await goOut(rosa, secret))).toBe('/office/');
  expect((await rosa.get('/v1/door')).body).toMatchObject({
    me: { id: account, role: 'facilitator', password: false },
  });
  expect([...rosa.cookies.keys()]).toEqual(['cuppa']);

  const later = new Visitor(hub.address);
  expect(await comeBack(later, await goOut(later))).toBe('/office/');
  expect((await later.get('/v1/door')).body).toMatchObject({ me: { id: account } });
  expect(await organiser.post('/v1/door/link', { secret })).toMatchObject({ status: 410 });
  expect(
    await later.post('/v1/door/sign-in', { signIn: 'rosa.m@office.example', password: PASSWORD }),
  ).toMatchObject({ status: 403 });
});

test('whoever has no account here stays out, even with the e-mail address of somebody who has', async () => {
  await invited();
  provider.person = { sub: 'b2', name: 'Eve', email: 'olu@office.example' };
  const eve = new Visitor(hub.address);
  expect(await comeBack(eve, await goOut(eve))).toBe('/office/sign-in#no-account');
  expect((await eve.get('/v1/door')).body).toMatchObject({ me: null });
});

test('a link that was used meanwhile joins nobody', async () => {
  const { secret } = await invited();
  const rosa = new Visitor(hub.address);
  const back = await goOut(rosa, secret);
  await new Visitor(hub.address).post('/v1/door/link/use', { secret, password: PASSWORD });
  expect(await comeBack(rosa, back)).toBe('/office/sign-in#link-over');
  expect((await rosa.get('/v1/door')).body).toMatchObject({ me: null });
});

test('nobody comes back with another state, another issuer, a changed code, or without the cookie of the way out', async () => {
  const { secret } = await invited();
  const joined = new Visitor(hub.address);
  await comeBack(joined, await goOut(joined, secret));
  const changes: ((back: URL, visitor: Visitor) => void)[] = [
    (back) => back.searchParams.set('state', 'another'),
    (back) => back.searchParams.delete('state'),
    (back) => back.searchParams.set('iss', 'https://evil.example'),
    (back) => back.searchParams.delete('iss'),
    (back) => back.searchParams.set('code', 'guessed'),
    (back) => back.searchParams.set('error', 'access_denied'),
    (_, visitor) => visitor.cookies.clear(),
    (_, visitor) => visitor.cookies.set('cuppa-flow', 'f'.repeat(64)),
  ];
  for (const change of changes) {
    const visitor = new Visitor(hub.address);
    const back = await goOut(visitor);
    change(back, visitor);
    expect([change.toString(), await comeBack(visitor, back)]).toEqual([
      change.toString(),
      '/office/sign-in#council',
    ]);
    expect(visitor.cookies.has('cuppa')).toBe(false);
  }
});

test('a code works once, and not on the way of somebody else', async () => {
  const { secret } = await invited();
  const joined = new Visitor(hub.address);
  await comeBack(joined, await goOut(joined, secret));

  const rosa = new Visitor(hub.address);
  const back = await goOut(rosa);
  const flow = rosa.cookies.get('cuppa-flow') ?? '';
  const other = new Visitor(hub.address);
  const theirs = await goOut(other);
  const swapped = new URL(theirs);
  swapped.searchParams.set('code', back.searchParams.get('code') ?? '');
  expect(await comeBack(other, swapped)).toBe('/office/sign-in#council');

  const again = await goOut(rosa);
  expect(await comeBack(rosa, again)).toBe('/office/');
  rosa.cookies.set('cuppa-flow', flow);
  expect(await comeBack(rosa, again)).toBe('/office/sign-in#council');
});

test('the answer of another provider is not believed', async () => {
  const { secret } = await invited();
  const evil = await startProvider();
  evil.start(hub.address);
  try {
    const rosa = new Visitor(hub.address);
    const { body } = await rosa.post('/v1/door/council', { secret });
    const begun = new URL(String(body.address));
    const there = new Visitor(evil.issuer);
    let next = new URL(`${begun.pathname}${begun.search}`, evil.issuer);
    for (let steps = 0; next.origin === evil.issuer && steps < 8; steps += 1) {
      next = new URL((await there.fetch(next.href)).headers.get('location') ?? 'about:blank', next);
    }
    expect(next.searchParams.get('state')).toBe(begun.searchParams.get('state'));
    expect(await comeBack(rosa, next)).toBe('/office/sign-in#council');
    // Nor when it says that it is the other one.
    const second = await rosa.post('/v1/door/council', { secret });
    next.searchParams.set('state', new URL(String(second.body.address)).searchParams.get('state') ?? '');
    next.searchParams.set('iss', provider.issuer);
    expect(await comeBack(rosa, next)).toBe('/office/sign-in#council');
  } finally {
    await evil.stop();
  }
});

test('the way out is over after ten minutes', async () => {
  const { secret } = await invited();
  const rosa = new Visitor(hub.address);
  const back = await goOut(rosa, secret);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 600_001 });
  expect(await comeBack(rosa, back)).toBe('/office/sign-in#council');
});

test('a provider that is away is said, and a password still works', async () => {
  await firstOrganiser(hub);
  await provider.stop();
  const visitor = new Visitor(hub.address);
  expect(await visitor.post('/v1/door/council', {})).toMatchObject({
    status: 503,
    body: { error: 'council-away' },
  });
  expect(
    await visitor.post('/v1/door/sign-in', { signIn: 'olu@office.example', password: PASSWORD }),
  ).toMatchObject({ status: 200 });
});

test('where all may come and a claim says the role, it is followed, and whoever has none stays out', async () => {
  council.people = 'all';
  council.roleClaim = 'groups';
  const organiser = await firstOrganiser(hub);
  const rosa = new Visitor(hub.address);
  provider.person = { ...ROSA, groups: ['staff', 'reader', 'facilitator'] };
  expect(await comeBack(rosa, await goOut(rosa))).toBe('/office/');
  expect((await rosa.get('/v1/door')).body).toMatchObject({
    me: { name: 'Rosa Marsh', role: 'facilitator' },
  });
  provider.person = { ...ROSA, groups: ['reader'] };
  expect(await comeBack(rosa, await goOut(rosa))).toBe('/office/');
  expect((await rosa.get('/v1/door')).body).toMatchObject({ me: { role: 'reader' } });
  provider.person = { ...ROSA, groups: ['staff'] };
  expect(await comeBack(rosa, await goOut(rosa))).toBe('/office/sign-in#no-account');
  const { body } = await organiser.get('/v1/audit');
  expect(JSON.stringify(body)).toContain('account-joined');
});

test('where all may come and no claim is asked for, they read; the address of an account stays its own', async () => {
  council.people = 'all';
  await firstOrganiser(hub);
  provider.person = { sub: 'c3', name: 'Other Olu', email: 'Olu@office.example', groups: ['organiser'] };
  const other = new Visitor(hub.address);
  expect(await comeBack(other, await goOut(other))).toBe('/office/');
  const { body } = await other.get('/v1/door');
  expect(body).toMatchObject({ me: { name: 'Other Olu', role: 'reader', signIn: `${provider.issuer}#c3` } });
});
