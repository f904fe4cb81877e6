import { Workbox } from 'workbox-window';
import { scriptUrl } from './trusted-types.ts';

/**
 * checking: not known yet · ready-offline: everything is on this device · new-version-waiting: a newer one is
 * here too, and waits · applied: the newer one took over, the page loads again · unavailable: this browser or
 * address keeps nothing for offline use.
 */
export type VersionState = 'checking' | 'ready-offline' | 'new-version-waiting' | 'applied' | 'unavailable';

const LOOK_AGAIN_AFTER = 60 * 60 * 1000;

let workbox: Workbox | undefined;
let wanted = false;

/** Registers the service worker and reports each state. Returns a function that stops the reports. */
export function watchForNewVersion(onState: (state: VersionState) => void): () => void {
  onState('checking');
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) {
    onState('unavailable');
    return () => undefined;
  }
  const stopped = new AbortController();
  const report = (state: VersionState) => {
    if (!stopped.signal.aborted) onState(state);
  };
  const box = new Workbox(scriptUrl('/service-worker.js'));
  workbox = box;

  box.addEventListener('waiting', () => report('new-version-waiting'));
  navigator.serviceWorker.addEventListener(
    'controllerchange',
    () => {
      // Only what was asked for reloads: the first worker also takes over, of a page that is already right.
      if (!wanted) return;
      report('applied');
      location.reload();
    },
    { signal: stopped.signal },
  );

  void register(box, report);
  const timer = setInterval(() => void lookAgain(box), LOOK_AGAIN_AFTER);
  stopped.signal.addEventListener('abort', () => clearInterval(timer));
  return () => stopped.abort();
}

async function register(box: Workbox, report: (state: VersionState) => void): Promise<void> {
  try {
    const registration = await box.register({ immediate: true });
    if (registration?.waiting) return report('new-version-waiting');
    const ready = await navigator.serviceWorker.ready;
    report(ready.waiting ? 'new-version-waiting' : 'ready-offline');
  } catch {
    // Without a network there is nothing to compare with; what is kept here goes on working.
    report(navigator.serviceWorker.controller ? 'ready-offline' : 'unavailable');
  }
}

async function lookAgain(box: Workbox): Promise<void> {
  try {
    await box.update();
  } catch {
    // No network just now. The next look will do.
  }
}

/** Lets the waiting version take over and loads the page again. Does nothing if none is waiting. */
export function applyNewVersion(): void {
  wanted = true;
  workbox?.messageSkipWaiting();
}
