import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { digestOf, handIn, NewsSchema, PageSchema } from '#wire/entries.ts';
import { PIECE } from '#wire/attachments.ts';
import { listTablets } from '#wire/tablets.ts';
import { openDatabase } from '#hub/database/open.ts';
import { hashOf } from '#hub/store/entries.ts';
import { newId, type Entry } from '#workshop/entry.ts';
import { databasesOfThisFile, kinds } from '../support/hub-databases.ts';
import { someEntry, startOwnHub, type As, type OwnHub } from '../support/own-hub.ts';

const databases = databasesOfThisFile();
let hub: OwnHub;

const send = (as: As, entries: readonly Entry[]) =>
  hub.ask('/v1/entries', { as, method: 'POST', body: { entries } });
const pageOf = async (as: As, workshop: string, after = 0) =>
  v.parse(PageSchema, (await hub.ask(`/v1/workshops/${workshop}/entries?after=${after}`, { as })).json());
const errorOf = (answer: { json: () => unknown }) =>
  v.parse(v.object({ error: v.string() }), answer.json()).error;
const PairingSchema = v.object({ secret: v.string(), code: v.string() });
const openPairing = async () =>
  v.parse(
    PairingSchema,
    (
      await hub.ask('/v1/pairings', { as: await hub.account('facilitator'), method: 'POST', body: {} })
    ).json(),
  );
const pairWith = (secret: string) =>
  hub.ask('/v1/pair', { method: 'POST', body: { secret, name: 'Hall 2', version: '1' } });

/** Follows the news until what is looked for has come. */
async function news(
  as: As,
  until: (all: v.InferOutput<typeof NewsSchema>[]) => boolean,
  act: () => Promise<unknown>,
) {
  const cut = new AbortController();
  const response = await fetch(`${hub.url}/v1/news`, { headers: as, signal: cut.signal });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const all: v.InferOutput<typeof NewsSchema>[] = [];
  let text = '';
  const acted = act();
  for await (const piece of response.body ?? []) {
    text += Buffer.from(piece).toString();
    const lines = text.split('\n\n');
    text = lines.pop() ?? '';
    for (const line of lines.filter((one) => one.startsWith('data: '))) {
      all.push(v.parse(NewsSchema, JSON.parse(line.slice(6))));
    }
    if (until(all)) break;
  }
  cut.abort();
  await acted;
  return all;
}

