import fc from 'fast-check';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { MOST_BYTES } from '#wire/entries.ts';
import type { AnyRoute } from '#wire/route.ts';
import { newId } from '#workshop/entry.ts';
import { enterAccount, enterTablet, someEntry, type As } from '../support/own-hub.ts';
import { startHub, type Hub } from '../support/server.ts';
import { openDatabase } from '#hub/database/open.ts';
import { corpus, hostileNames, hostileQueries, MARK, type Hostile } from './corpus.ts';
import { describedRoutes, nameOf } from './wire.ts';

const routes = await describedRoutes();
let data: string;
let hub: Hub;
/** Several of each, so that none asks too often. */
const asOffice: As[] = [];
const asTablet: As[] = [];

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'cuppa-fuzz-'));
  await writeFile(join(data, 'index.html'), '<!doctype html><title>Cuppa</title>');
  const database = await openDatabase({ data });
  for (let count = 0; count < 8; count += 1) {
    // oxlint-disable-next-line no-await-in-loop
    asOffice.push({ ...(await enterAccount(database, 'organiser')), 'sec-fetch-site': 'same-origin' });
    // oxlint-disable-next-line no-await-in-loop
    asTablet.push((await enterTablet(database)).as);
  }
  await database.close();
  hub = await startHub({ data, dist: data, env: { CUPPA_LOG: 'info' } });
});
afterAll(async () => {
  await hub.stop();
  await rm(data, { recursive: true, force: true });
});

let asked = 0;
/** Somebody who may ask this, each time another. */
function whoFor(route: AnyRoute): As {
  asked += 1;
  // Whoever is not known comes from another address each time.
  const from = { 'x-forwarded-for': `198.51.${asked % 250}.${(asked * 7) % 250}` };
  if (route.roles.includes('anyone')) return { ...from, 'x-cuppa': '1', 'sec-fetch-site': 'same-origin' };
  const all = route.roles.includes('organiser') ? asOffice : asTablet;
  return { ...from, ...all[asked % all.length] };
}

const pathOf = (route: AnyRoute, name = 'nothing', query = '') => route.path.replace(/:\w+/g, name) + query;

async function send(
  route: AnyRoute,
  { body, type = 'application/json', encoding }: Hostile,
  path = pathOf(route),
) {
  const headers = {
    ...whoFor(route),
    'content-type': type,
    ...(encoding ? { 'content-encoding': encoding } : {}),
  };
  // A body that is refused before its end is a connection that is cut: that is an answer too.
  const answer = await fetch(hub.url + path, { method: route.method, headers, body }).catch(() => undefined);
  await answer?.text();
  return answer?.status;
}

/** How many rows every table has. */
function rows(): Record<string, number> {
  const database = new DatabaseSync(join(data, 'cuppa.db'), { readOnly: true });
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
  const counted = tables.map(({ name }) => {
    const row = database.prepare(`SELECT COUNT(*) AS count FROM "${String(name)}"`).get();
    return [String(name), Number(row?.count)] as const;
  });
  database.close();
  return Object.fromEntries(counted);
}

const isFine = async () => (await fetch(`${hub.url}/healthz`)).status === 200;
/** Whether a route takes this body as it is: then it does no harm, and is none of the corpus there. */
function isTaken(route: AnyRoute, { body, type, encoding }: Hostile): boolean {
  if (type !== undefined || encoding !== undefined || route.kind === 'bytes in') return false;
  if (body.length > MOST_BYTES * 2) return false;
  if (body.length === 0) return v.is(route.body, {});
  return v.is(v.pipe(v.string(), v.parseJson(), route.body), body.toString());
}

const sending = routes.filter(({ method }) => method !== 'GET');

describe('whatever is sent, nothing is kept and nothing breaks', () => {
  test.each(corpus)('$name', { timeout: 60_000 }, async (hostile) => {
    const before = rows();
    const wrong: string[] = [];
    for (const route of sending.filter((one) => !isTaken(one, hostile))) {
      // oxlint-disable-next-line no-await-in-loop
      const status = await send(route, hostile);
      if (status !== undefined && (status < 400 || status >= 500 || status === 429))
        wrong.push(`${nameOf(route)}: ${status}`);
    }
    expect(wrong).toEqual([]);
    expect(rows()).toEqual(before);
    expect(await isFine()).toBe(true);
  });

  test('whatever JSON there is', { timeout: 120_000 }, async () => {
    const before = rows();
    const any = fc.oneof(
      fc.json(),
      fc.jsonValue().map((entries) => JSON.stringify({ entries, MARK })),
      nearEntry,
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...sending.map(nameOf)), any, async (name, body) => {
        const hostile = { name: '', body };
        const route = sending.find((one) => nameOf(one) === name);
        if (!route || isTaken(route, hostile)) return;
        const status = await send(route, hostile);
        expect(status).toBeGreaterThanOrEqual(400);
        expect(status).toBeLessThan(500);
      }),
      { numRuns: 600, seed: 5 },
    );
    expect(rows()).toEqual(before);
    expect(await isFine()).toBe(true);
  });
});

