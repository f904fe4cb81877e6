import * as v from 'valibot';
import { NewsSchema, type OneNews } from '#wire/entries.ts';
import type { Database } from '../database/database.ts';

export type News = {
  /** Hears of new entries wherever they were kept; undefined means that something may have been missed. */
  listen: (heard: (news: OneNews | undefined) => void) => () => void;
  close: () => void;
};

/** News of what was kept, from every process on the same database. It only saves waiting. */
export function makeNews(database: Database): News {
  const listeners = new Set<(news: OneNews | undefined) => void>();
  const stop = database.listen((text) => {
    const news = v.safeParse(v.union([NewsSchema, v.literal('')]), text === '' ? '' : parse(text));
    // What else is told on the same line is not for these listeners.
    if (news.success) listeners.forEach((heard) => heard(news.output === '' ? undefined : news.output));
  });
  return {
    listen(heard) {
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
    close: stop,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
