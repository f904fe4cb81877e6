import type { FastifyRequest } from 'fastify';
import type { Database } from '../database/database.ts';
import type { Who } from '../server/who.ts';
import { accountOf } from './signed-in.ts';
import { tabletOf } from '../tablets/tokens.ts';

/** Who asks, by the token of a tablet or the cookie of an account. */
export async function findWho(database: Database, request: FastifyRequest): Promise<Who> {
  const [, token] = /^Bearer ([0-9a-f]{64})$/.exec(request.headers.authorization ?? '') ?? [];
  if (token !== undefined) return tabletOf(database, token);
  return accountOf(database, request);
}
