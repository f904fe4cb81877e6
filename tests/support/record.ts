import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startTablet, waitUntilReadyOffline } from './browser.ts';
import { rehearse } from './rehearsal.ts';
import { startHub } from './server.ts';
import { taster } from './taster.ts';
import { choose } from './turns.ts';

/**
 * node tests/support/record.ts
 * Records what today's app leaves on a tablet, for the versions to come: tests/fixtures/tablet-<shape>.json.
 * Run it on the built app before the shape of the database changes, and never again for that shape.
 */
const hub = await startHub();
const tablet = await startTablet();
const day = rehearse(tablet, hub);
await tablet.page.goto(hub.url);
await waitUntilReadyOffline(tablet.page);
await day.makeWorkshop(taster.name);
await day.start(2);
await day.nextUpTo(taster.poll.question);
await day.handRound();
await day.takeTurn({ answer: [choose(taster.poll.answers[0]?.words ?? '')] });
await day.backToLead();
await day.show();
await tablet.page.goto(hub.url);
await tablet.page.waitForTimeout(3000);
const left = await tablet.page.evaluate(async () => {
  const done = <T>(asked: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      asked.addEventListener('success', () => resolve(asked.result));
      asked.addEventListener('error', () => reject(new Error(String(asked.error))));
    });
  const db = await done(indexedDB.open('cuppa'));
  const names = [...db.objectStoreNames];
  const reading = db.transaction(names);
  const tables = names.map(async (name) => {
    const table = reading.objectStore(name);
    const indexes = [...table.indexNames].map((one) => {
      const { keyPath, unique } = table.index(one);
      return { name: one, keyPath, unique };
    });
    const rows: unknown[] = await done(table.getAll());
    return { name, keyPath: table.keyPath, autoIncrement: table.autoIncrement, indexes, rows };
  });
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('cuppa');
  const logs: string[] = [];
  for await (const [name, handle] of folder.entries()) {
    if (!name.endsWith('.log') || !(handle instanceof FileSystemFileHandle)) continue;
    const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
    logs.push(btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')));
  }
  return { version: db.version / 10, tables: await Promise.all(tables), logs };
});
const folder = join(import.meta.dirname, '../fixtures');
mkdirSync(folder, { recursive: true });
const path = join(folder, `tablet-${left.version}.json`);
writeFileSync(path, `${JSON.stringify(left, null, 1)}\n`);
process.stdout.write(`Recorded ${path}\n`);
await tablet.putAway();
await hub.stop();
