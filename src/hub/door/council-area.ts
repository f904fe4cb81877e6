import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { backFromCouncil, goToCouncil } from '#wire/door.ts';
import { audit } from '../audit/audit.ts';
import type { Database, Queries } from '../database/database.ts';
import type { Hub } from '../hub.ts';
import { Refusal } from '#wire/refusal.ts';
import { refusals } from '../server/refusal.ts';
import { hashOfSecret } from '../tablets/tokens.ts';
import { BACK, makeProvider, type Way } from './council.ts';
import { linkOf } from './links.ts';
import { letIn } from './council-people.ts';
import { mustBeOwnPage } from './own-page.ts';
import { giveCookie, signInHere } from './signed-in.ts';

const TEN_MINUTES = 600_000;

const away = () =>
  new Refusal(
    503,
    'council-away',
    'That sign-in cannot be reached now. Use a password, or try again later.',
    10,
  );

/** The council's own sign-in: out to the provider, and back with somebody. */
export function councilArea({ serve, database, council }: Hub): void {
  const provider = council && makeProvider(council);

  serve(goToCouncil, async ({ body, request, reply }) => {
    mustBeOwnPage(request);
    if (!provider) throw refusals.notFound();
    if (body.secret !== undefined) await linkOf(database, body.secret);
    const { address, way } = await provider.begin().catch((error: unknown) => {
      request.log.warn({ code: codeOf(error) }, 'The provider cannot be reached');
      throw away();
    });
    const secret = randomBytes(32).toString('hex');
    const link = body.secret === undefined ? null : hashOfSecret(body.secret);
    await database.transaction((tx) => remember(tx, secret, way, link));
    giveFlowCookie(request, reply, secret);
    return { address };
  });

  serve(backFromCouncil, async ({ request, reply }) => {
    if (!provider || !council) throw refusals.notFound();
    const secret = request.cookies[flowCookie(request)];
    reply.clearCookie(flowCookie(request), { path: FLOW_PATH });
    const begun = await takeBack(database, secret ?? '');
    if (!begun) return reply.redirect('/office/sign-in#council');
    const person = await provider.finish(request.url, begun.way).catch((error: unknown) => {
      request.log.warn({ code: codeOf(error) }, 'A sign-in at the provider did not hold');
    });
    if (!person) {
      await audit(database, { kind: 'nobody' }, 'sign-in-failed');
      return reply.redirect('/office/sign-in#council');
    }
    const cookie = await database
      .transaction(async (tx) => {
        const account = await letIn(tx, council, person, begun.link);
        return account && signInHere(tx, request, account);
      })
      .catch((error: unknown) => {
        if (error instanceof Refusal && error.code === 'link-over') return error.code;
        throw error;
      });
    if (cookie === 'link-over') return reply.redirect('/office/sign-in#link-over');
    if (cookie === undefined) {
      await audit(database, { kind: 'nobody' }, 'sign-in-failed');
      return reply.redirect('/office/sign-in#no-account');
    }
    // The browser keeps it although it comes from elsewhere, and sends it with what our own page asks next.
    giveCookie(request, reply, cookie);
    return reply.redirect('/office/');
  });
}

const FLOW_PATH = BACK.slice(0, BACK.lastIndexOf('/'));
const flowCookie = ({ protocol }: FastifyRequest): string =>
  protocol === 'https' ? '__Secure-cuppa-flow' : 'cuppa-flow';

/** Lax, because the way back is a link from another site; it opens nothing by itself, and only for ten minutes. */
function giveFlowCookie(request: FastifyRequest, reply: FastifyReply, secret: string): void {
  reply.setCookie(flowCookie(request), secret, {
    path: FLOW_PATH,
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
    maxAge: TEN_MINUTES / 1000,
  });
}

async function remember(tx: Queries, secret: string, way: Way, link: string | null): Promise<void> {
  const now = Date.now();
  await tx.all('DELETE FROM door_flow WHERE ends < ?', [now]);
  await tx.all('INSERT INTO door_flow (hash, state, nonce, verifier, link, ends) VALUES (?, ?, ?, ?, ?, ?)', [
    hashOfSecret(secret),
    way.state,
    way.nonce,
    way.verifier,
    link,
    now + TEN_MINUTES,
  ]);
}

/** Once: whoever comes back a second time with the same cookie has nothing to come back to. */
async function takeBack(
  database: Database,
  secret: string,
): Promise<{ way: Way; link: string | undefined } | undefined> {
  const [row] = await database.all('DELETE FROM door_flow WHERE hash = ? AND ends >= ? RETURNING *', [
    hashOfSecret(secret),
    Date.now(),
  ]);
  if (!row) return undefined;
  const way = { state: String(row.state), nonce: String(row.nonce), verifier: String(row.verifier) };
  return { way, link: typeof row.link === 'string' ? row.link : undefined };
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
