import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  getCacheKeyForURL,
  precacheAndRoute,
} from 'workbox-precaching';
import type { PrecacheEntry } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: (PrecacheEntry | string)[] };
declare const __BUILD__: string;

const BEFORE = 'versions-before';

const entries = self.__WB_MANIFEST;
const paths = entries.map((entry) => pathOf(typeof entry === 'string' ? entry : entry.url));
const isMine = new Set(paths);

precacheAndRoute(entries);
cleanupOutdatedCaches();

/** What only the hub itself can answer: nothing of it is ever of an older version. */
const OF_THE_HUB = /^\/(v1\/|healthz$|metrics$)/;

// Any address of the app opens the app, also one that was never visited online.
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [OF_THE_HUB] }));

// A second window may still run a version before this one and ask for a part that it has not opened yet.
// Those parts are no longer on the server either, so they stay here for as long as such a window is open.
self.addEventListener('install', (installation) => installation.waitUntil(putAside()));
registerRoute(
  ({ sameOrigin, request, url }) =>
    sameOrigin && request.mode !== 'navigate' && !OF_THE_HUB.test(url.pathname),
  async ({ request }) => (await fromBefore(request)) ?? fetch(request),
);

async function putAside(): Promise<void> {
  const aside = await caches.open(BEFORE);
  const others = (await caches.keys()).filter((name) => name !== BEFORE);
  for (const cache of await Promise.all(others.map((name) => caches.open(name)))) {
    for (const request of await cache.keys()) {
      const path = pathOf(request.url);
      const response = isMine.has(path) ? undefined : await cache.match(request);
      if (response) await aside.put(path, response);
    }
  }
}

async function fromBefore(request: Request): Promise<Response | undefined> {
  return (await caches.has(BEFORE)) ? (await caches.open(BEFORE)).match(request) : undefined;
}

/** Drops what was put aside once every open window says that it runs this very version. */
async function forgetBefore(): Promise<void> {
  if (!(await caches.has(BEFORE))) return;
  // What a waiting version put aside is for windows of this one.
  if (self.registration.waiting ?? self.registration.installing) return;
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const { held = [] } = await navigator.locks.query();
  const running = held.map(({ name = '' }) => name).filter((name) => name.startsWith('cuppa-runs '));
  const all = running.every((name) => name === `cuppa-runs ${__BUILD__}`);
  if (all && running.length >= windows.length) await caches.delete(BEFORE);
}

function pathOf(address: string): string {
  return new URL(address, self.location.origin).pathname;
}

self.addEventListener('message', (message) => {
  const data: unknown = message.data;
  if (typeof data !== 'object' || data === null || !('type' in data)) return;
  // A new version waits until the leader says so: a reload in mid-workshop could cost somebody half an answer.
  if (data.type === 'SKIP_WAITING') void self.skipWaiting();
  if (data.type === 'I_RUN') message.waitUntil(forgetBefore());
  if (data.type === 'IS_ALL_KEPT') {
    const [answer] = message.ports;
    message.waitUntil(tellKept().then((told) => answer?.postMessage(told)));
  }
});

/** Looks for every file of this version, and fetches again what the browser has dropped. */
async function tellKept(): Promise<{ files: number; missing: number; mended: number }> {
  const missing = await missingPaths();
  if (missing.length > 0) await mend(missing).catch(() => undefined);
  const left = missing.length > 0 ? await missingPaths() : [];
  return { files: paths.length, missing: left.length, mended: missing.length - left.length };
}

async function missingPaths(): Promise<string[]> {
  const found = await Promise.all(paths.map((path) => caches.match(getCacheKeyForURL(path) ?? path)));
  return paths.filter((_, place) => found[place] === undefined);
}

async function mend(missing: readonly string[]): Promise<void> {
  // Only from a server that still has this version: files of two versions do not fit together.
  const { installing, waiting } = await self.registration.update();
  const name = (await caches.keys()).find((one) => one.includes('precache'));
  if (installing || waiting || name === undefined) return;
  const cache = await caches.open(name);
  for (const path of missing) {
    const response = await fetch(path, { cache: 'reload' });
    if (response.ok) await cache.put(getCacheKeyForURL(path) ?? path, response);
  }
}

// Without this the very first visit would stay outside the worker until it is loaded again.
self.addEventListener('activate', (activation) => activation.waitUntil(self.clients.claim()));
