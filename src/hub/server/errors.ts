import type { FastifyInstance } from 'fastify';
import { Refusal, refusals } from './refusal.ts';

/** Every error leaves the hub as a refusal with a sentence; what nobody foresaw is logged without anyone's words. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const refusal = asRefusal(error);
    if (refusal.status >= 500) {
      request.log.error({ code: codeOf(error), name: nameOf(error) }, 'A request failed');
    }
    if (refusal.retryAfter !== undefined) reply.header('retry-after', String(refusal.retryAfter));
    return reply
      .code(refusal.status)
      .type('application/json; charset=utf-8')
      .send(JSON.stringify({ error: refusal.code, message: refusal.message }));
  });
}

/** What the framework itself refuses, and what the store could not do, in our words. */
export function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const status = statusOf(error);
  if (status === 413) return refusals.tooLarge();
  if (status === 429) return refusals.busy(1);
  if (status !== undefined && status >= 400 && status < 500) {
    return new Refusal(status, 'wrong-shape', refusals.wrongShape().message);
  }
  // The body of a cut connection, and a packed body that is damaged.
  if (
    /^(Z_|ERR_BROTLI|ERR_ZSTD|FST_CP_|ECONNRESET|ERR_STREAM_PREMATURE_CLOSE|ECONNABORTED)/.test(codeOf(error))
  ) {
    return refusals.wrongShape();
  }
  // The database is away, full or read-only: it heals by itself, and nothing was acknowledged.
  if (/^(ERR_SQLITE|SQLITE|E[A-Z]+$|[0-9A-Z]{5}$)/.test(codeOf(error))) return refusals.cannotKeep();
  return new Refusal(500, 'failed', 'Something went wrong at the office. Nothing is lost. Please try again.');
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
const statusOf = (error: unknown): number | undefined =>
  typeof error === 'object' && error !== null && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : undefined;
