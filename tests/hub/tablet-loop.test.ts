import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { memoryStore } from '#journal/memory.ts';
import { keepInMemory } from '#journal/rehearse.ts';
import { hashOf } from '#journal/stamp.ts';
import { closeSealed, sealAnswers } from '#journal/sealed.ts';
import { keepIn } from '#journal/store.ts';
import { openPairing } from '#hub/tablets/pairing.ts';
import { hubFiles } from '#sync/hub/files.ts';
import { follow } from '#sync/hub/follow.ts';
import { makeLoop, type Loop } from '#sync/hub/loop.ts';
import { memoryOf } from '#sync/hub/paired.ts';
import type { Shown } from '#sync/hub/shown.ts';
import { makeAsk } from '#sync/office/ask.ts';
import { pair } from '#wire/tablets.ts';
import { newId } from '#workshop/entry.ts';
import { startOwnHub, type OwnHub } from '../support/own-hub.ts';

let hub: OwnHub;
const loops: Loop[] = [];
beforeAll(async () => {
  // Boxes and drafts: there are none at first.
  keepInMemory();
  keepIn(memoryStore());
  hub = await startOwnHub();
});
afterEach(() => loops.splice(0).forEach((loop) => loop.stop()));
afterAll(() => hub.stop());

/** A tablet whose loop runs as in the app, and what it asked of the hub. */
async function tabletAtWork(
  answer: (path: string) => Response | undefined | Promise<undefined> = () => undefined,
) {
  const store = memoryStore();
  const memory = memoryOf(store);
  const shown: Partial<Shown> = {};
  const asked: { path: string; at: number }[] = [];
  let token = '';
  const fetchIt = async (address: string, init: RequestInit): Promise<Response> => {
    asked.push({ path: address.split('?')[0] ?? '', at: performance.now() });
    const instead = await answer(address);
    if (instead) return instead;
    const headers = { ...Object.fromEntries(new Headers(init.headers)), authorization: `Bearer ${token}` };
    return fetch(hub.url + address, { ...init, headers: token ? headers : (init.headers ?? {}) });
  };
  const ask = makeAsk(fetchIt);
  const { secret } = await openPairing(hub.database, { kind: 'nobody' });
  const paired = await ask(pair, { body: { secret, name: 'A tablet', version: '1' } });
  ({ token } = paired);
  const kept = { token, tablet: paired.tablet, hub: paired.hub, state: 'on' as const };
  await memory.keepPaired(kept);
  const means = {
    store,
    memory,
    ask,
    files: hubFiles(fetchIt, ask),
    discard: (workshop: string) => store.discard(workshop),
    // As the app's own news do.
    tell: (workshop: string): void => loop.kept(workshop),
  };
  const loop: Loop = makeLoop(means, kept, {
    version: '1',
    show: (change) => void Object.assign(shown, change),
    follow: (signal, heard) => follow(fetchIt, signal, heard),
    chance: () => 0,
  });
  loops.push(loop);
  const running = loop.run();
  return {
    id: paired.tablet.id,
    store,
    memory,
    shown,
    asked,
    loop,
    running,
    async write(workshop: string, body: unknown) {
      const words = { id: newId(), activity: '', from: [], salt: newId(), body: JSON.stringify(body) };
      const drafts = [{ ...words, hash: await hashOf(words) }];
      const [entry] = await store.write({ workshop, drafts, attachments: [] });
      loop.kept(workshop);
      return entry;
    },
    bodies: async (workshop: string) => (await store.since(0, workshop)).entries.map(({ body }) => body),
  };
}

async function until(is: () => unknown, ms = 15_000): Promise<number> {
  const from = performance.now();
  while (!(await is())) {
    if (performance.now() - from > ms) throw new Error('It did not come.');
    await sleep(5);
  }
  return performance.now() - from;
}

test('tablets that lead one workshop together see each other within a second', async () => {
  const [one, two] = [await tabletAtWork(), await tabletAtWork()];
  await one.write('live', 'from one');
  await two.write('live', 'from two');
  await until(async () => (await two.bodies('live')).length === 2);
  await until(async () => (await one.bodies('live')).length === 2);
  const took: number[] = [];
  for (let n = 0; n < 5; n += 1) {
    await one.write('live', `note ${n}`);
    took.push(await until(async () => (await two.bodies('live')).includes(JSON.stringify(`note ${n}`))));
  }
  expect(took.toSorted((a, b) => a - b)[2]).toBeLessThan(1000);
  await until(() => one.shown.counts?.['live']?.office === 7);
  expect(one.shown.counts?.['live']).toEqual({ here: 7, office: 7, files: 0 });
  await until(() => one.shown.done === true);
});

