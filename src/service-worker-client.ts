import * as v from 'valibot';
import { Workbox } from 'workbox-window';
import { scriptUrl } from './trusted-types.ts';

/**
 * checking: not known yet · ready-offline: everything is on this device · new-version-waiting: a newer one is
 * here too, and waits · applied: the newer one took over, the page loads again · older-window: another window
 * said so, and this one still runs the version before · unavailable: this browser or address keeps nothing for
 * offline use.
 */
export type VersionState =
  | 'checking'
  | 'ready-offline'
  | 'new-version-waiting'
  | 'applied'
  | 'older-window'
  | 'unavailable';

const LOOK_AGAIN_AFTER = 60 * 60 * 1000;

let workbox: Workbox | undefined;
let state: VersionState = 'checking';
let wanted = false;
const listeners = new Set<(state: VersionState) => void>();

/**
 * Tells `onState` how the app stands on this device, at once and at every change. The first call registers the
 * service worker. Returns a function that ends the telling.
 */
export function watchForNewVersion(onState: (state: VersionState) => void): () => void {
  listeners.add(onState);
  if (workbox === undefined && state === 'checking') start();
  onState(state);
  return () => listeners.delete(onState);
}

/** Lets the waiting version take over and loads the page again. Does nothing if there is no newer one. */
export function applyNewVersion(): void {
  if (state === 'older-window') location.reload();
  if (state !== 'new-version-waiting') return;
  wanted = true;
  workbox?.messageSkipWaiting();
}

function say(next: VersionState): void {
  state = next;
  for (const listener of listeners) listener(next);
}

function start(): void {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) {
    state = 'unavailable';
    return;
  }
  // Held for as long as this page lives, so that the worker keeps the parts of a version that somebody runs.
  void navigator.locks?.request(`cuppa-runs ${__BUILD__}`, { mode: 'shared' }, () => {
    navigator.serviceWorker.controller?.postMessage({ type: 'I_RUN' });
    return new Promise(() => {});
  });
  const box = new Workbox(scriptUrl('/service-worker.js'));
  workbox = box;
  box.addEventListener('waiting', () => say('new-version-waiting'));
  let controlled = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    // Only what was asked for loads the page again: another tab's choice must not cost half an answer here.
    if (wanted) {
      say('applied');
      location.reload();
      // The very first worker takes over a page that is right.
    } else if (controlled) say('older-window');
    controlled = true;
  });
  void register(box);
  setInterval(() => void lookAgain(box), LOOK_AGAIN_AFTER);
}

async function register(box: Workbox): Promise<void> {
  try {
    await box.register({ immediate: true });
    const ready = await navigator.serviceWorker.ready;
    if (state === 'checking') say(ready.waiting ? 'new-version-waiting' : 'ready-offline');
  } catch {
    // Without a network there is nothing to compare with; what is kept here goes on working.
    say(navigator.serviceWorker.controller ? 'ready-offline' : 'unavailable');
  }
}

async function lookAgain(box: Workbox): Promise<void> {
  try {
    await box.update();
  } catch {
    // No network just now. The next look will do.
  }
}

const KeptSchema = v.object({ files: v.number(), missing: v.number(), mended: v.number() });
/** Fetching again what the browser dropped can take a while on a slow line. */
const ANSWERS_MS = 25_000;

/** Asks the service worker whether every file of this version is on the device; `undefined` without a worker. */
export async function askIfAllKept(): Promise<v.InferOutput<typeof KeptSchema> | undefined> {
  const worker = globalThis.navigator?.serviceWorker?.controller;
  if (!worker) return undefined;
  const { port1, port2 } = new MessageChannel();
  const told = new Promise<unknown>((tell) => {
    port1.onmessage = (message: MessageEvent<unknown>) => tell(message.data);
    setTimeout(() => tell(undefined), ANSWERS_MS);
  });
  worker.postMessage({ type: 'IS_ALL_KEPT' }, [port2]);
  const kept = v.safeParse(KeptSchema, await told);
  port1.close();
  return kept.success ? kept.output : undefined;
}