/** An entry of which one field is something else. */
const nearEntry = fc
  .tuple(fc.constantFrom(...Object.keys(someEntry())), fc.jsonValue())
  .map(([field, value]) =>
    JSON.stringify({ entries: [{ ...someEntry({ workshop: newId() }), [field]: { value } }] }),
  );

test('whatever stands in an address, it is answered and nothing is kept', { timeout: 60_000 }, async () => {
  const before = rows();
  const paths = routes
    .filter(({ method, kind }) => method === 'GET' && kind !== 'news')
    .flatMap((route) => [
      ...(route.path.includes(':') ? hostileNames.map((name) => [route, pathOf(route, name)] as const) : []),
      ...hostileQueries.map((query) => [route, pathOf(route, 'nothing', query)] as const),
    ]);
  const wrong: string[] = [];
  for (const [route, path] of paths) {
    // oxlint-disable-next-line no-await-in-loop
    const answer = await fetch(hub.url + path, { headers: whoFor(route), redirect: 'manual' });
    // oxlint-disable-next-line no-await-in-loop
    const text = await answer.text();
    if (answer.status >= 500 || answer.status === 429) wrong.push(`${answer.status} ${path}`);
    if (answer.headers.has('set-cookie') || text.includes('root:')) wrong.push(`inside out: ${path}`);
  }
  expect(paths.length).toBeGreaterThan(100);
  expect(wrong).toEqual([]);
  expect(rows()).toEqual(before);
});

test.each([
  ['a header in a header', 'GET /v1/hub HTTP/1.1\r\nhost: a\r\nx-workshop: a\r\n set-cookie: b=c\r\n\r\n'],
  ['a line end alone', 'GET /v1/hub HTTP/1.1\r\nhost: a\r\nx-workshop: a\rset-cookie: b=c\r\n\r\n'],
  ['two lengths', 'POST /v1/pair HTTP/1.1\r\nhost: a\r\ncontent-length: 2\r\ncontent-length: 30\r\n\r\n{}'],
  [
    'a length and pieces',
    'POST /v1/pair HTTP/1.1\r\nhost: a\r\ncontent-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\n\r\n',
  ],
  ['a method that is none', 'STEAL /v1/hub HTTP/1.1\r\nhost: a\r\n\r\n'],
  ['a length that is none', 'POST /v1/pair HTTP/1.1\r\nhost: a\r\ncontent-length: -1\r\n\r\n'],
])('%s is refused', async (_, text) => {
  const said = await new Promise<string>((resolve, reject) => {
    let all = '';
    const socket = connect(hub.port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (piece: Buffer) => (all += piece.toString()));
    socket.on('close', () => resolve(all));
    socket.on('error', reject);
  });
  expect(said).toMatch(/^HTTP\/1\.1 4\d\d /);
  expect(said).not.toMatch(/set-cookie|HTTP\/1\.1 2/i);
});

test('what was said is in no line of the log, nor who said it', async () => {
  const [as] = asTablet;
  const entry = someEntry({ workshop: newId(), body: JSON.stringify({ words: MARK }) });
  const headers = { ...as, 'content-type': 'application/json' };
  const kept = await fetch(`${hub.url}/v1/entries`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ entries: [entry] }),
  });
  expect(kept.status).toBe(200);
  await fetch(`${hub.url}/v1/workshops/${entry.workshop}/entries?after=0`, { headers });
  const lines = hub
    .said()
    .split('\n')
    .filter((line) => line.startsWith('{'));
  expect(lines.length).toBeGreaterThan(1000);
  const allowed = new Set([
    'level',
    'time',
    'reqId',
    'msg',
    'method',
    'route',
    'status',
    'ms',
    'role',
    'err',
    'why',
    'code',
    'workshops',
  ]);
  for (const line of lines) {
    const read = v.parse(v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.unknown())), line);
    expect(Object.keys(read).filter((key) => !allowed.has(key))).toEqual([]);
  }
  const secrets = [...asTablet, ...asOffice].map(
    ({ authorization, cookie }) => /[0-9a-f]{64}/.exec(authorization ?? cookie ?? '')?.[0] ?? '?',
  );
  for (const word of [MARK, entry.workshop, entry.id, '198.51.', ...secrets]) {
    expect(lines.filter((line) => line.includes(word))).toEqual([]);
  }
});
