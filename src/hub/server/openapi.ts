import swagger from '@fastify/swagger';
import { toJsonSchema } from '@valibot/to-json-schema';
import type { FastifyInstance, FastifySchema } from 'fastify';
import type * as v from 'valibot';
import { RefusalSchema, type Route } from '#wire/route.ts';

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
          account: { type: 'apiKey', in: 'cookie', name: 'cuppa' },
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
  const { about, roles, kind, method } = route;
  const takesBody = kind !== 'bytes in' && method !== 'GET';
  return {
    summary: about,
    description: `For: ${roles.join(', ')}.`,
    security: roles.includes('anyone') ? [] : [{ [roles.includes('tablet') ? 'tablet' : 'account']: [] }],
    params: jsonSchema(route.params),
    querystring: jsonSchema(route.query),
    ...(takesBody ? { body: jsonSchema(route.body) } : {}),
    response: {
      200: kind === 'json' ? jsonSchema(route.reply) : { type: 'string' },
      '4xx': jsonSchema(RefusalSchema),
    },
  };
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
