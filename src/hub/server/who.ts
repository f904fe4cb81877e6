import type { FastifyRequest } from 'fastify';
import type { OfficeRole, Role } from '#wire/route.ts';

/** Who asks: nobody known, a tablet by its token, or a person of the office by their cookie. */
export type Who =
  | { kind: 'nobody' }
  | { kind: 'tablet'; id: string; name: string; revoked: boolean }
  | { kind: 'account'; id: string; name: string; role: OfficeRole };

export type FindWho = (request: FastifyRequest) => Promise<Who>;

/** The one role that somebody has. */
export function roleOf(who: Who): Role {
  if (who.kind === 'nobody') return 'anyone';
  if (who.kind === 'account') return who.role;
  return who.revoked ? 'revoked' : 'tablet';
}

/** The id of the tablet or account that asks, '' for nobody. */
export function idOf(who: Who): string {
  return who.kind === 'nobody' ? '' : who.id;
}
