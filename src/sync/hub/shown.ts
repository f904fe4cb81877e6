import { create } from 'zustand';
import { nothingToTell, type TellLeader } from './paired.ts';

/** How one workshop stands: what is here, what the office has by its receipts, and whether photos are still to go. */
export type Counts = { here: number; office: number; files: number };

/** How the tablet stands with its office, for the leader. */
export type Shown = {
  /** '' while the tablet is connected to no office. */
  office: string;
  tablet: string;
  state: 'none' | 'on' | 'revoked' | 'unknown';
  /** `looking` until it is known for the first time whether the office can be reached. */
  reach: 'looking' | 'in-touch' | 'away';
  problem: '' | 'differs' | 'refused' | 'busy';
  /** When the office last answered, by this tablet's clock: for reading only. */
  lastAt: number;
  counts: Record<string, Counts>;
  /** Until it was counted for the first time, no number is known. */
  counted: boolean;
  /** An answer is in no journal yet: in a sealed box, or half-made. */
  open: boolean;
  /** All that is on this tablet is in the office, by its receipts: photos, boxes and half-made answers too. */
  done: boolean;
  told: TellLeader;
};

const nothing: Shown = {
  office: '',
  tablet: '',
  state: 'none',
  reach: 'looking',
  problem: '',
  lastAt: 0,
  counts: {},
  counted: false,
  open: false,
  done: false,
  told: nothingToTell,
};

/** What every window of this tablet shows of the office. Only one of them does the work. */
export const useHub = create<Shown>(() => nothing);

const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('cuppa-hub');
if (channel && 'unref' in channel && typeof channel.unref === 'function') channel.unref();

type Message = { shown: Shown } | { ask: 'shown' | 'changed' | 'now' | 'read' };
const listeners = new Set<(ask: 'changed' | 'now') => void>();
let works = false;
const hear = (ask: 'changed' | 'now'): void => listeners.forEach((listen) => listen(ask));

channel?.addEventListener('message', ({ data }: MessageEvent<Message>) => {
  // Only windows of this very app write here, and of no other origin.
  if ('shown' in data) useHub.setState(data.shown);
  else if (data.ask === 'changed' || data.ask === 'now') hear(data.ask);
  else if (works) show(data.ask === 'read' ? { told: nothingToTell } : {});
});

/** This window does the work from now on: what it knows is what all of them show. */
export function showHere(): void {
  works = true;
}

/** Shows it here; in every window, if this is the one that knows. */
export function show(change: Partial<Shown>): void {
  useHub.setState(change);
  if (works) channel?.postMessage({ shown: useHub.getState() });
}

/** Shows that there is no office, or another one. */
export function showNothing(): void {
  show(nothing);
}

/**
 * Asks the window that does the work how things stand, to look anew what is kept, or to try at once; or tells it that
 * the leader has read what was told.
 */
export function askWorker(ask: 'shown' | 'changed' | 'now' | 'read'): void {
  channel?.postMessage({ ask });
  if (ask === 'changed' || ask === 'now') hear(ask);
}

export function onAsked(listen: (ask: 'changed' | 'now') => void): () => void {
  listeners.add(listen);
  return () => listeners.delete(listen);
}
