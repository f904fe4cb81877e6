import { createParser } from 'eventsource-parser';
import * as v from 'valibot';
import { followNews, NewsSchema, type OneNews } from '#wire/entries.ts';
import { Refusal } from '#wire/refusal.ts';
import { type reach } from '../office/ask.ts';

type Fetch = Parameters<typeof reach>[0];

/** The hub says something every 15 seconds. When it is silent for this long, nobody is there any more. */
const SILENT_MS = 40_000;

/**
 * Follows the news of the hub until it ends, fails or `signal` stops it. Read with fetch, because an EventSource
 * cannot send the tablet's token.
 */
export async function follow(
  fetchIt: Fetch,
  signal: AbortSignal,
  heard: { open: () => void; news: (one: OneNews) => void },
): Promise<void> {
  const silent = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const alive = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => silent.abort(), SILENT_MS);
  };
  alive();
  try {
    const response = await fetchIt(followNews.path, {
      headers: { accept: 'text/event-stream' },
      signal: AbortSignal.any([signal, silent.signal]),
    });
    if (!response.ok || !response.body)
      throw new Refusal(response.status, 'no-news', '', Number(response.headers.get('retry-after') ?? 0));
    heard.open();
    const parser = createParser({
      onEvent({ data }) {
        const one = v.safeParse(v.pipe(v.string(), v.parseJson(), NewsSchema), data);
        if (one.success) heard.news(one.output);
      },
    });
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      alive();
      parser.feed(piece.value);
    }
  } finally {
    clearTimeout(timer);
    silent.abort();
  }
}
