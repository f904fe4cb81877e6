import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import type { PrecacheEntry } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: (PrecacheEntry | string)[] };

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();

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
