import * as v from 'valibot';
import { followNews, NewsSchema } from '#wire/entries.ts';

export type OneNews = v.InferOutput<typeof NewsSchema>;
type Heard = { news(one: OneNews): void; /** News may have been missed: look again. */ again(): void };

/** Brings news of what others hand in. Call the result to stop. */
export type FollowNews = (heard: Heard) => () => void;

const TRY_AGAIN_MS = 5000;

/**
 * News by server-sent events, as whoever is signed in. The browser connects again by itself, except after a refusal.
 * A page that nobody sees holds no connection: browsers allow few to one address, and it looks again once it is seen.
 */
export const newsOfHub: FollowNews = ({ news, again }) => {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let missed = false;
  const close = (): void => {
    clearTimeout(timer);
    source?.close();
    source = undefined;
    missed = true;
  };
  const open = (): void => {
    clearTimeout(timer);
    source = new EventSource(followNews.path);
    source.addEventListener('open', () => {
      if (missed) again();
      missed = true;
    });
    source.addEventListener('message', (message: MessageEvent<unknown>) => {
      const one = v.safeParse(NewsSchema, parse(message.data));
      if (one.success) news(one.output);
    });
    source.addEventListener('error', () => {
      if (source?.readyState === EventSource.CLOSED) timer = setTimeout(open, TRY_AGAIN_MS);
    });
  };
  const seen = (): void => {
    close();
    if (document.visibilityState === 'visible') open();
  };
  document.addEventListener('visibilitychange', seen);
  if (document.visibilityState === 'visible') open();
  else missed = true;
  return () => {
    document.removeEventListener('visibilitychange', seen);
    close();
  };
};

/** One connection for the whole page, for as long as anybody follows. */
export function shared(follow: FollowNews): FollowNews {
  const all = new Set<Heard>();
  let stop: (() => void) | undefined;
  return (heard) => {
    all.add(heard);
    stop ??= follow({
      news: (one) => all.forEach(({ news }) => news(one)),
      again: () => all.forEach(({ again }) => again()),
    });
    return () => {
      all.delete(heard);
      if (all.size > 0) return;
      stop?.();
      stop = undefined;
    };
  };
}

/** The news that every screen of the office shares. */
export const officeNews: FollowNews = shared(newsOfHub);

function parse(data: unknown): unknown {
  try {
    return typeof data === 'string' ? JSON.parse(data) : undefined;
  } catch {
    return undefined;
  }
}
