import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Database } from '../database/database.ts';
import { hashOfSecret } from '../tablets/tokens.ts';
import { refusals } from './refusal.ts';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What the hub counts about itself. Names of routes and numbers: nothing of anybody, and no ids. */
export type Measures = { registry: Registry };

/** Begins to count. */
export function makeMeasures(app: FastifyInstance, database: Database): Measures {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'cuppa_' });
  const shared = { registers: [registry], labelNames: ['method', 'route', 'status'] as const };
  const requests = new Counter({
    ...shared,
    name: 'cuppa_requests_total',
    help: 'Requests answered, by route and status.',
  });
  const seconds = new Histogram({
    ...shared,
    name: 'cuppa_request_seconds',
    help: 'From the head of a request to the end of its answer.',
    buckets: SECONDS,
  });
  app.addHook('onResponse', async ({ method, routeOptions }, reply) => {
    const labels = { method, route: routeOptions.url ?? 'none', status: String(reply.statusCode) };
    requests.inc(labels);
    seconds.observe(labels, reply.elapsedTime / 1000);
  });
  askDatabase({ registry }, database);
  return { registry };
}

const asked = [
  ['cuppa_entries', 'Entries that are kept.', 'SELECT COALESCE(SUM(entries), 0) AS figure FROM workshop'],
  ['cuppa_workshops', 'Workshops that are kept.', 'SELECT COUNT(*) AS figure FROM workshop'],
  ['cuppa_tablets', 'Tablets that are connected.', 'SELECT COUNT(*) AS figure FROM tablet WHERE revoked = 0'],
  [
    'cuppa_unsent_entries',
    'Entries that tablets said they have still to hand in.',
    'SELECT COALESCE(SUM(unsent), 0) AS figure FROM tablet WHERE revoked = 0',
  ],
  [
    'cuppa_held_entries',
    'Entries of disconnected tablets that wait for a decision.',
    'SELECT COUNT(*) AS figure FROM held',
  ],
] as const;

const OLDEST_UNSENT = 'SELECT MIN(last_seen) AS figure FROM tablet WHERE revoked = 0 AND unsent > 0';

function askDatabase(measures: Measures, database: Database): void {
  const figureIn = async (text: string) => {
    const [row] = await database.all(text);
    return row?.figure;
  };
  for (const [name, help, text] of asked) {
    addGauge(measures, name, help, async () => Number(await figureIn(text)));
  }
  const lagHelp = 'Since a tablet with something to hand in was last seen, the longest of all.';
  addGauge(measures, 'cuppa_sync_lag_seconds', lagHelp, async () => {
    const seen = await figureIn(OLDEST_UNSENT);
    return typeof seen === 'string' ? (Date.now() - Date.parse(seen)) / 1000 : 0;
  });
  addGauge(measures, 'cuppa_database_bytes', 'What the database takes up.', () => database.size());
}

/** Adds a figure that is looked up whenever somebody asks. NaN while that fails: the rest is still told. */
export function addGauge(
  { registry }: Measures,
  name: `cuppa_${string}`,
  help: string,
  figure: () => Promise<number>,
): void {
  new Gauge({
    registers: [registry],
    name,
    help,
    async collect() {
      this.set(await figure().catch(() => Number.NaN));
    },
  });
}

/** Serves what was counted: to this computer, and to whoever has the token. */
export function serveMeasures(
  scope: FastifyInstance,
  { registry }: Measures,
  token: string | undefined,
): void {
  scope.get(
    '/metrics',
    { exposeHeadRoute: false, config: { roles: ['anyone'] }, schema: HIDDEN },
    async (request, reply) => {
      if (!isFromHere(request) && !hasToken(request, token)) throw refusals.notFound();
      return reply.type(registry.contentType).send(await registry.metrics());
    },
  );
}

const HIDDEN = { hide: true };

/** Not by way of a proxy on this computer, which hands on what others ask. */
function isFromHere({ ip, headers }: FastifyRequest): boolean {
  const isHandedOn = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined;
  return !isHandedOn && /^(127\.|::1$|::ffff:127\.)/.test(ip);
}

function hasToken({ headers }: FastifyRequest, token: string | undefined): boolean {
  const [, given] = /^Bearer (.+)$/.exec(headers.authorization ?? '') ?? [];
  if (token === undefined || given === undefined) return false;
  return timingSafeEqual(Buffer.from(hashOfSecret(given)), Buffer.from(hashOfSecret(token)));
}
