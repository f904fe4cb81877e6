import fastifyStatic from '@fastify/static';
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { relative, sep } from 'node:path';
import { cacheControl, SECURITY_HEADERS } from './headers.ts';

type Secure = { cert: Buffer; key: Buffer };

/** Makes the hub that hands out the app from the folder `dist`. It listens once `listen` is called. */
export function createHub(dist: string, secure?: Secure): FastifyInstance {
  const options = { forceCloseConnections: true, bodyLimit: 1024 };
  const hub = secure ? fastifyOverTls(options, secure) : fastify(options);

  hub.addHook('onSend', async (_request, reply) => {
    reply.headers(SECURITY_HEADERS);
  });

  hub.register(fastifyStatic, {
    root: dist,
    cacheControl: false,
    dotfiles: 'ignore',
    setHeaders: (reply, path) => {
      reply.header('cache-control', cacheControl(`/${relative(dist, path).split(sep).join('/')}`));
    },
  });

  // Screens have addresses of their own without a file behind them. A missing file stays missing, or a
  // stale page would be handed HTML where it expects a script.
  hub.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    const isScreen = ['GET', 'HEAD'].includes(request.method) && !/\.[^/]*$/.test(path);
    if (isScreen) return reply.sendFile('index.html');
    return reply.code(404).type('text/plain; charset=utf-8').send('There is nothing at this address.\n');
  });
  return hub;
}

function fastifyOverTls(options: { forceCloseConnections: boolean; bodyLimit: number }, secure: Secure) {
  // Fastify gives the https kind a type of its own; for everything the hub does they are the same.
  return fastify({ ...options, https: secure }) as unknown as FastifyInstance;
}
