import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { openDatabase } from '#hub/database/open.ts';
import type { Database } from '#hub/database/database.ts';
import { createHub, type HubOptions } from '#hub/hub.ts';
import { hashOfSecret } from '#hub/tablets/tokens.ts';
import { newId, type Entry } from '#workshop/entry.ts';
import type { OfficeRole } from '#wire/route.ts';

/** What goes with a request so that the hub knows who asks. */
export type As = Readonly<Record<string, string>>;
export type OwnTablet = { id: string; as: As };

export type Asking = {
  as?: As;
  method?: string;
  /** Sent as JSON, unless it is bytes. */
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
};
export type Answer = { status: number; headers: Headers; text: string; json: () => unknown };

/** A hub within this process, with an empty database of its own, that really listens. */
export type OwnHub = {
  url: string;
  database: Database;
  app: FastifyInstance;
  ask: (path: string, asking?: Asking) => Promise<Answer>;
  /** Connects a tablet as people do it: an organiser opens a pairing, the tablet sends the secret. */
  tablet: (name?: string) => Promise<OwnTablet>;
  /** Signs in as somebody with this role. */
  account: (role: OfficeRole) => Promise<As>;
  stop: () => Promise<void>;
};

/** Starts one. */
export async function startOwnHub(options: Partial<HubOptions> = {}): Promise<OwnHub> {
  const data = await mkdtemp(join(tmpdir(), 'cuppa-own-hub-'));
  await writeFile(join(data, 'index.html'), '<!doctype html><title>Cuppa</title>');
  const database = options.database ?? (await openDatabase({ data }));
  const app = await createHub({ dist: data, data, name: 'The office', version: '1', ...options, database });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const address = app.server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;

  const hub: OwnHub = {
    url,
    database,
    app,
    async ask(path, { as = {}, method = 'GET', body, headers = {} } = {}) {
      const isBytes = body instanceof Uint8Array;
      const response = await fetch(url + path, {
        method,
        headers: {
          ...(body === undefined
            ? {}
            : { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }),
          ...as,
          ...headers,
        },
        ...(body === undefined ? {} : { body: isBytes ? new Uint8Array(body) : JSON.stringify(body) }),
      });
      const text = await response.text();
      return {
        status: response.status,
        headers: response.headers,
        text,
        json: (): unknown => JSON.parse(text),
      };
    },
    async tablet(name = 'A tablet') {
      const opened = await hub.ask('/v1/pairings', {
        as: await hub.account('organiser'),
        method: 'POST',
        body: {},
      });
      const { secret } = opened.json() as { secret: string };
      const paired = await hub.ask('/v1/pair', { method: 'POST', body: { secret, name, version: '1' } });
      const { token, tablet } = paired.json() as { token: string; tablet: { id: string } };
      return { id: tablet.id, as: { authorization: `Bearer ${token}` } };
    },
    account: async (role) => ({ ...(await enterAccount(database, role)), origin: url }),
    async stop() {
      const closed = app.close();
      // A connection that fetch keeps open would be waited for.
      app.server.closeAllConnections();
      await closed;
      // One that was handed in is closed by whoever opened it.
      if (!options.database) await database.close();
      await rm(data, { recursive: true, force: true });
    },
  };
  return hub;
}

/** Signs in as somebody with this role, by writing it down. */
export async function enterAccount(database: Database, role: OfficeRole): Promise<As> {
  const id = newId();
  const secret = newId() + newId();
  await database.all(
    'INSERT INTO account (id, name, sign_in, role, role_by_claim, off, made_at) VALUES (?, ?, ?, ?, 0, 0, ?)',
    [id, `A ${role}`, id, role, new Date().toISOString()],
  );
  await database.all('INSERT INTO signed_in (hash, account, began, seen) VALUES (?, ?, ?, ?)', [
    hashOfSecret(secret),
    id,
    Date.now(),
    Date.now(),
  ]);
  return { cookie: `cuppa=${secret}`, 'x-cuppa': '1' };
}

/** Connects a tablet by writing it down. */
export async function enterTablet(database: Database): Promise<OwnTablet> {
  const id = newId();
  const token = newId() + newId();
  await database.all('INSERT INTO tablet (id, name, token, paired_at, version) VALUES (?, ?, ?, ?, ?)', [
    id,
    'A tablet',
    hashOfSecret(token),
    new Date().toISOString(),
    '1',
  ]);
  return { id, as: { authorization: `Bearer ${token}` } };
}

/** An entry as a tablet would send it. */
export function someEntry(fields: Partial<Entry> = {}): Entry {
  return {
    id: newId(),
    workshop: 'a workshop',
    activity: '',
    tablet: 'a chain',
    place: 1,
    counter: 1,
    from: [],
    previous: '',
    salt: 'salt',
    body: '{"words":"Somebody said this"}',
    ...fields,
  };
}
