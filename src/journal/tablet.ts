import { discardedKey } from './redact.ts';
import { theStore } from './store.ts';

/** The random name of this tablet, made at first use. */
export function tabletId(): Promise<string> {
  return theStore().tablet();
}

/** A small value of this tablet that belongs to no workshop. */
export function readAbout(key: string): Promise<unknown> {
  return theStore().about(key);
}

export function keepAbout(key: string, value: unknown): Promise<void> {
  return theStore().keepAbout(key, value);
}

/** Was this workshop discarded here? */
export async function isDiscarded(workshop: string): Promise<boolean> {
  return (await readAbout(discardedKey(workshop))) !== undefined;
}

/** Asks the browser not to clear this tablet's storage when space runs short, and tells what it answered. */
export async function askToPersist(): Promise<'kept' | 'may-be-cleared' | 'unknown'> {
  try {
    const kept = (await navigator.storage.persisted()) || (await navigator.storage.persist());
    return kept ? 'kept' : 'may-be-cleared';
  } catch {
    return 'unknown';
  }
}
