import { useEffect } from 'react';
import { create } from 'zustand';
import { askToPersist } from '#journal/tablet.ts';

type Promised = Awaited<ReturnType<typeof askToPersist>>;

const useStorage = create<{ promised: Promised }>(() => ({ promised: 'unknown' }));

/** Asks the browser to keep everything. Call it from a tap: some browsers ask the person then. */
export async function askToKeep(): Promise<void> {
  useStorage.setState({ promised: await askToPersist() });
}

/** Whether the browser has agreed to keep what is on this tablet. Reads; never asks. */
export function usePromised(): Promised {
  useEffect(() => void read(), []);
  return useStorage((storage) => storage.promised);
}

async function read(): Promise<void> {
  try {
    const kept = await navigator.storage.persisted();
    useStorage.setState({ promised: kept ? 'kept' : 'may-be-cleared' });
  } catch {
    useStorage.setState({ promised: 'unknown' });
  }
}

/** What the browser answered last. */
export function promisedNow(): Promised {
  return useStorage.getState().promised;
}
