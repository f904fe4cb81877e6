import { parentPort, threadId, workerData } from 'node:worker_threads';
import * as v from 'valibot';
import { newId } from '#workshop/entry.ts';
import { connectTo } from '../database/open.ts';
import { DatabaseTrouble } from '../database/trouble.ts';
import { openReport } from './open.ts';
import { EVERY_WORKSHOP, type Told } from './thread.ts';
import { prepareTables, work, type Pass } from './work.ts';

const DataSchema = v.object({
  place: v.object({ data: v.string(), databaseUrl: v.optional(v.string()) }),
  settings: v.object({
    restMs: v.optional(v.number(), 400),
    quietMs: v.optional(v.number()),
    memoryMb: v.optional(v.number()),
  }),
});

/** Nobody has to wait longer than this for what came first, however much more comes in. */
const LONGEST_REST_MS = 5000;
/** Everything is looked through again so often: news can be missed. */
const ROUND_MS = 60_000;

const { place, settings } = v.parse(DataSchema, workerData);
const tell = (told: Told): void => parentPort?.postMessage(told);

const entries = await connectTo(place);
const report = place.databaseUrl ? entries : await openReport(place);
const worker = {
  entries,
  report,
  name: `${newId()} ${threadId}`,
  now: () => Date.now(),
  ...(settings.quietMs === undefined ? {} : { quietMs: settings.quietMs }),
};

const news = new Set<string>();
let firstNews = 0;
let timer: NodeJS.Timeout | undefined;
let isWorking = false;
let wantsAll = true;

parentPort?.on('message', (message: unknown) => {
  const workshop = v.parse(v.string(), message);
  if (news.size === 0) firstNews = Date.now();
  if (workshop === EVERY_WORKSHOP) wantsAll = true;
  news.add(workshop);
  // While a tablet hands in, each batch is news: the last one says it all.
  if (!isWorking) plan(Math.max(0, Math.min(settings.restMs, firstNews + LONGEST_REST_MS - Date.now())));
});

function plan(ms: number): void {
  clearTimeout(timer);
  timer = setTimeout(() => void pass(), ms);
}

async function pass(): Promise<void> {
  isWorking = true;
  const only = wantsAll ? undefined : [...news];
  news.clear();
  wantsAll = false;
  let next: Pass['next'];
  try {
    if (only === undefined) await prepareTables(worker);
    const { done, failed, next: due } = await work(worker, only);
    next = due;
    tell({ type: 'passed', done, failed });
  } catch (error) {
    // The database is away or full: it is tried again, and nobody who hands in has noticed.
    wantsAll = true;
    next = Date.now() + LONGEST_REST_MS;
    tell({ type: 'trouble', why: whyOf(error) });
  } finally {
    isWorking = false;
  }
  if (news.size > 0) return plan(settings.restMs);
  const due = next === undefined ? ROUND_MS : Math.max(0, next - Date.now());
  if (due >= ROUND_MS) wantsAll = true;
  plan(Math.min(due, ROUND_MS) + 5);
}

/** Only our own sentences: another message could repeat what stood in an entry. */
function whyOf(error: unknown): string {
  if (error instanceof DatabaseTrouble) return error.message;
  return error instanceof Error ? error.name : 'unknown';
}

await pass();
