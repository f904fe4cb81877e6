import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import type { Role, Route } from '#wire/route.ts';
import { describeRoute } from './openapi.ts';
import { refusals } from './refusal.ts';
import { roleOf, type Who } from './who.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    roles?: readonly Role[];
    /** The answer goes on until somebody ends it. */
    stays?: boolean;
  }
  interface FastifyRequest {
    who: Who;
  }
}

/** What a handler is given; all of it has been read by its schema. */
export type Asked<Params, Query, Body> = {
  params: Params;
  query: Query;
  body: Body;
  who: Who;
  request: FastifyRequest;
  reply: FastifyReply;
};

export type Serve = <Params, Query, Body, Reply>(
  route: Route<Params, Query, Body, Reply>,
  handler: (asked: Asked<Params, Query, Body>) => Promise<Reply | FastifyReply>,
) => void;

/** Makes `serve`, the one way in which the hub answers a route: its role first, then its schemas, then its work. */
export function makeServe(app: FastifyInstance): Serve {
  return (route, handler) => {
    app.route({
      method: route.method,
      url: route.path,
      bodyLimit: route.most,
      config: { roles: route.roles, stays: route.kind === 'news' },
      exposeHeadRoute: false,
      schema: describeRoute(route),
      async handler(request, reply) {
        const params = read(route.params, request.params);
        const query = read(route.query, request.query);
        const body = read(
          route.body,
          route.kind === 'bytes in' ? {} : request.body === undefined ? {} : request.body,
        );
        return handler({ params, query, body, who: request.who, request, reply });
      },
    });
  };
}

/**
 * Refuses whoever may not: before a body is read. A route without roles is a mistake of ours, and is closed.
 * `asTablet` says that a token came along, though nobody here knows it.
 */
export function checkRole(who: Who, roles: readonly Role[] = [], asTablet = false): void {
  if (roles.includes('anyone') || roles.includes(roleOf(who))) return;
  if (roleOf(who) === 'revoked' && roles.includes('tablet')) throw refusals.revoked();
  if (who.kind !== 'nobody') throw refusals.notAllowed();
  throw asTablet || roles.every((role) => role === 'tablet') ? refusals.notPaired() : refusals.notSignedIn();
}

function read<T>(schema: v.GenericSchema<unknown, T>, sent: unknown): T {
  const result = v.safeParse(schema, sent, { abortEarly: true });
  if (!result.success || !canBeWritten(result.output)) throw refusals.wrongShape();
  return result.output;
}

/** Half of a surrogate pair cannot be written in UTF-8, and a zero not in PostgreSQL: neither is kept as it came. */
function canBeWritten(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0');
  return typeof value !== 'object' || value === null || Object.values(value).every(canBeWritten);
}
