import * as v from 'valibot';
import { scriptUrl } from '#trusted-types.ts';
import type { LogRequest } from './log-requests.ts';
import type { Request } from './opfs-requests.ts';
// oxlint-disable-next-line import/default -- the address is made by Vite
import workerPath from './opfs.worker.ts?worker&url';

type Ask = (request: Request) => Promise<unknown>;
type AskAny = (request: Request | LogRequest) => Promise<unknown>;
type Pending = { resolve: (value: unknown) => void; reject: (error: Error) => void };

const ReplySchema = v.object({
  number: v.number(),
  value: v.optional(v.unknown()),
  error: v.optional(v.string()),
});

/** No write of a few hundred kilobytes takes this long on a tablet that works. */
const HANGS_MS = 15_000;

const askWorker = startWorker();
let ask: Ask = askWorker;

/** Asks the worker that rewrites files in place. */
export function askFiles(request: Request): Promise<unknown> {
  return ask(request);
}

/** Asks the same worker for the second store. Where there is no such worker, that fails. */
export function askLog(request: LogRequest): Promise<unknown> {
  return askWorker(request);
}

/** Asks `other` from now on, and tells who was asked before: for tests and rehearsals, never in the product. */
export function askInstead(other: Ask = ask): Ask {
  const before = ask;
  ask = other;
  return before;
}

function startWorker(): AskAny {
  const pending = new Map<number, Pending>();
  let worker: Worker | undefined;
  let count = 0;

  // A worker that could not start, fell over or hangs is not used again; the next call starts another.
  const giveUp = (): void => {
    worker?.terminate();
    worker = undefined;
    for (const one of pending.values())
      one.reject(new Error('This browser could not save. Please try again.'));
    pending.clear();
  };

  const start = (): Worker => {
    const started = new Worker(scriptUrl(workerPath), { type: 'module' });
    started.addEventListener('error', giveUp);
    started.addEventListener('message', (message: MessageEvent<unknown>) => {
      const { number, value, error } = v.parse(ReplySchema, message.data);
      if (error === undefined) pending.get(number)?.resolve(value);
      else pending.get(number)?.reject(new Error(error));
      pending.delete(number);
    });
    return started;
  };

  return (request) =>
    new Promise((resolve, reject) => {
      worker ??= start();
      count += 1;
      const number = count;
      pending.set(number, { resolve, reject });
      worker.postMessage({ number, request });
      setTimeout(() => {
        if (pending.has(number)) giveUp();
      }, HANGS_MS);
    });
}
