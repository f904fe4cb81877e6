import { dexieStore } from './dexie.ts';
import type { Store } from './journal.ts';
import { patient } from './patience.ts';
import { logInWorker } from './second.ts';
import { twoStores } from './two-stores.ts';

/** Each of the two stores is given up on sooner; this is only for when neither answers. */
const BOTH_GIVE_UP_MS = 12_000;

let store: Store | undefined;

/** Where this page keeps things: the database of this tablet, and the log beside it. */
export function theStore(): Store {
  store ??= patient(twoStores(dexieStore(), logInWorker()), BOTH_GIVE_UP_MS);
  return store;
}

/** Keeps in `other` from now on: for tests and rehearsals without a browser. The product never calls it. */
export function keepIn(other: Store): void {
  store = other;
}
