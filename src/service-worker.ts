import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import type { PrecacheEntry } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: (PrecacheEntry | string)[] };

const LAST_VERSION = 'last-version';
const entries = self.__WB_MANIFEST;

precacheAndRoute(entries);
cleanupOutdatedCaches();

// A second window may still run the version before this one and ask for a part that it has not opened yet.
// Those parts are no longer on the server either, so they are put aside until the version after this one.
self.addEventListener('install', (installation) => installation.waitUntil(putLastVersionAside()));
registerRoute(
  ({ sameOrigin, url }) => sameOrigin && url.pathname.startsWith('/assets/'),
  async ({ request }) => (await caches.match(request)) ?? fetch(request),
);

async function putLastVersionAside(): Promise<void> {
  const isNew = new Set(entries.map((entry) => addressOf(typeof entry === 'string' ? entry : entry.url)));
  const kept = await precached();
  await caches.delete(LAST_VERSION);
  const aside = await caches.open(LAST_VERSION);
  for (const { cache, request } of kept) {
    const { pathname } = new URL(request.url);
    const response = pathname.startsWith('/assets/') && !isNew.has(pathname) && (await cache.match(request));
    if (response) await aside.put(request, response);
  }
}

async function precached(): Promise<{ cache: Cache; request: Request }[]> {
  const names = (await caches.keys()).filter((name) => name !== LAST_VERSION);
  const opened = await Promise.all(names.map((name) => caches.open(name)));
  const lists = opened.map(async (cache) => (await cache.keys()).map((request) => ({ cache, request })));
  return (await Promise.all(lists)).flat();
}

const addressOf = (path: string) => new URL(path, self.location.origin).pathname;

// Any address of the app opens the app, also one that was never visited online.
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html')));

// A new version waits until the leader says so: a reload in mid-workshop could cost somebody half an answer.
self.addEventListener('message', (message) => {
  const data: unknown = message.data;
  if (typeof data === 'object' && data !== null && 'type' in data && data.type === 'SKIP_WAITING') {
    void self.skipWaiting();
  }
});

// Without this the very first visit would stay outside the worker until it is loaded again.
self.addEventListener('activate', (activation) => activation.waitUntil(self.clients.claim()));
