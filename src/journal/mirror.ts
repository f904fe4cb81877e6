import { newId } from '#workshop/entry.ts';
import type { Store } from './journal.ts';
import type { LogRecord } from './log-record.ts';
import { memoryStore } from './memory.ts';
import type { Second } from './second.ts';

/**
 * What stands in for the database while it does not answer: all that the log holds, or is owed, in memory.
 * It has a name of its own, because a transaction that was given up on may still complete and no place may be
 * given twice.
 */
export async function readMirror(second: Second, owed: () => readonly LogRecord[]): Promise<Store> {
  const store = memoryStore(newId());
  const { about } = await second.open();
  const { entries, attachments } = await second.all();
  await second.forget();
  const late = owed();
  await store.bring(
    [...entries, ...late.flatMap((one) => one.entries)],
    [...attachments, ...late.flatMap((one) => one.attachments)],
  );
  for (const { key, value } of [...about, ...late.flatMap((one) => one.about)])
    await store.keepAbout(key, value);
  return store;
}
