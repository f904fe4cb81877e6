import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { distFolder } from './server.ts';

const temporary = (): string => mkdtempSync(join(tmpdir(), 'cuppa-version-'));
const LATER = "{ version: 1000, name: 'of a later version', stores: { later: 'id' } },\n];";

/** Builds the whole app once more, as a later version: another number, and a database with one table more. */
export async function buildLater(version = '99.0.0'): Promise<string> {
  const outDir = temporary();
  let grown = false;
  // Vite would take the tests' own environment for that of a page still being written.
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  await build({
    configFile: join(import.meta.dirname, '../../vite.config.ts'),
    logLevel: 'error',
    define: { __APP_VERSION__: JSON.stringify(version), __BUILD__: JSON.stringify(`${version}-later`) },
    build: { outDir, emptyOutDir: true },
    plugins: [
      {
        name: 'a-later-database',
        enforce: 'pre',
        transform(code, id) {
          if (!id.endsWith('/journal/database.ts')) return null;
          const later = code.replace(/^\];$/m, LATER);
          grown ||= later !== code;
          return later;
        },
      },
    ],
  });
  process.env.NODE_ENV = before;
  if (!grown) throw new Error('The later version has the database of this one: look at database.ts.');
  return outDir;
}

/** A copy in which every script and style has a new name: no part of it is one of the version before. */
export function renamed(dist: string, mark: string): string {
  const to = temporary();
  cpSync(dist, to, { recursive: true });
  const assets = join(to, 'assets');
  const names = readdirSync(assets).filter((name) => /\.(js|css)$/.test(name));
  const newName = (name: string): string => name.replace(/(\.\w+)$/, `-${mark}$1`);
  for (const name of names) renameSync(join(assets, name), join(assets, newName(name)));
  const texts = [...names.map((name) => `assets/${newName(name)}`), 'index.html', 'service-worker.js'];
  for (const file of texts) {
    let text = readFileSync(join(to, file), 'utf8');
    for (const name of names) text = text.replaceAll(name, newName(name));
    // The build's name, and in the list of files the revision of the page that names them.
    text = text.replace(/\b\d+\.\d+\.\d+-(later|[a-z0-9]{8})\b/g, `$&-${mark}`);
    if (file === 'service-worker.js')
      text = text.replace(/"revision":"(?=[^"]*","url":"index\.html")/, `$&${mark}`);
    writeFileSync(join(to, file), text);
  }
  return to;
}

/** A folder from which a server hands out one version after another. */
export function releases(): { folder: string; release: (dist: string) => void; clear: () => void } {
  const folder = temporary();
  const release = (dist: string): void => {
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
    cpSync(dist, folder, { recursive: true });
  };
  release(distFolder());
  return { folder, release, clear: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Every script and style of a version, as addresses. */
export const partsOf = (dist: string): string[] =>
  readdirSync(join(dist, 'assets'))
    .filter((name) => /\.(js|css)$/.test(name))
    .map((name) => `/assets/${name}`);

/** Looks for a new version, as the app does every hour, and waits until it is here and waiting. */
export async function fetchNewVersion(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const before = registration.waiting;
    await registration.update();
    const isNew = () => registration.waiting !== null && registration.waiting !== before;
    while (!isNew()) await new Promise((soon) => setTimeout(soon, 20));
  });
}

/** Lets the waiting version take over, as the leader's button in another window does. */
export async function letItTakeOver(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { waiting } = await navigator.serviceWorker.ready;
    waiting?.postMessage({ type: 'SKIP_WAITING' });
    while (waiting && waiting.state !== 'activated') await new Promise((soon) => setTimeout(soon, 20));
  });
}
