import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startHub } from '../support/server.ts';
import { buildFaultsPage } from './build.ts';

/** The page under faults behind the real hub, on a port of its own. */
export async function serveFaults(): Promise<{ url: string; stop: () => Promise<void> }> {
  const dist = mkdtempSync(join(tmpdir(), 'cuppa-faults-'));
  await buildFaultsPage(dist);
  const hub = await startHub({ dist });
  return {
    url: hub.url,
    async stop() {
      await hub.stop();
      rmSync(dist, { recursive: true, force: true });
    },
  };
}
