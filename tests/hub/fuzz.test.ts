import fc from 'fast-check';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as v from 'valibot';
import type { Database } from '#hub/database/database.ts';
import { openDatabase } from '#hub/database/open.ts';
import { MOST_BYTES } from '#wire/entries.ts';
import type { AnyRoute } from '#wire/route.ts';
import { newId } from '#workshop/entry.ts';
import { databasesOfThisFile, kinds } from '../support/hub-databases.ts';
import { enterAccount, enterTablet, someEntry, type As } from '../support/own-hub.ts';
import { startBareHub, type Hub } from '../support/server.ts';
import { corpus, hostileNames, hostileQueries, MARK, type Hostile } from './corpus.ts';
import { describedRoutes, nameOf } from './wire.ts';

const routes = await describedRoutes();
const databases = databasesOfThisFile();
/** The same database as the hub's, to look into. */
let database: Database;
let hub: Hub;
/** Several of each, so that none asks too often. */
let asOffice: As[];
let asTablet: As[];

/** Starts a hub in its own process, with people who may ask it. */
async function start(kind: Database['kind']): Promise<void> {
  const place = await databases.place(kind);
  database = await openDatabase(place);
  const eight = Array.from({ length: 8 });
  asOffice = await Promise.all(
    eight.map(async () => ({
      ...(await enterAccount(database, 'organiser')),
      'sec-fetch-site': 'same-origin',
    })),
  );
  asTablet = await Promise.all(eight.map(async () => (await enterTablet(database)).as));
  hub = await startBareHub(place, 'info');
}

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

const TABLES = {
  sqlite: "SELECT name FROM sqlite_master WHERE type = 'table'",
  postgres: 'SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()',
};

/** How many rows every table has, but for those that the report worker makes by itself. */
async function rows(): Promise<Record<string, number>> {
  const tables = (await database.all(TABLES[database.kind])).map(({ name }) => String(name));
  const counted = tables
    .filter((name) => !name.startsWith('report_'))
    .map(async (name) => {
      const [row] = await database.all(`SELECT COUNT(*) AS count FROM "${name}"`);
      return [name, Number(row?.count)] as const;
    });
  return Object.fromEntries(await Promise.all(counted));
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

/** Far too much goes to one route of each limit: no other part of the hub sees it. */
function routesFor(hostile: Hostile): AnyRoute[] {
  const all = sending.filter((one) => !isTaken(one, hostile));
  if (hostile.body.length < 2 * MOST_BYTES) return all;
  return [...new Map(all.map((one) => [`${one.kind} ${one.most}`, one])).values()];
}

/** An entry of which one field is something else. */
const nearEntry = fc
  .tuple(fc.constantFrom(...Object.keys(someEntry())), fc.jsonValue())
  .map(([field, value]) =>
    JSON.stringify({ entries: [{ ...someEntry({ workshop: newId() }), [field]: { value } }] }),
  );

/** The largest are the same to every database: they never come so far. */
const corpusFor = { sqlite: corpus, postgres: corpus.filter(({ body }) => body.length < 1_000_000) };

describe.each(kinds)('a hub on %s', (kind) => {
  beforeAll(() => start(kind), 60_000);
  afterAll(async () => {
    await hub.stop();
    await database.close();
  });

  describe('whatever is sent, nothing is kept and nothing breaks', () => {
    test.each(corpusFor[kind])('$name', { timeout: 60_000 }, async (hostile) => {
      const before = await rows();
      const wrong: string[] = [];
      for (const route of routesFor(hostile)) {
        const status = await send(route, hostile);
        if (status !== undefined && (status < 400 || status >= 500 || status === 429))
          wrong.push(`${nameOf(route)}: ${status}`);
      }
      expect(wrong).toEqual([]);
      expect(await rows()).toEqual(before);
      expect(await isFine()).toBe(true);
    });

    test('whatever JSON there is', { timeout: 120_000 }, async () => {
      const before = await rows();
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
        { numRuns: kind === 'sqlite' ? 400 : 150, seed: 5 },
      );
      expect(await rows()).toEqual(before);
      expect(await isFine()).toBe(true);
    });
  });

  test('whatever stands in an address, it is answered and nothing is kept', { timeout: 60_000 }, async () => {
    const before = await rows();
    const paths = routes
      .filter(({ method, kind }) => method === 'GET' && kind !== 'news')
      .flatMap((route) => [
        ...(route.path.includes(':')
          ? hostileNames.map((name) => [route, pathOf(route, name)] as const)
          : []),
        ...hostileQueries.map((query) => [route, pathOf(route, 'nothing', query)] as const),
      ]);
    const wrong: string[] = [];
    for (const [route, path] of paths) {
      const answer = await fetch(hub.url + path, { headers: whoFor(route), redirect: 'manual' });
      const text = await answer.text();
      if (answer.status >= 500 || answer.status === 429) wrong.push(`${answer.status} ${path}`);
      if (answer.headers.has('set-cookie') || text.includes('root:')) wrong.push(`inside out: ${path}`);
    }
    expect(paths.length).toBeGreaterThan(100);
    expect(wrong).toEqual([]);
    expect(await rows()).toEqual(before);
  });

  test.each([
    ['a place that is no number', { 'upload-offset': 'NaN' }],
    ['a place below nothing', { 'upload-offset': '-1' }],
    ['a place beyond the end', { 'upload-offset': '999999999' }],
    ['a length beyond the limit', { 'upload-length': '6000001' }],
    ['a type that is a page', { 'x-attachment-type': 'text/html' }],
    ['a type within a type', { 'x-attachment-type': 'image/png, text/html' }],
    ['a workshop that every object has', { 'x-workshop': 'constructor' }],
    ['a workshop without a name', { 'x-workshop': '' }],
  ])('a piece of a photo with %s is refused', async (_, wrong) => {
    const before = await rows();
    const headers = {
      ...asTablet[0],
      'content-type': 'application/octet-stream',
      'upload-offset': '0',
      'upload-length': '3',
      'x-attachment-type': 'image/png',
      'x-workshop': 'a workshop',
      ...wrong,
    };
    const path = `${hub.url}/v1/attachments/${'ab'.repeat(32)}`;
    const answer = await fetch(path, { method: 'PATCH', headers, body: new Uint8Array([1, 2, 3]) });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(await rows()).toEqual(before);
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
});