describe.each(kinds)('a hub on %s', (kind) => {
  beforeAll(async () => {
    hub = await startOwnHub({ database: await databases.open(kind) });
  }, 60_000);
  afterAll(() => hub.stop());

  test('a tablet hands in and gets a receipt that it can work out itself', async () => {
    const tablet = await hub.tablet();
    const workshop = newId();
    const entries = [someEntry({ workshop }), someEntry({ workshop, place: 2, counter: 2 })];
    const answer = await send(tablet.as, entries);
    expect(answer.status).toBe(200);
    const { receipts } = v.parse(handIn.reply, answer.json());
    const digest = await digestOf(entries.map((entry) => ({ id: entry.id, hash: hashOf(entry) })));
    expect(receipts).toEqual([{ workshop, count: 2, digest, discarded: false }]);
    expect((await pageOf(tablet.as, workshop)).entries).toEqual(entries);
    // Sent again, as after a lost answer.
    expect(v.parse(handIn.reply, (await send(tablet.as, entries)).json()).receipts).toEqual(receipts);
    expect((await pageOf(tablet.as, workshop)).entries).toHaveLength(2);
  });

  test('pages come in the order of keeping, and packed when asked', async () => {
    const tablet = await hub.tablet();
    const workshop = newId();
    const entries = Array.from({ length: 7 }, (_, place) => someEntry({ workshop, place }));
    const packed = gzipSync(JSON.stringify({ entries }));
    const sent = await fetch(`${hub.url}/v1/entries`, {
      method: 'POST',
      headers: { ...tablet.as, 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: packed,
    });
    expect(sent.status).toBe(200);
    const seen: Entry[] = [];
    for (let after = 0, more = true; more;) {
      const answer = await hub.ask(`/v1/workshops/${workshop}/entries?after=${after}&most=3`, {
        as: tablet.as,
      });
      const page = v.parse(PageSchema, answer.json());
      seen.push(...page.entries);
      ({ cursor: after, more } = page);
    }
    expect(seen).toEqual(entries);
    const { body } = await hub.app
      .inject({
        url: `/v1/workshops/${workshop}/entries`,
        headers: { ...tablet.as, 'accept-encoding': 'gzip' },
      })
      .then((answer) => ({ body: answer.rawPayload }));
    expect(v.parse(PageSchema, JSON.parse(gunzipSync(body).toString())).entries).toHaveLength(7);
  });

  test('a tablet reaches only the workshops that are on it', async () => {
    const [one, other] = [await hub.tablet(), await hub.tablet()];
    const workshop = newId();
    await send(one.as, [someEntry({ workshop })]);
    const path = `/v1/workshops/${workshop}/entries`;
    expect((await hub.ask(path, { as: other.as })).status).toBe(404);
    expect((await hub.ask(path, { as: await hub.account('reader') })).status).toBe(200);
    const share = { method: 'PUT', body: { all: false, tablets: [other.id] } };
    expect((await hub.ask(`/v1/workshops/${workshop}/tablets`, { ...share, as: other.as })).status).toBe(404);
    expect((await hub.ask(`/v1/workshops/${workshop}/tablets`, { ...share, as: one.as })).status).toBe(200);
    expect((await hub.ask(path, { as: other.as })).status).toBe(200);
    const lists = await Promise.all([one, other].map(({ as }) => hub.ask('/v1/workshops', { as })));
    for (const list of lists) expect(list.text).toContain(workshop);
    // Taken back: it stays only where some of it was handed in.
    const none = { method: 'PUT', body: { all: false, tablets: [] } };
    await hub.ask(`/v1/workshops/${workshop}/tablets`, { ...none, as: await hub.account('facilitator') });
    expect((await hub.ask(path, { as: other.as })).status).toBe(404);
    expect((await hub.ask(path, { as: one.as })).status).toBe(200);
  });

  test('what is given to all tablets is on those that come later too', async () => {
    const workshop = newId();
    const office = await hub.account('facilitator');
    await send(office, [someEntry({ workshop })]);
    await hub.ask(`/v1/workshops/${workshop}/tablets`, {
      as: office,
      method: 'PUT',
      body: { all: true, tablets: [] },
    });
    const later = await hub.tablet();
    expect((await pageOf(later.as, workshop)).entries).toHaveLength(1);
  });

  test('a secret pairs one tablet, and so does a code, however it is typed', async () => {
    const { secret, code } = await openPairing();
    expect(secret).toMatch(/^[0-9a-f]{32}$/);
    expect((await pairWith(secret)).status).toBe(200);
    expect(errorOf(await pairWith(secret))).toBe('wrong-code');
    expect(errorOf(await pairWith(code))).toBe('wrong-code');
    const next = await openPairing();
    const typed = ` ${next.code.slice(0, 4).toLowerCase()}-${next.code.slice(4)}`;
    expect((await pairWith(typed)).status).toBe(200);
    expect(errorOf(await pairWith(next.secret))).toBe('wrong-code');
  });

  test('of two tablets with one code only one is let in', async () => {
    const { code } = await openPairing();
    const answers = await Promise.all(Array.from({ length: 4 }, () => pairWith(code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test('five wrong codes end every open code, but not the square code', async () => {
    const { secret, code } = await openPairing();
    const wrong = await Promise.all(Array.from({ length: 5 }, () => pairWith('22222222')));
    expect(wrong.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
    expect(errorOf(await pairWith(code))).toBe('wrong-code');
    expect((await pairWith(secret)).status).toBe(200);
  });

  test('after five minutes neither works, and neither was ever kept as it is', async () => {
    const { secret, code } = await openPairing();
    const rows = JSON.stringify(await hub.database.all('SELECT * FROM pairing'));
    expect(rows).not.toContain(secret);
    expect(rows).not.toContain(code);
    await hub.database.all('UPDATE pairing SET ends_ms = ?', [Date.now() - 1]);
    expect(errorOf(await pairWith(secret))).toBe('wrong-code');
    expect(errorOf(await pairWith(code))).toBe('wrong-code');
  });

  test('the token of a tablet is nowhere in the database', async () => {
    const tablet = await hub.tablet();
    const rows = JSON.stringify(await hub.database.all('SELECT * FROM tablet'));
    expect(rows).toContain(tablet.id);
    expect(rows).not.toContain(tablet.as.authorization?.slice('Bearer '.length));
  });

  test('what a disconnected tablet hands in is refused, and waits for a yes', async () => {
    const organiser = await hub.account('organiser');
    const lost = await hub.tablet('Lost');
    const workshop = newId();
    await send(lost.as, [someEntry({ workshop })]);
    await hub.ask(`/v1/tablets/${lost.id}/revoke`, { as: organiser, method: 'POST', body: {} });
    const later = someEntry({ workshop, place: 2 });
    const refused = await send(lost.as, [later]);
    expect(refused.status).toBe(403);
    expect(errorOf(refused)).toBe('revoked');
    // Sent again, it waits once.
    await send(lost.as, [later]);
    const path = `/v1/workshops/${workshop}/entries`;
    expect(errorOf(await hub.ask(path, { as: lost.as }))).toBe('revoked');
    expect((await pageOf(organiser, workshop)).entries).toHaveLength(1);
    const { tablets } = v.parse(listTablets.reply, (await hub.ask('/v1/tablets', { as: organiser })).json());
    expect(tablets.find(({ id }) => id === lost.id)).toMatchObject({ revoked: true, held: 1, name: 'Lost' });
    const yes = await hub.ask(`/v1/tablets/${lost.id}/held`, {
      as: organiser,
      method: 'POST',
      body: { keep: true },
    });
    expect(yes.json()).toEqual({ entries: 1 });
    const deeds = await hub.database.all('SELECT what FROM audit WHERE about = ? ORDER BY number', [lost.id]);
    expect(deeds.map(({ what }) => what)).toEqual([
      'tablet-paired',
      'tablet-revoked',
      'held-began',
      'held-kept',
    ]);
    expect((await pageOf(organiser, workshop)).entries.at(-1)).toEqual(later);
  });

  test('a tablet that is disconnected hears no more', async () => {
    const lost = await hub.tablet();
    const response = await fetch(`${hub.url}/v1/news`, { headers: lost.as });
    const organiser = await hub.account('organiser');
    await hub.ask(`/v1/tablets/${lost.id}/revoke`, { as: organiser, method: 'POST', body: {} });
    // Comes to an end by itself, and long before the next heartbeat.
    const text = await Promise.race([response.text(), sleep(5000).then(() => 'still open')]);
    expect(text).not.toBe('still open');
    expect((await hub.ask('/v1/news', { as: lost.as })).status).toBe(403);
  });

  test('what a disconnected tablet hands in can be thrown away', async () => {
    const organiser = await hub.account('organiser');
    const lost = await hub.tablet();
    await hub.ask(`/v1/tablets/${lost.id}/revoke`, { as: organiser, method: 'POST', body: {} });
    const entry = someEntry({ workshop: newId() });
    await send(lost.as, [entry]);
    await hub.ask(`/v1/tablets/${lost.id}/held`, { as: organiser, method: 'POST', body: { keep: false } });
    expect((await pageOf(organiser, entry.workshop)).entries).toEqual([]);
    expect(await hub.database.all('SELECT * FROM held WHERE tablet = ?', [lost.id])).toEqual([]);
  });

  test('the office sees what a tablet has still to hand in, its version and when it was last here', async () => {
    const tablet = await hub.tablet('Blue');
    await hub.ask('/v1/tablet/state', {
      as: tablet.as,
      method: 'POST',
      body: { unsent: 14, version: '2.0' },
    });
    const list = await hub.ask('/v1/tablets', { as: await hub.account('reader') });
    const found = v.parse(listTablets.reply, list.json()).tablets.find(({ id }) => id === tablet.id);
    expect(found).toMatchObject({ unsent: 14, version: '2.0', revoked: false, held: 0 });
    expect(Date.now() - Date.parse(found?.lastSeen ?? '')).toBeLessThan(10_000);
  });

  test('a photo comes in pieces, goes on where it stopped, and is read by who has its workshop', async () => {
    const [tablet, other] = [await hub.tablet(), await hub.tablet()];
    const workshop = newId();
    const bytes = new Uint8Array(PIECE + 1000).map((_, at) => at % 251);
    const name = createHash('sha256').update(bytes).digest('hex');
    const piece = (from: number, to: number) =>
      hub.ask(`/v1/attachments/${name}`, {
        as: tablet.as,
        method: 'PATCH',
        body: bytes.subarray(from, to),
        headers: {
          'upload-offset': String(from),
          'upload-length': String(bytes.length),
          'x-attachment-type': 'image/png',
          'x-workshop': workshop,
        },
      });
    const state = async () =>
      (await hub.ask(`/v1/attachments/${name}/state?workshop=${workshop}`, { as: tablet.as })).json();
    expect(await state()).toEqual({ bytes: 0, whole: false });
    expect((await piece(0, PIECE)).json()).toEqual({ bytes: PIECE, whole: false });
    // As after a lost answer: it says where to go on.
    expect((await piece(0, PIECE)).json()).toEqual({ bytes: PIECE, whole: false });
    expect((await hub.ask(`/v1/attachments/${name}`, { as: tablet.as })).status).toBe(404);
    expect((await piece(PIECE, bytes.length)).json()).toEqual({ bytes: bytes.length, whole: true });
    const read = await fetch(`${hub.url}/v1/attachments/${name}`, { headers: tablet.as });
    expect(read.headers.get('content-type')).toBe('image/png');
    expect(new Uint8Array(await read.arrayBuffer())).toEqual(bytes);
    expect((await hub.ask(`/v1/attachments/${name}`, { as: other.as })).status).toBe(404);
    // For another workshop it is asked for once more.
    const elsewhere = await hub.ask(`/v1/attachments/${name}/state?workshop=${newId()}`, { as: tablet.as });
    expect(elsewhere.json()).toEqual({ bytes: 0, whole: false });
  });

  test('a photo whose bytes are not its name is not kept', async () => {
    const tablet = await hub.tablet();
    const name = 'ab'.repeat(32);
    const answer = await hub.ask(`/v1/attachments/${name}`, {
      as: tablet.as,
      method: 'PATCH',
      body: new Uint8Array([1, 2, 3]),
      headers: {
        'upload-offset': '0',
        'upload-length': '3',
        'x-attachment-type': 'image/png',
        'x-workshop': newId(),
      },
    });
    expect(errorOf(answer)).toBe('other-bytes');
    expect(await hub.database.all('SELECT name FROM attachment WHERE name = ?', [name])).toEqual([]);
  });

  test('a tablet hears of new entries in its workshops, and of no others', async () => {
    const [one, other] = [await hub.tablet(), await hub.tablet()];
    const [workshop, foreign] = [newId(), newId()];
    await send(one.as, [someEntry({ workshop })]);
    await send(other.as, [someEntry({ workshop: foreign })]);
    const { cursor } = await pageOf(one.as, workshop);
    const told = await news(
      one.as,
      (all) => all.some((piece) => piece.workshop === workshop && piece.cursor > cursor),
      async () => {
        await send(other.as, [someEntry({ workshop: foreign, place: 2 })]);
        await send(other.as, [someEntry({ workshop, place: 2 })]);
      },
    );
    // First where its workshops stand.
    expect(told).toContainEqual({ workshop, cursor });
    expect(told.map((piece) => piece.workshop)).not.toContain(foreign);
  });

  test('the office hears of every workshop, and a workshop that is given is news', async () => {
    const tablet = await hub.tablet();
    const office = await hub.account('facilitator');
    const workshop = newId();
    await send(office, [someEntry({ workshop })]);
    const give = { as: office, method: 'PUT', body: { all: false, tablets: [tablet.id] } };
    const isHere = (all: { workshop: string }[]) => all.some((piece) => piece.workshop === workshop);
    const told = await news(tablet.as, isHere, () => hub.ask(`/v1/workshops/${workshop}/tablets`, give));
    const heard = await news(office, isHere, () => send(tablet.as, [someEntry({ workshop, place: 2 })]));
    expect([isHere(told), isHere(heard)]).toEqual([true, true]);
  });
});

test('what is handed in at one of two hubs is told by the other', async () => {
  const place = await databases.place('postgres');
  const [one, other] = await Promise.all(
    [place, place].map(async (where) => startOwnHub({ database: await openDatabase(where) })),
  );
  try {
    if (!one || !other) throw new Error('There are two.');
    hub = other;
    const tablet = await one.tablet();
    const workshop = newId();
    await send(tablet.as, [someEntry({ workshop })]);
    const began = performance.now();
    const told = await news(
      tablet.as,
      (all) => all.some(({ cursor }) => cursor > 1),
      () =>
        one.ask('/v1/entries', {
          as: tablet.as,
          method: 'POST',
          body: { entries: [someEntry({ workshop, place: 2 })] },
        }),
    );
    expect(told.at(-1)).toEqual({ workshop, cursor: 2 });
    expect(performance.now() - began).toBeLessThan(5000);
  } finally {
    await one?.stop();
    await other?.stop();
  }
});
