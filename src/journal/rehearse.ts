import { memoryFiles } from './files.ts';
import type { Store } from './journal.ts';
import { memoryStore } from './memory.ts';
import { askInstead } from './opfs.ts';
import { answer } from './opfs-requests.ts';
import { keepIn } from './store.ts';

/** Keeps everything in memory from now on: for tests and rehearsals in Node or jsdom. Never in the product. */
export function keepInMemory(): Store {
  const store = memoryStore();
  const files = memoryFiles();
  let last: Promise<unknown> = Promise.resolve();
  keepIn(store);
  askInstead((request) => {
    const next = last.then(() => answer(files, request));
    last = next.catch(() => undefined);
    return next;
  });
  return store;
}
