import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import fastify, {
  LogController,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type RouteOptions,
} from 'fastify';
import { areas } from './areas.ts';
import type { Database } from './database/database.ts';
import type { Council } from './door/council.ts';
import { findWho } from './door/find-who.ts';
import { answerError, answerErrors } from './server/errors.ts';
import { answerUnreadable, headersFor, sendSecurityHeaders } from './server/every-answer.ts';
import { serveHealth } from './server/health.ts';
import { limitRates, limitWork } from './server/limits.ts';
import { logAnswers, logOptions } from './server/log.ts';
import { makeMeasures, serveMeasures, type Measures } from './server/measures.ts';
import { makeNews, type News } from './server/news.ts';
import { describeRoutes, takeSchemasAsTheyAre } from './server/openapi.ts';
import { serveApp } from './server/serve-app.ts';
import { checkRole, makeServe, type Serve } from './server/serve-route.ts';
import type { LogLevel } from './settings.ts';

/** What was begun may be finished for so long once the hub is told to stop. */
const FINISH_MS = 3000;
/** A whole batch over a slow network; and its head, which is short. */
const REQUEST_MS = 120_000;
const HEADERS_MS = 20_000;
const LOOKING_MS = 5000;
const MOST_CONNECTIONS = 2000;

type Secure = { cert: Buffer; key: Buffer };

/** What the hub is made of: where the app stands, where things are kept, and how it is reached. */
export type HubOptions = {
  dist: string;
  database: Database;
  /** Where it is, if it is on a server: the report worker connects by itself. */
  databaseUrl?: string | undefined;
  /** The folder of everything that is kept outside of the database. */
  data: string;
  name: string;
  version: string;
  secure?: Secure | undefined;
  /** The council's own sign-in, where there is one. */
  council?: Council | undefined;
  /** Which computers in front of the hub are believed when they say who asks. */
  proxy?: string;
  metricsToken?: string | undefined;
  log?: LogLevel;
  /** How long a request may take to come in. */
  patienceMs?: number;
  /** Sees every route as it is registered. */
  onRoute?: (route: RouteOptions) => void;
};

/** What every area of the hub is given. */
export type Hub = HubOptions & { app: FastifyInstance; serve: Serve; news: News; measures: Measures };

/** Makes the hub that hands out the app from the folder `dist`, and keeps what it is given. It listens once `listen` is called. */
export async function createHub(options: HubOptions): Promise<FastifyInstance> {
  const { dist, database } = options;
  const app = newServer(options);
  if (options.onRoute) app.addHook('onRoute', options.onRoute);
  sendSecurityHeaders(app);
  answerErrors(app);
  takeSchemasAsTheyAre(app);
  await app.register(cookie);
  await describeRoutes(app);
  app.decorateRequest('who');
  const measures = makeMeasures(app, database);

  app.addHook('preClose', async () => {
    setTimeout(() => app.server.closeAllConnections(), FINISH_MS).unref();
  });
  const news = makeNews(database);
  app.addHook('onClose', async () => news.close());
  await app.register(async (scope) => {
    await scope.register(compress, { encodings: ['gzip'], requestEncodings: ['gzip'] });
    await guard(scope, database);
    serveHealth(scope, database);
    serveMeasures(scope, measures, options.metricsToken);
    const hub: Hub = { ...options, app: scope, serve: makeServe(scope), news, measures };
    // Each may wait for something of its own.
    for (const area of areas) await area(hub);
  });
  serveApp(app, dist);
  return app;
}

/** Who asks, how often, whether they may, and whether there is room: all before a body is read. */
async function guard(scope: FastifyInstance, database: Database): Promise<void> {
  scope.addHook('onRoute', ({ config, url }) => {
    if (!config?.roles?.length) throw new Error(`Nobody is said to be allowed to call ${url}.`);
  });
  scope.addHook('onRequest', async (request, reply) => {
    // For a log line, should the next step fail.
    request.who = { kind: 'nobody' };
    // What is kept for people of the office is in no other memory on the way.
    reply.header('cache-control', 'no-store');
    request.who = await findWho(database, request);
  });
  await limitRates(scope);
  scope.addHook('preParsing', async ({ who, routeOptions: { config }, headers }) =>
    checkRole(who, config.roles, headers.authorization !== undefined),
  );
  limitWork(scope);
  logAnswers(scope);
}

function newServer({ secure, proxy, log = 'silent', patienceMs = REQUEST_MS }: HubOptions): FastifyInstance {
  const settings = {
    ...logOptions(log),
    logController: new LogController({ disableRequestLogging: true }),
    // What was begun is finished; streams are ended by those who began them.
    forceCloseConnections: 'idle' as const,
    bodyLimit: 1024,
    trustProxy: proxy ?? 'loopback',
    requestTimeout: patienceMs,
    clientErrorHandler: answerUnreadable,
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      reply.headers(headersFor(request));
      return answerError(error, request, reply);
    },
  };
  // How often Node looks for requests that come too slowly.
  const looking = { connectionsCheckingInterval: Math.min(patienceMs, LOOKING_MS) };
  const app = secure
    ? fastifyOverTls(settings, { ...secure, ...looking })
    : fastify({ ...settings, http: looking });
  app.server.headersTimeout = Math.min(patienceMs, HEADERS_MS);
  app.server.maxConnections = MOST_CONNECTIONS;
  return app;
}

function fastifyOverTls(options: object, secure: Secure) {
  // Fastify gives the https kind a type of its own; for everything the hub does they are the same.
  return fastify({ ...options, https: secure }) as unknown as FastifyInstance;
}
