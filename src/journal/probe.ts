import { newId } from '#workshop/entry.ts';
import { Database } from './database.ts';
import { decodeRecords } from './log-file.ts';
import { inTime } from './in-time.ts';
import { keepAbout } from './tablet.ts';

const PROBE = 'probe';

/**
 * Writes one small value, as everything is written, and reads it back from each store by itself.
 * It belongs to no workshop, and each probe takes the place of the one before.
 */
export async function probeStores(): Promise<{ database: boolean; log: boolean }> {
  const value = newId();
  await keepAbout(PROBE, value).catch(() => undefined);
  const [database, log] = await Promise.allSettled([inTime(inDatabase(value)), inTime(inLog(value))]);
  return {
    database: database.status === 'fulfilled' && database.value,
    log: log.status === 'fulfilled' && log.value,
  };
}

/** A connection of its own, so that nothing which is only in memory is read. */
async function inDatabase(value: string): Promise<boolean> {
  const db = new Database();
  try {
    return (await db.about.get(PROBE))?.value === value;
  } finally {
    db.close();
  }
}

/** The bytes of the logs, and a record only counts if its checksum holds. */
async function inLog(value: string): Promise<boolean> {
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('cuppa');
  for await (const [name, handle] of folder.entries()) {
    if (!name.endsWith('.log') || !(handle instanceof FileSystemFileHandle)) continue;
    const file = await handle.getFile().catch(() => undefined);
    const bytes = file && new Uint8Array(await file.arrayBuffer());
    if (bytes && decodeRecords(bytes).texts.some((text) => text.includes(value))) return true;
  }
  return false;
}
