import { Ajv2020 } from 'ajv/dist/2020.js';
import type { RouteOptions } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as v from 'valibot';
import { officeRoles, type AnyRoute, type Role } from '#wire/route.ts';
import { startOwnHub, type As, type OwnHub } from '../support/own-hub.ts';
import { describedRoutes, nameOf } from './wire.ts';

const served: { method: string; path: string; roles: readonly Role[] }[] = [];
let described: AnyRoute[];
let hub: OwnHub;
beforeAll(async () => {
  described = await describedRoutes();
  const onRoute = ({ method, url, config }: RouteOptions) =>
    served.push(...[method].flat().map((one) => ({ method: one, path: url, roles: config?.roles ?? [] })));
  hub = await startOwnHub({ onRoute });
});
afterAll(() => hub.stop());

/** The app itself is for everybody; and these three say nothing of anybody. */
const WITHOUT_WIRE = new Set(['GET /*', 'HEAD /*', 'GET /v1/docs', 'GET /healthz', 'GET /metrics']);
/** What may be asked by whoever knows the address: which hub it is, to be let in, and how it fares. */
const FOR_ANYONE =
  /^(GET \/v1\/hub|POST \/v1\/pair|GET \/v1\/docs|GET \/healthz|GET \/metrics|(GET|POST) \/v1\/door(\/.+)?)$/;

test('every route that is served is described, with its roles', () => {
  const known = new Map(described.map((route) => [nameOf(route), route.roles]));
  const open = served.filter((route) => !WITHOUT_WIRE.has(nameOf(route)));
  expect(open.length).toBeGreaterThan(15);
  expect(open.filter((route) => !known.has(nameOf(route))).map(nameOf)).toEqual([]);
  for (const route of open)
    expect([nameOf(route), route.roles]).toEqual([nameOf(route), known.get(nameOf(route))]);
});

/** These are there only where the council has a sign-in of its own. */
const COUNCIL = /^\S+ \/v1\/door\/council/;

test('every route that is described is served', () => {
  const names = new Set(served.map(nameOf));
  const missing = described.map(nameOf).filter((name) => !names.has(name));
  expect(missing.filter((name) => !COUNCIL.test(name))).toEqual([]);
});

test('a route of which nobody said who may call it stops the hub from starting', async () => {
  const add = startOwnHub({
    onRoute: (route) => {
      if (route.url === '/v1/hub') delete route.config?.roles;
    },
  });
  await expect(add).rejects.toThrow('Nobody is said to be allowed');
});

test('only what says nothing of anybody is for anyone', () => {
  const open = served.filter(({ roles }) => roles.includes('anyone')).map(nameOf);
  expect(open.filter((name) => !FOR_ANYONE.test(name))).toEqual([]);
});

test('whoever may do more may do all that others of the office may', () => {
  for (const route of described) {
    // Once one of them may, everybody after them may too.
    const mine = officeRoles.map((role) => Number(route.roles.includes(role)));
    expect([nameOf(route), mine]).toEqual([nameOf(route), mine.toSorted((a, b) => a - b)]);
  }
});

/** One who asks, made anew for each question: some routes sign out or disconnect whoever asks. */
const asking: Record<Role, () => Promise<As>> = {
  anyone: async () => ({}),
  tablet: async () => (await hub.tablet()).as,
  revoked: async () => {
    const tablet = await hub.tablet();
    await hub.database.all('UPDATE tablet SET revoked = 1 WHERE id = ?', [tablet.id]);
    return tablet.as;
  },
  reader: () => hub.account('reader'),
  facilitator: () => hub.account('facilitator'),
  organiser: () => hub.account('organiser'),
};
const roles: Role[] = ['anyone', 'tablet', 'revoked', 'reader', 'facilitator', 'organiser'];
const NO_ENTRY = ['not-signed-in', 'not-paired', 'not-allowed', 'revoked'];

