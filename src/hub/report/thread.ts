import { Worker } from 'node:worker_threads';
import * as v from 'valibot';
import type { Place } from '../database/open.ts';
import type { News } from '../server/news.ts';

/** What the worker tells: names of workshops and what went wrong, never anyone's words. */
export const ToldSchema = v.variant('type', [
  v.object({ type: v.literal('passed'), done: v.number(), failed: v.array(v.string()) }),
  v.object({ type: v.literal('trouble'), why: v.string() }),
]);
export type Told = v.InferOutput<typeof ToldSchema>;

export type Log = { info(about: object, words: string): void; warn(about: object, words: string): void };
type Options = { place: Place; news: News; log: Log; settings?: Settings };
/** For tests: how long to wait for more news of a workshop, and before its figures are given out; and how much memory. */
export type Settings = { restMs?: number; quietMs?: number; memoryMb?: number };

/** In the place of the name of a workshop: news may have been missed. */
export const EVERY_WORKSHOP = '';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 60_000;
/** A workshop that needs more than this is too much for one hub: the worker ends, and keeping goes on. */
const MOST_MEMORY_MB = 1024;

/** The thread that reads workshops for the office. Whatever becomes of it, nobody who hands in waits for it. */
export function startReports({ place, news, log, settings = {} }: Options): { close(): Promise<void> } {
  let worker: Worker | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  let wait = FIRST_WAIT_MS;

  const start = () => {
    const mine = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: { place, settings },
      resourceLimits: { maxOldGenerationSizeMb: settings.memoryMb ?? MOST_MEMORY_MB },
    });
    worker = mine;
    mine.on('message', (message: unknown) => {
      const told = v.parse(ToldSchema, message);
      if (told.type === 'trouble') log.warn({ why: told.why }, 'The reports wait for the database');
      else if (told.failed.length > 0)
        log.warn({ workshops: told.failed }, 'Some workshops could not be read');
      if (told.type === 'passed') wait = FIRST_WAIT_MS;
    });
    mine.on('error', (error: unknown) => {
      log.warn({ code: codeOf(error) }, 'The report worker stopped, and starts again');
    });
    mine.on('exit', () => {
      if (worker !== mine || closed) return;
      worker = undefined;
      timer = setTimeout(start, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    });
  };

  start();
  const stop = news.listen((heard) => worker?.postMessage(heard?.workshop ?? EVERY_WORKSHOP));
  return {
    async close() {
      closed = true;
      stop();
      clearTimeout(timer);
      await worker?.terminate();
    },
  };
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error
    ? String(error.code)
    : error instanceof Error
      ? error.name
      : 'unknown';
