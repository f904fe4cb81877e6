import { Dexie, type Table } from 'dexie';
import type { Attachment } from '#workshop/attachment.ts';
import type { Entry } from '#workshop/entry.ts';
import type { Snapshot } from './journal.ts';
import type { Head } from './stamp.ts';

/** An entry with its number in the order of keeping, which is the cursor of `since`. */
export type Kept = Entry & { kept: number };
export type AboutRow = { key: string; value: unknown };

/**
 * Every shape that the database ever had, oldest first. A number is never used twice and a shape that was
 * shipped is never altered: tablets in a cupboard come back a year later.
 */
const migrations = [
  {
    version: 1,
    name: 'entries with heads, attachments, snapshots and what is about this tablet',
    stores: {
      entries: '++kept, &id, [workshop+kept]',
      heads: '[workshop+tablet]',
      about: 'key',
      attachments: 'name',
      snapshots: 'workshop',
    },
  },
];

/** The tables of this tablet. */
export class Database extends Dexie {
  declare readonly entries: Table<Kept, number, Entry>;
  declare readonly heads: Table<Head, [string, string]>;
  declare readonly about: Table<AboutRow, string>;
  declare readonly attachments: Table<Attachment, string>;
  declare readonly snapshots: Table<Snapshot, string>;

  constructor() {
    // Chromium's default answers before the bytes are on the disk, and lost whole databases when killed.
    super('cuppa', { chromeTransactionDurability: 'strict' });
    for (const { version, stores } of migrations) this.version(version).stores(stores);
  }
}

/** The envelope alone, without the number that the database gave it. */
export function bare({
  id,
  workshop,
  activity,
  tablet,
  place,
  counter,
  from,
  previous,
  salt,
  body,
}: Entry | Kept): Entry {
  return { id, workshop, activity, tablet, place, counter, from, previous, salt, body };
}
