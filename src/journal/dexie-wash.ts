import { Dexie } from 'dexie';
import type { Database } from './database.ts';
import { WASH_DUE } from './dexie-redact.ts';

const WASH = 'cuppa-wash';
const WASH_ROUNDS = 12;
const WASH_VALUES = 50;
const WASH_BYTES = 20_000;

/** Numbers in the order of keeping that are never reached. */
const NOBODYS = 2 ** 40;
const WASH_READS = 4000;
const LOOK_AGAIN = 'look-again';
const keys = Array.from({ length: WASH_VALUES }, (_, n) => n);
let washedHere = false;

/**
 * One of Chromium's two back ends keeps what was overwritten in its log of writes, and then in sorted files, until
 * these are merged. It merges files once they lie in the way of many reads. So first megabytes are written into a
 * database that is made for that: its name sorts before everything and its values after, so that the new files lie
 * over all the older ones; then much is read that is not there. At the next start the words are gone from the disk.
 * That was tried and is no promise of any browser.
 */
export async function washIn(db: Database, due: unknown): Promise<void> {
  // What was written is merged in its own time; reading again at another start asks for what is left.
  if (due === LOOK_AGAIN) {
    if (washedHere) return;
    await readMuch(db);
    await db.about.delete(WASH_DUE);
    return;
  }
  await Dexie.delete(WASH);
  const washing = new Dexie(WASH);
  washing.version(1).stores({ values: '' });
  const values = washing.table<Uint8Array, number>('values');
  try {
    for (let round = 0; round < WASH_ROUNDS; round += 1) {
      // What is random cannot be made small.
      const random = keys.map(() => crypto.getRandomValues(new Uint8Array(WASH_BYTES)));
      await values.bulkPut(random, keys);
    }
    await readMuch(db);
  } finally {
    await washing.delete();
  }
  washedHere = true;
  await db.about.put({ key: WASH_DUE, value: LOOK_AGAIN });
}

async function readMuch(db: Database): Promise<void> {
  for (let read = 0; read < WASH_READS; read += WASH_VALUES)
    await db.entries.bulkGet(keys.map((key) => NOBODYS + read + key));
}
