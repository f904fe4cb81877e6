import { Database } from '#journal/database.ts';
import { dexieStore, type First } from '#journal/dexie.ts';
import type { Store } from '#journal/journal.ts';
import { recordOf } from '#journal/log-record.ts';
import { memoryStore } from '#journal/memory.ts';
import { patient } from '#journal/patience.ts';
import { logInWorker } from '#journal/second.ts';
import { keepIn } from '#journal/store.ts';
import { twoStores } from '#journal/two-stores.ts';

/** The next version of the database, as an updated app would open it. */
class NewerDatabase extends Database {
  constructor() {
    super();
    this.version(2).stores({ newer: 'key' });
  }
}

/** Apps that lack one protection each: every fault must hurt the one that lacks what helps against it. */
const controls = {
  /** One database, patiently: no second store. */
  single: (first: First) => patient(first),
  /** Says "saved" before it is. */
  early(first: First): Store {
    return {
      ...first,
      async write(batch) {
        void first.write(batch);
        return [];
      },
    };
  },
  /** One database, and nothing is tried again. */
  hasty: (first: First): Store => first,
  /** The log alone, and nothing is tried again. */
  log(): Store {
    const log = logInWorker();
    const memory = memoryStore();
    const read = log.open().then(async () => {
      const { entries, attachments } = await log.all();
      await memory.bring(entries, attachments);
    });
    return {
      ...memory,
      async since(cursor, workshop) {
        await read;
        return memory.since(cursor, workshop);
      },
      async write(batch) {
        await read;
        const entries = await memory.write(batch);
        await log.append(recordOf({ entries }));
        return entries;
      },
    };
  },
  /** Both stores, but every tab waits for the same lock. */
  locked(first: First): Store {
    const store = patient(twoStores(first, logInWorker()));
    return { ...store, write: (batch) => navigator.locks.request('all', () => store.write(batch)) };
  },
};

/** Keeps in the control that is named, or as the product does; `newer` opens the database's next version. */
export function keepAsAsked(asked: URLSearchParams): void {
  const first = dexieStore(asked.has('newer') ? new NewerDatabase() : new Database());
  const control = asked.get('control') ?? '';
  if (control in controls) keepIn(controls[control as keyof typeof controls](first));
  else if (asked.has('newer')) keepIn(patient(twoStores(first, logInWorker()), 12_000));
}
