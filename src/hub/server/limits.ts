import rateLimit, { normalizeIP } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refusals } from './refusal.ts';

/** Requests that may be in work at once, and the bytes that their bodies may come to. */
const MOST_AT_WORK = 300;
const MOST_BYTES_AT_WORK = 96_000_000;
/** What a packed body is reckoned to unpack to. Its own limit holds in any case. */
const UNPACKED = 8;

/** Requests in a minute: a tablet whose table is busy, a person of the office, and whoever is not known. */
const IN_A_MINUTE = { tablet: 3000, account: 1800, nobody: 600 } as const;
/** What a disconnected tablet hands in is set aside, which is dear. It need not be soon. */
const FROM_REVOKED = 60;
/** What nobody known may send in a minute: to pair, to sign in. A whole council may come from one address. */
const SENT_BY_NOBODY = 120;

/** A little apart, or all who were put off would come back at once. */
const soon = (): number => 1 + Math.floor(Math.random() * 3);

/** Puts off what is more than the hub can do at once: 429, and when to come back. */
export function limitWork(scope: FastifyInstance): void {
  let requests = 0;
  let bytes = 0;
  scope.addHook('preParsing', async (request, reply) => {
    // It is open for as long as somebody follows, and does nothing in between.
    if (request.routeOptions.config.stays) return;
    const mine = bytesOf(request);
    if (requests >= MOST_AT_WORK || (bytes > 0 && bytes + mine > MOST_BYTES_AT_WORK)) {
      throw refusals.busy(soon());
    }
    requests += 1;
    bytes += mine;
    // Comes however the request ends.
    reply.raw.once('close', () => {
      requests -= 1;
      bytes -= mine;
    });
  });
}

function bytesOf({ headers, method, routeOptions: { bodyLimit } }: FastifyRequest): number {
  if (method === 'GET' || method === 'HEAD') return 0;
  const most = bodyLimit ?? 0;
  const said = Number(headers['content-length'] ?? most);
  return Math.min(most, headers['content-encoding'] === undefined ? said : said * UNPACKED);
}

/** Refuses whoever asks far more often than the app ever does: by tablet or account, and else by address. */
export async function limitRates(scope: FastifyInstance): Promise<void> {
  await scope.register(rateLimit, {
    timeWindow: 60_000,
    keyGenerator: ({ who, ip, method }) => {
      if (who.kind !== 'nobody') return `${who.kind} ${who.id}`;
      return `${method === 'GET' ? 'asks' : 'sends'} ${normalizeIP(ip, 64)}`;
    },
    max: ({ who, method }) => {
      if (who.kind === 'tablet' && who.revoked) return FROM_REVOKED;
      return who.kind === 'nobody' && method !== 'GET' ? SENT_BY_NOBODY : IN_A_MINUTE[who.kind];
    },
    errorResponseBuilder: (_request, { ttl }) => refusals.busy(Math.max(1, Math.ceil(ttl / 1000))),
    addHeadersOnExceeding: NO_HEADERS,
    addHeaders: NO_HEADERS,
  });
}

const NO_HEADERS = {
  'x-ratelimit-limit': false,
  'x-ratelimit-remaining': false,
  'x-ratelimit-reset': false,
  'retry-after': false,
};
