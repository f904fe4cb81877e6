import type { BrowserContext } from 'playwright-core';
import * as v from 'valibot';
import { openDatabase } from '#hub/database/open.ts';
import { give } from '#hub/tablets/access.ts';
import { openPairing } from '#hub/tablets/pairing.ts';
import { hashOfSecret } from '#hub/tablets/tokens.ts';
import type { OfficeRole } from '#wire/route.ts';
import { newId, type Entry } from '#workshop/entry.ts';
import { aBoard, aPoll, entriesOf } from './hub-workshops.ts';
import type { Hub } from './server.ts';

type At = Pick<Hub, 'url' | 'data'>;
type Headers = Record<string, string>;

const PairedSchema = v.object({ token: v.string(), tablet: v.object({ id: v.string() }) });
const by = { kind: 'account', id: 'test', name: 'Test', role: 'organiser' } as const;

async function post(hub: At, path: string, body: unknown, headers: Headers = {}): Promise<unknown> {
  const response = await fetch(hub.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return response.json();
}

/** A browser becomes one in which an organiser is signed in, or somebody else. */
export async function signIn(
  hub: At,
  context: BrowserContext,
  role: OfficeRole = 'organiser',
): Promise<Headers> {
  const database = await openDatabase({ data: hub.data });
  const [id, secret] = [newId(), newId() + newId()];
  await database.all(
    `INSERT INTO account (id, name, sign_in, role, role_by_claim, off, made_at) VALUES (?, ?, ?, ?, 0, 0, ?)`,
    [id, 'Olu Organiser', `olu-${id}@office.example`, role, new Date().toISOString()],
  );
  const now = Date.now();
  await database.all('INSERT INTO signed_in (hash, account, began, seen) VALUES (?, ?, ?, ?)', [
    hashOfSecret(secret),
    id,
    now,
    now,
  ]);
  await database.close();
  await context.addCookies([
    { name: 'cuppa', value: secret, url: hub.url, httpOnly: true, sameSite: 'Strict' },
  ]);
  return { cookie: `cuppa=${secret}`, 'x-cuppa': '1', origin: hub.url };
}

/**
 * What an office has after some weeks: workshops in every state, of three tablets. One has still something to hand
 * in; one was disconnected, and handed something in afterwards.
 */
export async function fillOffice(hub: At, organiser: Headers): Promise<void> {
  const database = await openDatabase({ data: hub.data });
  const connect = async (name: string): Promise<{ id: string; as: Headers }> => {
    const { secret } = await openPairing(database, by);
    const paired = await post(hub, '/v1/pair', { secret, name, version: '1' });
    const { token, tablet } = v.parse(PairedSchema, paired);
    return { id: tablet.id, as: { authorization: `Bearer ${token}` } };
  };
  const handIn = (as: Headers, entries: readonly Entry[]) => post(hub, '/v1/entries', { entries }, as);
  const about = (id: string, title: string, date: string, where: string) => ({ id, title, date, where });

  const blue = await connect('The blue tablet');
  const acomb = about('acomb', 'Having our say', '2030-03-05', 'Acomb Hall');
  const notes = [
    'The bus should come on Sundays too.',
    'A map with pictures. The map at the bus stop is too small to read.',
    'Somebody to meet me at the door',
  ];
  const asked = 'What makes it hard to join in?';
  await handIn(
    blue.as,
    entriesOf({ ...acomb, activities: [aPoll(asked, 7, 5), aBoard('What would help?', notes)] }),
  );
  const green = await connect('Green tablet');
  const library = about('library', 'Listening Space at the library', '2030-02-12', 'York Explore Library');
  await handIn(
    green.as,
    entriesOf({
      ...library,
      here: 31,
      activities: [aPoll(asked, 20, 9), aBoard('What works well?', ['The quiet room'])],
      also: [
        { type: 'put-in-series', series: 'spaces', name: 'Listening Spaces', after: '' },
        { type: 'themed', themes: ['Getting there', 'Quiet places'] },
      ],
    }),
  );
  await give(database, 'library', [green.id], by);
  const charter = about('charter', 'Our charter: day 2 of 3', '2030-03-12', 'Runcorn Town Hall');
  await handIn(
    green.as,
    entriesOf({ ...charter, finished: false, activities: [aBoard('What must be in it?', [])] }),
  );
  await post(hub, '/v1/tablet/state', { unsent: 0, version: '0.5.0' }, blue.as);
  await post(hub, '/v1/tablet/state', { unsent: 14, version: '0.4.2' }, green.as);

  const lost = await connect('Library tablet 3');
  await handIn(
    lost.as,
    entriesOf({ ...about('coffee', 'Coffee morning', '2029-11-02', 'Acomb Hall'), here: 6 }),
  );
  await post(hub, `/v1/tablets/${lost.id}/revoke`, {}, organiser);
  await handIn(lost.as, entriesOf({ id: 'late', title: 'Written later' }).slice(0, 3));
  await database.close();
}
