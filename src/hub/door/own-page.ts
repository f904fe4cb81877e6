import type { FastifyRequest } from 'fastify';
import { Refusal } from '#wire/refusal.ts';

const READING: readonly string[] = ['GET', 'HEAD'];

/**
 * Does the request come from a page of this hub? Browsers send cookies along for other sites' pages too; those
 * can neither set our header nor hide where they come from. Reading changes nothing and is always let through.
 */
export function isFromOwnPage({ method, headers, host }: FastifyRequest): boolean {
  if (READING.includes(method)) return true;
  if (headers['x-cuppa'] !== '1') return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  if (headers.origin === undefined) return site === 'same-origin';
  return URL.canParse(headers.origin) && new URL(headers.origin).host === host;
}

/** For what works before anybody is signed in: nobody is signed in, or out, by another site's page. */
export function mustBeOwnPage(request: FastifyRequest): void {
  if (isFromOwnPage(request)) return;
  throw new Refusal(
    403,
    'not-from-here',
    'This was not sent by a page of this office. Open the office page and try again.',
  );
}
