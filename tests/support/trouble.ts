import type { BrowserContext, Page } from 'playwright-core';

/** The browser looks for a newer service worker by itself; that no hub is in reach it says in the console. */
const NO_NEWER_WORKER = /^An unknown error occurred when fetching the script\.$/;

/**
 * Collects what no visit to the app may cause: errors and warnings in the console, exceptions, and requests to
 * anywhere else. Returns a function that fails if there was any, and starts afresh.
 */
export function watchForTrouble(context: BrowserContext): (settings?: { except?: RegExp[] }) => void {
  const troubles: string[] = [];
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !NO_NEWER_WORKER.test(message.text())) {
      const where = message.page()?.url() ?? 'a worker';
      // A resource that failed is named only by the place of the message.
      troubles.push(`console ${message.type()} at ${where}: ${message.text()} (${message.location().url})`);
    }
  });
  context.on('weberror', (thrown) =>
    troubles.push(`thrown: ${thrown.error().stack ?? thrown.error().message}`),
  );
  context.on('request', (request) => {
    if (!isOurs(request.url())) troubles.push(`left the origin: ${request.url()}`);
  });
  const watch = (page: Page) => page.on('crash', () => troubles.push(`the page crashed: ${page.url()}`));
  context.pages().forEach(watch);
  context.on('page', watch);

  return ({ except = [] } = {}) => {
    const left = troubles.splice(0).filter((trouble) => !except.some((pattern) => pattern.test(trouble)));
    if (left.length > 0) throw new Error(`The app was not quiet:\n${left.join('\n')}`);
  };
}

function isOurs(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return (
    ['data:', 'blob:', 'about:', 'chrome:', 'chrome-error:'].includes(protocol) || hostname === 'localhost'
  );
}
