import type { FastifyHttpOptions, FastifyInstance } from 'fastify';
import type { Server } from 'node:http';
import type { LogLevel } from '../settings.ts';
import { roleOf } from './who.ts';

/**
 * How the log is written: one line of JSON for each event. No address is in it (it may name a workshop, or bring
 * what somebody's sign-in said), no header, no body, and no message of an error (it may quote what it read).
 */
export function logOptions(level: LogLevel): Pick<FastifyHttpOptions<Server>, 'logger'> {
  if (level === 'silent') return { logger: false };
  return { logger: { level, base: null, serializers: { err: describe, req: nothing, res: nothing } } };
}

const nothing = () => ({});

/** What an error is and where it came from. */
function describe(error: unknown): { type: string; message: string; stack: string; code?: string } {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' };
  const code = 'code' in error ? { code: String(error.code) } : {};
  const places = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  return { type: error.name, message: '', stack: places.join('\n'), ...code };
}

/** One line for each answer. */
export function logAnswers(scope: FastifyInstance): void {
  scope.addHook('onResponse', async ({ log, method, routeOptions, who }, reply) => {
    const { statusCode: status, elapsedTime } = reply;
    log.info(
      { method, route: routeOptions.url, status, ms: Math.round(elapsedTime), role: roleOf(who) },
      'answered',
    );
  });
}
