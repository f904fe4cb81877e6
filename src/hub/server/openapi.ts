import swagger from '@fastify/swagger';
import { toJsonSchema } from '@valibot/to-json-schema';
import type { FastifyInstance, FastifySchema } from 'fastify';
import type * as v from 'valibot';
import { RefusalSchema, type Role, type Route } from '#wire/route.ts';

/** Collects every route that is registered after it, for `app.swagger()`. */
export async function describeRoutes(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Cuppa office hub',
        version: '1',
        description: 'What tablets and the office ask of the hub. Keeping does not depend on understanding.',
      },
      components: {
        securitySchemes: {
          tablet: { type: 'http', scheme: 'bearer' },
          account: {
            type: 'apiKey',
            in: 'cookie',
            name: 'cuppa',
            description:
              'Behind https it is called __Host-cuppa. What changes something also needs the header x-cuppa: 1, and must come from a page of this hub.',
          },
        },
      },
    },
  });
}

/** Schemas on routes are for the documentation: valibot is asked instead, and replies leave as they are. */
export function takeSchemasAsTheyAre(app: FastifyInstance): void {
  app.setValidatorCompiler(() => () => true);
  app.setSerializerCompiler(() => (reply) => JSON.stringify(reply));
}

/**
 * A route as the documentation says it. Checks that JSON Schema has no words for are left out there; the hub
 * itself always asks valibot.
 */
export function describeRoute<P, Q, B, R>(route: Route<P, Q, B, R>): FastifySchema {
  const { about, roles, method, most } = route;
  const size = method === 'GET' ? '' : ` At most ${most} bytes.`;
  return {
    summary: about,
    description: `For: ${roles.join(', ')}.${size}`,
    security: waysIn(roles),
    params: jsonSchema(route.params),
    querystring: jsonSchema(route.query),
    ...(route.headers ? { headers: jsonSchema(route.headers) } : {}),
    ...(method === 'GET' ? {} : { body: describeBody(route) }),
    response: {
      200: describeReply(route),
      '4xx': REFUSAL,
      '5xx': REFUSAL,
    },
  };
}

const REFUSAL = { ...jsonSchema(RefusalSchema), description: 'Why not, and what to do next.' };

/** With the token of a tablet, or with the cookie of an account. */
function waysIn(roles: readonly Role[]): Record<string, string[]>[] {
  if (roles.includes('anyone')) return [];
  const ways = new Set(roles.map((role) => (role === 'tablet' || role === 'revoked' ? 'tablet' : 'account')));
  return Array.from(ways, (way) => ({ [way]: [] }));
}

const BYTES = { schema: { type: 'string', format: 'binary' } };

function describeBody<P, Q, B, R>({ kind, body }: Route<P, Q, B, R>): object {
  return kind === 'bytes in' ? { content: { 'application/octet-stream': BYTES } } : jsonSchema(body);
}

function describeReply<P, Q, B, R>({ kind, reply }: Route<P, Q, B, R>): object {
  const other = {
    'bytes out': { '*/*': BYTES },
    page: { 'text/html': BYTES },
    news: { 'text/event-stream': { schema: jsonSchema(reply) } },
  };
  if (kind === 'json' || kind === 'bytes in') return { ...jsonSchema(reply), description: 'Done.' };
  return { description: 'No JSON, but what it is asked for.', content: other[kind] };
}

/** A schema as JSON Schema draft 7, of what travels. */
export function jsonSchema(schema: v.GenericSchema): object {
  const { $schema: _, ...rest } = toJsonSchema(schema, {
    typeMode: 'input',
    errorMode: 'ignore',
    target: 'draft-07',
  });
  return rest;
}
