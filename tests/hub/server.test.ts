import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DatabaseTrouble } from '#hub/database/trouble.ts';
import { SECURITY_HEADERS } from '#hub/headers.ts';
import { newId } from '#workshop/entry.ts';
import { someEntry, startOwnHub, type OwnHub } from '../support/own-hub.ts';

let hub: OwnHub;
beforeAll(async () => {
  hub = await startOwnHub({ metricsToken: 'a long token' });
});
afterAll(() => hub.stop());

/** What the hub says to bytes that are no good request. */
function raw(text: string, { url } = hub): Promise<string> {
  const { port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(text));
    let said = '';
    socket.on('data', (piece: Buffer) => (said += piece.toString()));
    socket.on('close', () => resolve(said));
    socket.on('error', reject);
  });
}

describe('every answer has the headers that keep a page safe', () => {
  const asked: [string, () => Promise<{ status: number; headers: Headers }>][] = [
    ['the app', () => hub.ask('/')],
    ['a screen of the app', () => hub.ask('/office/tablets')],
    ['a file that is not there', () => hub.ask('/nothing.js')],
    ['a route', () => hub.ask('/v1/hub')],
    ['a route that is not there', () => hub.ask('/v1/nothing')],
    ['a refusal', () => hub.ask('/v1/tablets')],
    ['a body that cannot be read', () => hub.ask('/v1/pair', { method: 'POST', body: [] })],
    ['an address that cannot be read', () => hub.ask('/%ff')],
    ['a path out of the app', () => hub.ask('/..%2f..%2fpackage.json')],
    ['health', () => hub.ask('/healthz')],
  ];

  test.each(asked)('%s', async (_, ask) => {
    const { headers } = await ask();
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) expect(headers.get(name)).toBe(value);
    // It would lock the plain address of this computer out for half a year.
    expect(headers.has('strict-transport-security')).toBe(false);
    expect(headers.has('x-powered-by')).toBe(false);
  });

  test.each(['NOT HTTP\r\n\r\n', `GET / HTTP/1.1\r\nx: ${'a'.repeat(40_000)}\r\n\r\n`])(
    'no request at all',
    async (text) => {
      const said = await raw(text);
      expect(said).toMatch(/^HTTP\/1\.1 4(00|31) /);
      for (const name of Object.keys(SECURITY_HEADERS)) expect(said).toContain(`${name}: `);
      expect(said).toContain('"error":"wrong-shape"');
    },
  );
});

test('behind TLS browsers are told to come by https only', async () => {
  const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '192.0.2.1' };
  expect((await hub.ask('/v1/hub', { headers })).headers.get('strict-transport-security')).toMatch(
    /^max-age=\d{7,}/,
  );
});

test('what the hub answers is in no other memory on the way, and the app stays as it was', async () => {
  expect((await hub.ask('/v1/hub')).headers.get('cache-control')).toBe('no-store');
  expect((await hub.ask('/')).headers.get('cache-control')).toBe('no-cache');
});

test('health says whether things can be kept, in a sentence', async () => {
  expect((await hub.ask('/healthz')).json()).toEqual({
    ok: true,
    message: 'The hub can keep what it is given.',
  });
  const { health } = hub.database;
  hub.database.health = () => Promise.reject(new DatabaseTrouble('full'));
  const full = await hub.ask('/healthz');
  expect([full.status, full.text]).toEqual([503, expect.stringContaining("The hub's disk is full")]);
  hub.database.health = health;
  expect((await hub.ask('/healthz')).status).toBe(200);
});

test.each(['full', 'readOnly', 'disk', 'away'] as const)(
  'no receipt while the database is in trouble: %s',
  async (why) => {
    const { transaction } = hub.database;
    const tablet = await hub.tablet();
    const entry = someEntry();
    const send = () => hub.ask('/v1/entries', { as: tablet.as, method: 'POST', body: { entries: [entry] } });
    hub.database.transaction = () => Promise.reject(new DatabaseTrouble(why));
    const refused = await send();
    hub.database.transaction = transaction;
    expect([refused.status, refused.json()]).toMatchObject([503, { error: 'cannot-keep' }]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.text).not.toContain('receipt');
    // It heals by itself.
    expect((await send()).status).toBe(200);
  },
);

