import type { FastifyInstance } from 'fastify';
import { SECURITY_HEADERS, STRICT_TRANSPORT } from '../headers.ts';

/** Puts the headers that keep a page safe on every answer, errors too. */
export function sendSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(SECURITY_HEADERS);
    if (request.protocol === 'https') reply.header('strict-transport-security', STRICT_TRANSPORT);
    // What is kept for people of the office is in no other memory on the way.
    if (request.url.startsWith('/v1/')) reply.header('cache-control', 'no-store');
  });
}
