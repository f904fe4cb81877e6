import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { followNews } from '#wire/entries.ts';
import { officeRoles } from '#wire/route.ts';
import type { Database, Queries } from '../database/database.ts';
import type { Who } from '../server/who.ts';
import { hashOfSecret } from '../tablets/tokens.ts';
import { isFromOwnPage } from './own-page.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Signed out by itself after so long without a request, and after so long in any case. */
export const IDLE = 12 * HOUR;
export const LONGEST = 7 * 24 * HOUR;
/** How exactly "without a request" is kept: not every look is a write. */
const SEEN_EVERY = 5 * MINUTE;
/** Browsers that one account may be signed in on; one more ends the one that was idle longest. */
const MOST_BROWSERS = 10;

const RoleSchema = v.picklist(officeRoles);

// Behind TLS the prefix makes browsers refuse the cookie from any other name, path or plain connection.
const nameOf = (request: FastifyRequest): string => (request.protocol === 'https' ? '__Host-cuppa' : 'cuppa');

function secretOf(request: FastifyRequest): string | undefined {
  const secret = request.cookies[nameOf(request)];
  return secret !== undefined && /^[0-9a-f]{64}$/.test(secret) ? secret : undefined;
}

/** The account whose cookie came with a request, if the request comes from a page of ours. */
export async function accountOf(database: Database, request: FastifyRequest): Promise<Who> {
  const secret = secretOf(request);
  if (secret === undefined || !isFromOwnPage(request)) return { kind: 'nobody' };
  const hash = hashOfSecret(secret);
  const [row] = await database.all(
    `SELECT account.id, account.name, account.role, signed_in.began, signed_in.seen FROM signed_in
      JOIN account ON account.id = signed_in.account WHERE signed_in.hash = ? AND account.off = 0`,
    [hash],
  );
  const now = Date.now();
  if (!row || now - Number(row.seen) > IDLE || now - Number(row.began) > LONGEST) return { kind: 'nobody' };
  // A page that stands open follows the news by itself: that is not use.
  const isUse = request.routeOptions.url !== followNews.path;
  if (isUse && now - Number(row.seen) > SEEN_EVERY) {
    // A full disk must not keep anybody from reading.
    await database.all('UPDATE signed_in SET seen = ? WHERE hash = ?', [now, hash]).catch(() => undefined);
  }
  return { kind: 'account', id: String(row.id), name: String(row.name), role: v.parse(RoleSchema, row.role) };
}

/** Signs an account in on this browser: always a new secret, and whatever was signed in there is over. */
export async function signInHere(tx: Queries, request: FastifyRequest, account: string): Promise<string> {
  const now = Date.now();
  await signOutHere(tx, request);
  await tx.all('DELETE FROM signed_in WHERE seen < ? OR began < ?', [now - IDLE, now - LONGEST]);
  await tx.all(
    `DELETE FROM signed_in WHERE account = ? AND hash NOT IN
      (SELECT hash FROM signed_in WHERE account = ? ORDER BY seen DESC LIMIT ?)`,
    [account, account, MOST_BROWSERS - 1],
  );
  const secret = randomBytes(32).toString('hex');
  await tx.all('INSERT INTO signed_in (hash, account, began, seen) VALUES (?, ?, ?, ?)', [
    hashOfSecret(secret),
    account,
    now,
    now,
  ]);
  await tx.all('UPDATE account SET last_in = ? WHERE id = ?', [new Date(now).toISOString(), account]);
  return secret;
}

/** Ends what the cookie of this request stands for. */
export async function signOutHere(tx: Queries, request: FastifyRequest): Promise<void> {
  const secret = secretOf(request);
  if (secret !== undefined) await tx.all('DELETE FROM signed_in WHERE hash = ?', [hashOfSecret(secret)]);
}

/** Ends it on every browser. */
export async function signOutEverywhere(tx: Queries, account: string): Promise<void> {
  await tx.all('DELETE FROM signed_in WHERE account = ?', [account]);
}

/** Once the transaction is committed. The browser forgets the cookie when it is closed; the hub's clock decides. */
export function giveCookie(request: FastifyRequest, reply: FastifyReply, secret: string): void {
  reply.setCookie(nameOf(request), secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
  });
}

export function takeCookie(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(nameOf(request), { path: '/', secure: request.protocol === 'https' });
}
