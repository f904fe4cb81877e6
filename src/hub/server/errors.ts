import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DatabaseTrouble } from '../database/trouble.ts';
import { Refusal } from '#wire/refusal.ts';
import { refusals } from './refusal.ts';

/** Every error leaves the hub as a refusal with a sentence. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler(answerError);
}

/** The answer to an error; what nobody foresaw is logged, without anyone's words. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = asRefusal(error);
  if (refusal.status >= 500) {
    const why = error instanceof DatabaseTrouble ? error.why : undefined;
    request.log.error(
      { err: error instanceof DatabaseTrouble ? error.cause : error, why },
      'A request failed',
    );
  }
  if (refusal.retryAfter !== undefined) reply.header('retry-after', String(refusal.retryAfter));
  return reply
    .code(refusal.status)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ error: refusal.code, message: refusal.message }));
}

/** What the framework itself refuses, and what the store could not do, in our words. */
export function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  // It heals by itself, and nothing was acknowledged.
  if (error instanceof DatabaseTrouble) return refusals.cannotKeep();
  const status = statusOf(error);
  if (status === 413) return refusals.tooLarge();
  if (status !== undefined && status >= 400 && status < 500) {
    return new Refusal(status, 'wrong-shape', refusals.wrongShape().message);
  }
  // The body of a cut connection, and a packed body that is damaged.
  if (/^(Z_|FST_CP_|ECONNRESET$|ECONNABORTED$|ERR_STREAM_PREMATURE_CLOSE$)/.test(codeOf(error))) {
    return refusals.wrongShape();
  }
  return new Refusal(500, 'failed', 'Something went wrong at the office. Nothing is lost. Please try again.');
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
const statusOf = (error: unknown): number | undefined =>
  typeof error === 'object' && error !== null && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : undefined;
