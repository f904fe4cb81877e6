import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '#hub/database/open.ts';
import { give } from '#hub/tablets/access.ts';
import { kinds, startDatabases, type Databases } from '../support/hub-databases.ts';
import { startHub } from '../support/server.ts';
import { connectTablet } from '../support/tablets.ts';

let databases: Databases;
let dist: string;
beforeAll(async () => {
  databases = await startDatabases();
  dist = await mkdtemp(join(tmpdir(), 'cuppa-no-app-'));
  await writeFile(join(dist, 'index.html'), '<!doctype html><title>Cuppa</title>');
}, 60_000);
afterAll(async () => {
  await databases.stop();
  await rm(dist, { recursive: true, force: true });
}, 60_000);

const NOTES = 25;

test.each(kinds)(
  'a note of one tablet is on another within a second, on %s (two hubs on PostgreSQL)',
  async (kind) => {
    const { data, databaseUrl } = await databases.place(kind);
    const env = { CUPPA_LOG: 'error', ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) };
    const left = await startHub({ dist, data, env });
    const right = kind === 'postgres' ? await startHub({ dist, data, env }) : left;
    const database = await openDatabase({ data, databaseUrl });
    const writer = await connectTablet(left.url, database, 'Writes');
    const reader = await connectTablet(right.url, database, 'Reads');
    await writer.write('w', ['made']);
    expect(await writer.sync()).toBe('done');
    await give(database, 'w', [''], { kind: 'nobody' });
    expect(await reader.sync()).toBe('done');
    const stop = await reader.listen();

    const took: number[] = [];
    for (let note = 0; note < NOTES; note += 1) {
      const began = performance.now();
      const [written] = await writer.write('w', [{ note }]);
      void writer.once();
      for (let here = false; !here;) {
        here = (await reader.entries('w')).some(({ id }) => id === written?.id);
        if (!here) await new Promise((go) => setTimeout(go, 2));
      }
      took.push(performance.now() - began);
    }
    took.sort((a, b) => a - b);
    // Nine of ten: on a machine that does other work, one may be kept waiting by that.
    expect(took[Math.floor(NOTES * 0.9)]).toBeLessThan(1000);
    stop();
    await database.close();
    await Promise.all([left.stop(), right.stop()]);
  },
  60_000,
);