async function isLetIn(route: { method: string; path: string }, as: As): Promise<boolean> {
  const path = route.path.replace(/:(\w+)/g, 'nothing');
  const cut = new AbortController();
  const response = await fetch(hub.url + path, {
    method: route.method,
    headers: { ...as, ...(route.method === 'GET' ? {} : { 'content-type': 'application/json' }) },
    redirect: 'manual',
    signal: cut.signal,
    // A body that fits no route: what may not be asked is refused before that is found out.
    ...(route.method === 'GET' ? {} : { body: '{"nothing":"of ours"}' }),
  });
  // An open line has no end to wait for.
  const isOpen = response.headers.get('content-type')?.startsWith('text/event-stream');
  const text = isOpen ? '' : await response.text();
  cut.abort();
  expect(response.status).toBeLessThan(500);
  const refused = /^\{"error":"([\w-]+)"/.exec(text)?.[1] ?? '';
  expect(response.status === 401 && !NO_ENTRY.includes(refused)).toBe(false);
  return !NO_ENTRY.includes(refused);
}

test('every route lets in exactly those of its roles', { timeout: 60_000 }, async () => {
  const wrong: string[] = [];
  for (const route of served.filter(({ path }) => path.startsWith('/v1/'))) {
    for (const role of roles) {
      // A revoked tablet that hands in is refused by the work itself, which sets its entries aside.
      if (role === 'revoked' && nameOf(route) === 'POST /v1/entries') continue;
      const may = route.roles.includes('anyone') || route.roles.includes(role);
      const isIn = await isLetIn(route, await asking[role]());
      if (isIn !== may) wrong.push(`${nameOf(route)} for ${role}: ${isIn ? 'let in' : 'refused'}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('an address that is written in another way is the same address', async () => {
  const as = (await hub.tablet()).as;
  for (const path of [
    '/%761/tablets',
    '/v1/%74ablets',
    '//v1/tablets',
    '/v1//tablets',
    '/V1/tablets',
    '/v1/tablets/',
  ]) {
    const answers = await Promise.all([{}, as].map((one) => hub.ask(path, { as: one })));
    for (const { text } of answers) expect(text).not.toContain('pairedAt');
  }
});

type Operation = { requestBody?: { content: Record<string, { schema: object }> }; security: unknown[] };
const docs = async () =>
  (await hub.ask('/v1/docs')).json() as { openapi: string; paths: Record<string, Record<string, Operation>> };

test('the description is OpenAPI 3.1 and has every route with schemas that can be used', async () => {
  const all = await docs();
  expect(all.openapi).toMatch(/^3\.1\.\d+$/);
  expect(
    v.safeParse(OpenApiSchema, all).issues?.map((issue) => [v.getDotPath(issue), issue.message]),
  ).toBeUndefined();
  const written = new Set(
    Object.entries(all.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    ),
  );
  const expected = served.map(nameOf).filter((name) => name.includes(' /v1/'));
  expect([...written].toSorted()).toEqual([...new Set(expected)].toSorted());
  const ajv = new Ajv2020({ strict: false });
  for (const schema of schemasIn(all)) expect(ajv.validateSchema(schema)).toBe(true);
});

/** Every schema object of a description. */
function schemasIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    key === 'schema' && typeof inner === 'object' && inner !== null ? [inner] : schemasIn(inner),
  );
}

const SchemaSchema = v.record(v.string(), v.unknown());
const ContentSchema = v.record(
  v.pipe(v.string(), v.regex(/^[\w.+*-]+\/[\w.+*-]+$/)),
  v.strictObject({ schema: SchemaSchema }),
);
const OperationSchema = v.strictObject({
  summary: v.string(),
  description: v.optional(v.string()),
  security: v.optional(v.array(v.record(v.picklist(['tablet', 'account']), v.array(v.never())))),
  parameters: v.optional(
    v.array(
      v.strictObject({
        name: v.string(),
        in: v.picklist(['query', 'path', 'header']),
        required: v.boolean(),
        schema: SchemaSchema,
        description: v.optional(v.string()),
      }),
    ),
  ),
  requestBody: v.optional(v.strictObject({ required: v.optional(v.boolean()), content: ContentSchema })),
  responses: v.record(
    v.pipe(v.string(), v.regex(/^([1-5]\d\d|[1-5]XX|default)$/)),
    v.strictObject({ description: v.string(), content: v.optional(ContentSchema) }),
  ),
});
/** What of OpenAPI 3.1 we write, strictly: nothing beside it may stand in the description. */
const OpenApiSchema = v.strictObject({
  openapi: v.string(),
  info: v.strictObject({ title: v.string(), version: v.string(), description: v.string() }),
  components: v.strictObject({
    securitySchemes: v.record(v.string(), v.looseObject({ type: v.string() })),
    schemas: v.optional(v.record(v.string(), SchemaSchema)),
  }),
  paths: v.record(
    v.pipe(v.string(), v.regex(/^\/[^:?#]*$/)),
    v.record(v.picklist(['get', 'post', 'put', 'patch', 'delete']), OperationSchema),
  ),
});
