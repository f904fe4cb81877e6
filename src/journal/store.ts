import { dexieStore } from './dexie.ts';
import type { Store } from './journal.ts';
import { patient } from './patience.ts';

let store: Store | undefined;

/** Where this page keeps things: the database of this tablet. */
export function theStore(): Store {
  store ??= patient(dexieStore());
  return store;
}

/** Keeps in `other` from now on: for tests and rehearsals without a browser. The product never calls it. */
export function keepIn(other: Store): void {
  store = other;
}
