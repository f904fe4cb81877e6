import { useCallback, useEffect, useRef, useState } from 'react';
import { askHub, HubSaysNo, type Asked } from '#sync/office/ask.ts';
import { officeNews } from '#sync/office/news.ts';
import type { Route } from '#wire/route.ts';

export type Answer<R> = {
  /** The last answer to just this question; undefined until there is one. */
  reply: R | undefined;
  /** The last answer to anything that was asked here: it stands until the next one comes. */
  last: R | undefined;
  /** '' or one sentence that says why there is no newer answer. */
  problem: string;
  /** Asks once more, and resolves with the answer. */
  again(): Promise<void>;
};

/** Lists follow the entries a moment later. */
const AFTER_NEWS_MS = 300;
const BEHIND_MS = 1000;

/**
 * Asks the hub, and asks again by itself when something new was handed in, or while an answer is still behind what
 * is kept. What stands there already stays while that goes on.
 */
export function useAsked<P, Q, B, R>(
  route: Route<P, Q, B, R>,
  asked: Asked<B> = {},
  isBehind: (reply: R) => boolean = () => false,
): Answer<R> {
  const question = JSON.stringify(asked);
  const [answer, setAnswer] = useState<{ question: string; reply?: R; problem: string }>();
  const latest = useRef(0);
  const ask = useCallback(async (): Promise<void> => {
    latest.current += 1;
    const mine = latest.current;
    const put = (next: { reply?: R; problem: string }): void => {
      if (mine !== latest.current) return;
      setAnswer((before) => {
        const kept = before?.question === question && before.reply ? { reply: before.reply } : {};
        return { question, ...kept, ...next };
      });
    };
    try {
      put({ reply: await askHub(route, JSON.parse(question) as Asked<B>), problem: '' });
    } catch (error) {
      put({ problem: sentenceOf(error) });
    }
  }, [route, question]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = (): void => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void ask();
      }, AFTER_NEWS_MS);
    };
    void ask();
    const stop = officeNews({ news: soon, again: soon });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [ask]);

  const mine = answer?.question === question ? answer : undefined;
  const behind = mine?.reply !== undefined && isBehind(mine.reply);
  useEffect(() => {
    if (!behind) return;
    const timer = setTimeout(() => void ask(), BEHIND_MS);
    return () => clearTimeout(timer);
  }, [behind, mine, ask]);
  return { reply: mine?.reply, last: answer?.reply, problem: mine?.problem ?? '', again: ask };
}

/** Looks again every so often, for what no news is told of. */
export function useEvery(ms: number, again: () => Promise<void>): void {
  const latest = useRef(again);
  useEffect(() => {
    latest.current = again;
  });
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void latest.current();
    }, ms);
    return () => clearInterval(timer);
  }, [ms]);
}

/** The sentence to show for something that failed. */
export function sentenceOf(error: unknown): string {
  if (error instanceof HubSaysNo) return error.message;
  throw error;
}