describe('measures', () => {
  const elsewhere = { 'x-forwarded-for': '192.0.2.1' };

  test('are for this computer, and for who has the token', async () => {
    expect((await hub.ask('/metrics')).status).toBe(200);
    expect((await hub.ask('/metrics', { headers: elsewhere })).status).toBe(404);
    const spoofed = { 'x-forwarded-for': '127.0.0.1' };
    expect((await hub.ask('/metrics', { headers: spoofed })).status).toBe(404);
    const right = { ...elsewhere, authorization: 'Bearer a long token' };
    expect((await hub.ask('/metrics', { headers: right })).status).toBe(200);
    const wrong = { ...elsewhere, authorization: 'Bearer another token' };
    expect((await hub.ask('/metrics', { headers: wrong })).status).toBe(404);
  });

  test('count what is kept and asked, and name nobody', async () => {
    const tablet = await hub.tablet('Blue tablet');
    const entry = someEntry({ workshop: newId() });
    await hub.ask('/v1/entries', { as: tablet.as, method: 'POST', body: { entries: [entry] } });
    await hub.ask(`/v1/workshops/${entry.workshop}/entries`, { as: tablet.as });
    await hub.ask('/v1/tablet/state', { as: tablet.as, method: 'POST', body: { unsent: 3, version: '1' } });
    const { text } = await hub.ask('/metrics');
    expect(text).toMatch(/^cuppa_entries \d+$/m);
    expect(text).toMatch(/^cuppa_tablets \d+$/m);
    expect(text).toMatch(/^cuppa_unsent_entries 3$/m);
    expect(text).toMatch(/^cuppa_sync_lag_seconds \d/m);
    expect(text).toMatch(/^cuppa_database_bytes [1-9]/m);
    expect(text).toMatch(/^cuppa_report_lag_workshops \d+$/m);
    expect(text).toContain('cuppa_requests_total{method="POST",route="/v1/entries",status="200"}');
    for (const word of [tablet.id, entry.workshop, entry.id, 'Blue', 'Somebody'])
      expect(text).not.toContain(word);
  });
});

describe('a body', () => {
  const pairBody = (size: number) => JSON.stringify({ secret: 'a'.repeat(size), name: 'a', version: '1' });
  const send = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
    fetch(hub.url + path, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    });

  test('is refused where it is larger than its route takes', async () => {
    const answer = await send('/v1/pair', pairBody(20_000));
    expect([answer.status, await answer.json()]).toMatchObject([413, { error: 'too-large' }]);
  });

  test('is refused where it unpacks to more than its route takes, and soon', async () => {
    const tablet = await hub.tablet();
    const bomb = gzipSync(Buffer.alloc(200_000_000, ' '), { level: 9 });
    expect(bomb.length).toBeLessThan(250_000);
    const before = process.memoryUsage().rss;
    const answer = await send('/v1/entries', bomb, { 'content-encoding': 'gzip', ...tablet.as });
    expect(answer.status).toBe(413);
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
  });

  test.each([
    ['cut short', gzipSync(pairBody(2000)).subarray(0, 20), 'gzip'],
    ['not packed at all', Buffer.from(pairBody(20)), 'gzip'],
    ['packed in a way that we do not take', Buffer.from(pairBody(20)), 'br'],
  ])('is refused where it is %s', async (_, body, encoding) => {
    const answer = await send('/v1/pair', body, { 'content-encoding': encoding });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(await answer.json()).toMatchObject({ error: 'wrong-shape' });
  });

  test('that comes too slowly is given up on', async () => {
    const impatient = await startOwnHub({ patienceMs: 700 });
    const began = performance.now();
    const head =
      'POST /v1/pair HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{';
    expect(await raw(head, impatient)).toMatch(/^HTTP\/1\.1 408 /);
    expect(performance.now() - began).toBeLessThan(10_000);
    await impatient.stop();
  });
});

describe('too much at once', () => {
  test('from somebody who is not known is put off, by address', async () => {
    const body = { secret: '22222222', name: 'a', version: '1' };
    const from = (address: string) =>
      hub.ask('/v1/pair', { method: 'POST', body, headers: { 'x-forwarded-for': address } });
    const answers = await Promise.all(Array.from({ length: 130 }, () => from('198.51.100.1')));
    const busy = answers.filter(({ status }) => status === 429);
    expect(busy).toHaveLength(10);
    for (const { headers, text } of busy) {
      expect(Number(headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
      expect(text).toContain('"error":"busy"');
    }
    expect((await from('198.51.100.2')).status).toBe(403);
  });

  test('from a disconnected tablet is put off, though what it hands in is set aside', async () => {
    const lost = await hub.tablet();
    await hub.database.all('UPDATE tablet SET revoked = 1 WHERE id = ?', [lost.id]);
    const send = () =>
      hub.ask('/v1/entries', { as: lost.as, method: 'POST', body: { entries: [someEntry()] } });
    const statuses = (await Promise.all(Array.from({ length: 65 }, send))).map(({ status }) => status);
    expect(statuses.filter((status) => status === 403)).toHaveLength(60);
    expect(statuses.filter((status) => status === 429)).toHaveLength(5);
    expect(await hub.database.all('SELECT 1 FROM held WHERE tablet = ?', [lost.id])).toHaveLength(60);
  });

  test('is put off while much is in work, and taken again after', async () => {
    const { transaction } = hub.database;
    const tablet = await hub.tablet();
    let goOn = () => {};
    const wait = new Promise<void>((done) => (goOn = done));
    hub.database.transaction = async (work) => {
      await wait;
      return transaction.call(hub.database, work) as ReturnType<typeof work>;
    };
    const body = JSON.stringify({ entries: [someEntry({ body: 'a'.repeat(900_000) })] });
    const send = () =>
      fetch(`${hub.url}/v1/entries`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...tablet.as },
        body,
      });
    const all = Array.from({ length: 140 }, send);
    const first = await Promise.race(all);
    expect(first.status).toBe(429);
    expect(Number(first.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    goOn();
    const statuses = (await Promise.all(all)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([200, 429]));
    hub.database.transaction = transaction;
    expect((await send()).status).toBe(200);
  });
});
