import * as v from 'valibot';
import { Refusal } from '#wire/refusal.ts';
import { RefusalSchema, type Route } from '#wire/route.ts';

export type Asked<Body> = { params?: Record<string, string>; query?: Record<string, string>; body?: Body };
export type AskHub = <P, Q, B, R>(route: Route<P, Q, B, R>, asked?: Asked<B>) => Promise<R>;
/** How the hub is reached: as pages do it, or as tests do. */
export type Fetch = (address: string, init: RequestInit) => Promise<Response>;

const GIVE_UP_MS = 30_000;
/** Smaller bodies gain nothing by being packed. */
const WORTH_PACKING = 8192;

const signedOut = new Set<() => void>();

/** Hears that the hub no longer knows who asks: somebody has to sign in. Call the result to stop. */
export function onSignedOut(heard: () => void): () => void {
  signedOut.add(heard);
  return () => signedOut.delete(heard);
}

/** Asks the hub that this page comes from, as whoever is signed in, and reads its answer by the route's schema. */
export const askHub: AskHub = makeAsk((address, init) => fetch(address, init));

export function makeAsk(fetchIt: Fetch): AskHub {
  return async (route, { params = {}, query = {}, body } = {}) => {
    const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
    const asked = new URLSearchParams(query).toString();
    const headers: Record<string, string> = { 'x-cuppa': '1' };
    const sent = route.method === 'GET' ? undefined : await packed(JSON.stringify(body ?? {}), headers);
    const response = await reach(fetchIt, asked ? `${path}?${asked}` : path, {
      method: route.method,
      headers,
      ...(sent === undefined ? {} : { body: sent }),
    });
    const text = response.status === 204 ? '{}' : await response.text().catch(notReached);
    const reply = v.safeParse(route.reply, parse(text));
    if (!reply.success) throw new Refusal(response.status, 'not-understood', sentences.newer);
    return reply.output;
  };
}

/** Sends a request, and throws what the hub refuses. */
export async function reach(fetchIt: Fetch, address: string, init: RequestInit): Promise<Response> {
  // Not in the cache of the browser either: that is on the disk of this computer.
  const asked: RequestInit = { ...init, cache: 'no-store', signal: AbortSignal.timeout(GIVE_UP_MS) };
  const response = await fetchIt(address, asked).catch(notReached);
  if (response.ok) return response;
  if (response.status === 401) signedOut.forEach((heard) => heard());
  const refusal = v.safeParse(RefusalSchema, parse(await response.text().catch(() => '')));
  const wait = Number(response.headers.get('retry-after') ?? Number.NaN);
  throw new Refusal(
    response.status,
    refusal.success ? refusal.output.error : 'failed',
    refusal.success ? refusal.output.message : sentences.failed,
    Number.isFinite(wait) ? wait : undefined,
  );
}

const sentences = {
  away: 'The office hub cannot be reached. Check the network of this computer.',
  failed: 'The office hub could not do this. Please try again.',
  newer: 'This page does not fit the office hub any more. Please load it again.',
};

function notReached(): never {
  throw new Refusal(0, 'away', sentences.away);
}

async function packed(
  text: string,
  headers: Record<string, string>,
): Promise<string | Uint8Array<ArrayBuffer>> {
  headers['content-type'] = 'application/json';
  if (text.length < WORTH_PACKING) return text;
  headers['content-encoding'] = 'gzip';
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
