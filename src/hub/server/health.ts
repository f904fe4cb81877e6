import type { FastifyInstance } from 'fastify';
import type { Database } from '../database/database.ts';
import { DatabaseTrouble } from '../database/trouble.ts';
import { refusals } from './refusal.ts';

const PATIENCE_MS = 3000;

/** Says whether things can be kept, for whoever starts hubs again or sends requests elsewhere. */
export function serveHealth(scope: FastifyInstance, database: Database): void {
  scope.get(
    '/healthz',
    { exposeHeadRoute: false, config: { roles: ['anyone'], rateLimit: false }, schema: { hide: true } },
    async (_request, reply) => {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new DatabaseTrouble('away')), PATIENCE_MS);
      });
      try {
        await Promise.race([database.health(), late]);
        return { ok: true, message: 'The hub can keep what it is given.' };
      } catch (error) {
        const { message } = error instanceof DatabaseTrouble ? error : refusals.cannotKeep();
        return reply.code(503).send({ ok: false, message });
      } finally {
        clearTimeout(timer);
      }
    },
  );
}
