import { useCallback, useEffect, useRef, useState } from 'react';
import { Refusal } from '#wire/refusal.ts';
import { askHub, type Asked } from '#sync/office/ask.ts';
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
/** Lists that stay behind are asked for less and less often, up to this. */
const LONGEST_MS = 30_000;

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
  const [answer, setAnswer] = useState<{ question: string; reply?: R; last?: R; problem: string }>();
  const turns = useRef({ asked: 0, shown: 0 });
  const ask = useCallback(async (): Promise<void> => {
    turns.current.asked += 1;
    const mine = turns.current.asked;
    const put = (next: { reply?: R; problem: string }): void => {
      // Answers may overtake each other. One that a newer question has been asked after is shown all the same:
      // where news comes without a pause, nothing would ever be shown otherwise.
      if (mine < turns.current.shown) return;
      turns.current.shown = mine;
      setAnswer((before) => {
        const kept = before?.question === question && before.reply ? { reply: before.reply } : {};
        const last = next.reply ?? before?.last;
        return { question, ...kept, ...(last === undefined ? {} : { last }), ...next };
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
  const times = useRef(0);
  useEffect(() => {
    if (!behind) {
      times.current = 0;
      return;
    }
    const wait = Math.min(BEHIND_MS * 2 ** times.current, LONGEST_MS);
    const timer = setTimeout(() => {
      times.current += 1;
      void ask();
    }, wait);
    return () => clearTimeout(timer);
  }, [behind, mine, ask]);
  return { reply: mine?.reply, last: answer?.last, problem: mine?.problem ?? '', again: ask };
}

/** What tablets say of themselves is told by no news. */
const LOOK_MS = 15_000;

/** Looks again every so often, for what no news is told of. */
export function useEvery(again: () => Promise<void>, ms = LOOK_MS): void {
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
  if (error instanceof Refusal) return error.message;
  throw error;
}