test('a tablet that the office disconnects offers the rest once, says so, and asks no more', async () => {
  const tablet = await tabletAtWork();
  await tablet.write('mine', 'before');
  await until(() => tablet.shown.done);
  await hub.database.all('UPDATE tablet SET revoked = 1 WHERE id = ?', [tablet.id]);
  await tablet.write('mine', 'after');
  await tablet.running;
  expect(tablet.shown).toMatchObject({ state: 'revoked', done: false });
  expect(await tablet.memory.paired()).toMatchObject({ state: 'revoked' });
  expect(await tablet.bodies('mine')).toEqual(['"before"', '"after"']);
  const held = await hub.database.all('SELECT entry FROM held WHERE tablet = ?', [tablet.id]);
  expect(held.map(({ entry }) => String(entry)).join()).toContain('after');
  const calls = tablet.asked.length;
  tablet.loop.wake();
  await sleep(300);
  expect(tablet.asked.length).toBe(calls);
});

test('a tablet that only listens sees too that the office disconnects it', async () => {
  const tablet = await tabletAtWork();
  await tablet.write('quiet', 'words');
  await until(() => tablet.shown.done);
  const { status } = await hub.ask(`/v1/tablets/${tablet.id}/revoke`, {
    as: await hub.account('organiser'),
    method: 'POST',
    body: {},
  });
  expect(status).toBe(200);
  await tablet.running;
  expect(tablet.shown).toMatchObject({ state: 'revoked', done: false });
});

test('a token that nobody knows any more stops it, and everything stays', async () => {
  const tablet = await tabletAtWork();
  await tablet.write('kept', 'words');
  await until(() => tablet.shown.done);
  await hub.database.all('DELETE FROM tablet WHERE id = ?', [tablet.id]);
  await tablet.write('kept', 'more');
  await tablet.running;
  expect(tablet.shown).toMatchObject({ state: 'unknown', done: false });
  expect(await tablet.bodies('kept')).toHaveLength(2);
});

test('it keeps away for as long as the hub asks, whatever happens here', async () => {
  let busy = true;
  const tablet = await tabletAtWork((path) =>
    busy && path === '/v1/entries'
      ? new Response('{"error":"busy","message":"Later."}', { status: 429, headers: { 'retry-after': '2' } })
      : undefined,
  );
  await tablet.write('later', 'one');
  const tries = () => tablet.asked.filter(({ path }) => path === '/v1/entries');
  await until(() => tries().length === 1);
  busy = false;
  tablet.loop.wake();
  await tablet.write('later', 'two');
  tablet.loop.wake();
  await until(() => tablet.shown.done);
  const [first, second] = tries();
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(2000);
});

const unsentOf = async (tablet: string): Promise<unknown> => {
  const [row] = await hub.database.all('SELECT unsent FROM tablet WHERE id = ?', [tablet]);
  return row?.unsent;
};

test('the office does not hear that a tablet has nothing left while an answer is in its box', async () => {
  await sealAnswers('sealed', 'a', [{ answer: 1 }]);
  const tablet = await tabletAtWork();
  await until(async () => (await unsentOf(tablet.id)) === 1);
  expect(tablet.shown).toMatchObject({ open: true, done: false });
  await closeSealed('sealed', 'a');
  tablet.loop.kept('sealed');
  await until(async () => (await unsentOf(tablet.id)) === 0);
});

test('the office hears at once that a tablet has nothing left, also right after it heard of something', async () => {
  const slow = Promise.withResolvers<undefined>();
  const tablet = await tabletAtWork((path) => (path === '/v1/entries' ? slow.promise : undefined));
  const unsent = () => unsentOf(tablet.id);
  await tablet.write('slow', 'on the way');
  await until(async () => (await unsent()) === 1);
  slow.resolve(undefined);
  const took = await until(async () => (await unsent()) === 0);
  expect(took).toBeLessThan(10_000);
});

test('a workshop that the office gives to all is there by itself', async () => {
  const [one, two] = [await tabletAtWork(), await tabletAtWork()];
  await one.write('prepared', 'the plan');
  await until(() => one.shown.done);
  const given = await hub.ask('/v1/workshops/prepared/tablets', {
    as: await hub.account('facilitator'),
    method: 'PUT',
    body: { all: true, tablets: [] },
  });
  expect(given.status).toBe(200);
  await until(async () => (await two.bodies('prepared')).length === 1);
});
