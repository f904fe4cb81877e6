import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Database } from '#hub/database/database.ts';
import { openDatabase } from '#hub/database/open.ts';
import { newFirstLink } from '#hub/door/links.ts';
import { createHub, type HubOptions } from '#hub/hub.ts';
import type { OfficeRole } from '#wire/route.ts';

/** A hub of its own on a free port, over HTTP. */
export type RunningHub = { address: string; data: string; database: Database; stop: () => Promise<void> };

export async function startHub(more: Partial<HubOptions> = {}): Promise<RunningHub> {
  const folder = await mkdtemp(join(tmpdir(), 'cuppa-door-'));
  const dist = join(folder, 'dist');
  await mkdir(dist);
  await writeFile(join(dist, 'index.html'), '<!doctype html><title>Cuppa</title>');
  const data = join(folder, 'data');
  await mkdir(data);
  const database = more.database ?? (await openDatabase({ data }));
  const hub = await createHub({ dist, data, name: 'Test office', version: '0', ...more, database });
  await hub.listen({ port: 0, host: 'localhost' });
  const address = hub.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    address: `http://localhost:${port}`,
    data,
    database,
    async stop() {
      await hub.close();
      if (!more.database) await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const JsonSchema = v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.unknown()));

export type Answer = { status: number; body: Record<string, unknown>; headers: Headers };

/** Somebody with a browser: it keeps the cookies it is given, and sends what pages of the hub send. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  readonly address: string;

  constructor(address: string) {
    this.address = address;
  }

  async ask(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await this.fetch(path, {
      method,
      headers: {
        'x-cuppa': '1',
        origin: this.address,
        ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: text.startsWith('{') ? v.parse(JsonSchema, text) : { text },
      headers: response.headers,
    };
  }

  post = (path: string, body?: unknown) => this.ask('POST', path, body);
  get = (path: string) => this.ask('GET', path);

  async fetch(
    path: string,
    { headers = {}, ...init }: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {},
  ): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const sent = { ...headers, ...(cookie ? { cookie } : {}) };
    const response = await fetch(new URL(path, this.address), { ...init, headers: sent, redirect: 'manual' });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === '' || /Max-Age=0|Expires=Thu, 01 Jan 1970/i.test(set)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }
}

/** Long enough, and in no list. */
export const PASSWORD = 'teapot gravel nine';

/** The first organiser of a hub, signed in. */
export async function firstOrganiser({ address, database }: RunningHub): Promise<Visitor> {
  const secret = await newFirstLink(database);
  const visitor = new Visitor(address);
  const own = { name: 'Olu Organiser', signIn: 'olu@office.example', password: PASSWORD };
  const { status, body } = await visitor.post('/v1/door/first', { secret, ...own });
  if (status !== 200) throw new Error(`No first account: ${JSON.stringify(body)}`);
  return visitor;
}

/** Somebody else whom an organiser invited, signed in. */
export async function somebody(
  organiser: Visitor,
  role: OfficeRole,
  signIn = `${role}@office.example`,
): Promise<Visitor> {
  const invited = await organiser.post('/v1/accounts', { name: `Rae ${role}`, signIn, role });
  const visitor = new Visitor(organiser.address);
  const { status, body } = await visitor.post('/v1/door/link/use', {
    secret: invited.body.secret,
    password: PASSWORD,
  });
  if (status !== 200) throw new Error(`Not joined: ${JSON.stringify(body)}`);
  return visitor;
}
