import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { relative, sep } from 'node:path';
import { cacheControl } from '../headers.ts';
import { refusals } from './refusal.ts';

/** Hands out the built app from the folder `dist`. */
export function serveApp(app: FastifyInstance, dist: string): void {
  app.register(fastifyStatic, {
    root: dist,
    cacheControl: false,
    dotfiles: 'ignore',
    setHeaders: (reply, path) => {
      reply.header('cache-control', cacheControl(`/${relative(dist, path).split(sep).join('/')}`));
    },
  });

  // Screens have addresses of their own without a file behind them. A missing file stays missing, or a
  // stale page would be handed HTML where it expects a script.
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    if (path.startsWith('/v1/')) throw refusals.notFound();
    const isScreen = ['GET', 'HEAD'].includes(request.method) && !/\.[^/]*$/.test(path);
    if (isScreen) return reply.sendFile('index.html');
    return reply.code(404).type('text/plain; charset=utf-8').send('There is nothing at this address.\n');
  });
}
