import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import fastify, { type FastifyInstance } from 'fastify';
import { areas } from './areas.ts';
import type { Database } from './database/database.ts';
import type { Council } from './door/council.ts';
import { findWho } from './door/find-who.ts';
import { answerErrors } from './server/errors.ts';
import { sendSecurityHeaders } from './server/every-answer.ts';
import { makeNews, type News } from './server/news.ts';
import { describeRoutes, takeSchemasAsTheyAre } from './server/openapi.ts';
import { serveApp } from './server/serve-app.ts';
import { checkRole, makeServe, type Serve } from './server/serve-route.ts';

type Secure = { cert: Buffer; key: Buffer };

/** What the hub is made of: where the app stands, where things are kept, and how it is reached. */
export type HubOptions = {
  dist: string;
  database: Database;
  /** The folder of everything that is kept outside of the database. */
  data: string;
  name: string;
  version: string;
  secure?: Secure | undefined;
  /** The council's own sign-in, where there is one. */
  council?: Council | undefined;
};

/** What every area of the hub is given. */
export type Hub = HubOptions & { app: FastifyInstance; serve: Serve; news: News };

/** Makes the hub that hands out the app from the folder `dist`, and keeps what it is given. It listens once `listen` is called. */
export async function createHub(options: HubOptions): Promise<FastifyInstance> {
  const { dist, database, secure } = options;
  const basics = { forceCloseConnections: true, bodyLimit: 1024, trustProxy: 'loopback' };
  const app = secure ? fastifyOverTls(basics, secure) : fastify(basics);
  sendSecurityHeaders(app);
  answerErrors(app);
  takeSchemasAsTheyAre(app);
  await app.register(cookie);
  await describeRoutes(app);

  app.decorateRequest('who');
  app.addHook('onRequest', async (request) => {
    request.who = { kind: 'nobody' };
    if (request.url.startsWith('/v1/')) request.who = await findWho(database, request);
  });
  // Before the body is read.
  app.addHook('preParsing', async ({ url, who, routeOptions }) => {
    if (url.startsWith('/v1/') && routeOptions.url !== undefined) checkRole(who, routeOptions.config.roles);
  });

  const news = makeNews(database);
  app.addHook('onClose', async () => news.close());
  await app.register(async (scope) => {
    await scope.register(compress, { encodings: ['gzip'], requestEncodings: ['gzip'] });
    const hub: Hub = { ...options, app: scope, serve: makeServe(scope), news };
    // Each may wait for something of its own.
    // oxlint-disable-next-line no-await-in-loop
    for (const area of areas) await area(hub);
  });
  serveApp(app, dist);
  return app;
}

function fastifyOverTls(options: object, secure: Secure) {
  // Fastify gives the https kind a type of its own; for everything the hub does they are the same.
  return fastify({ ...options, https: secure }) as unknown as FastifyInstance;
}
