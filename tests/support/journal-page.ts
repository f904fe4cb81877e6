import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { appVersion } from '../../vite.config.ts';
import { startHub, type Hub } from './server.ts';

/** Builds the page that is only a journal, and serves it under the real hub's content security policy. */
export async function serveJournalPage(): Promise<Hub> {
  const dist = mkdtempSync(join(tmpdir(), 'cuppa-journal-page-'));
  const root = resolve(import.meta.dirname, 'journal-page');
  const options = { outDir: dist, emptyOutDir: true, assetsInlineLimit: 0, target: 'es2022' } as const;
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    define: appVersion(),
    worker: { format: 'es' },
    build: options,
  });
  const hub = await startHub({ dist });
  return {
    ...hub,
    stop: async () => {
      await hub.stop();
      rmSync(dist, { recursive: true, force: true });
    },
  };
}
