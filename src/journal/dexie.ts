import { Dexie } from 'dexie';
import type { Attachment } from '#workshop/attachment.ts';
import { newId, type Entry } from '#workshop/entry.ts';
import { Database, type Kept } from './database.ts';
import type { Store } from './journal.ts';
import type { End } from './log-record.ts';
import { follow, lastHashes, newHead, stamp, type Batch, type Head } from './stamp.ts';

const { minKey, maxKey } = Dexie;

/** What the database can besides, so that another store can be compared with it. */
export type First = Omit<Store, 'write'> & {
  /** As every store does it. `fix` sees what was stamped before it is kept, and may give what was stamped earlier. */
  write(batch: Batch, fix?: (stamped: Entry[]) => Entry[]): Promise<Entry[]>;
  /** Some entries after the cursor, in the order of keeping. */
  scan(cursor: number, most: number): Promise<{ entries: Entry[]; cursor: number }>;
  /** Puts entries that were damaged back as they were made. */
  mend(entries: readonly Entry[]): Promise<void>;
  attachmentNames(): Promise<string[]>;
  /** How far this tablet's chains went. */
  ends(): Promise<End[]>;
};

/** The journal on this tablet. Every promise resolves only once its transaction is complete. */
export function dexieStore(db: Database = new Database()): First {
  // Read in each transaction, not remembered: if the database was wiped, this is another tablet from then on.
  async function tablet(): Promise<string> {
    const row = await db.about.get('tablet');
    if (typeof row?.value === 'string') return row.value;
    const value = newId();
    await db.about.put({ key: 'tablet', value });
    return value;
  }

  const headOf = async (workshop: string): Promise<Head> => {
    const id = await tablet();
    return (await db.heads.get([workshop, id])) ?? newHead(workshop, id);
  };

  async function bring(entries: readonly Entry[], attachments: readonly Attachment[]): Promise<number> {
    const once = [...new Map(entries.map((entry) => [entry.id, entry])).values()];
    // Hashes first: waiting for anything but the database would end the transaction.
    const hashes = await lastHashes(once);
    const tables = [db.entries, db.heads, db.about, db.attachments];
    return db.transaction('rw', tables, async () => {
      const added = await addNew(db, once);
      for (const [workshop, some] of Map.groupBy(once, (entry) => entry.workshop)) {
        await db.heads.put(follow(await headOf(workshop), some, hashes));
      }
      await db.attachments.bulkPut([...attachments]);
      return added;
    });
  }

  return {
    bring,
    async write(
      { workshop, drafts, attachments }: Batch,
      fix: (stamped: Entry[]) => Entry[] = (stamped) => stamped,
    ) {
      const tables = [db.entries, db.heads, db.about, ...(attachments.length > 0 ? [db.attachments] : [])];
      return db.transaction('rw', tables, async () => {
        const ids = drafts.map((draft) => draft.id);
        const [head, stored] = await Promise.all([
          headOf(workshop),
          db.entries.where('id').anyOf(ids).toArray(),
        ]);
        const byId = new Map(stored.map((entry) => [entry.id, bare(entry)]));
        const fresh = drafts.filter((draft) => !byId.has(draft.id));
        // Whatever `fix` begins must not take itself for a part of this transaction.
        const fixed = Dexie.ignoreTransaction(() => fix(stamp(head, fresh).entries));
        const adding = fixed.filter((entry) => !byId.has(entry.id));
        if (adding.length > 0) {
          const hashes = new Map(drafts.map((draft) => [draft.id, draft.hash]));
          // Copies, because Dexie writes the key into what it is given.
          const rows = adding.map(bare);
          await Promise.all([db.entries.bulkAdd(rows), db.heads.put(follow(head, adding, hashes))]);
        }
        if (attachments.length > 0) await db.attachments.bulkPut([...attachments]);
        for (const entry of adding) byId.set(entry.id, bare(entry));
        return ids.flatMap((id) => byId.get(id) ?? []);
      });
    },
    async append(entries) {
      await bring(entries, []);
    },
    async since(cursor, workshop) {
      const found =
        workshop === undefined
          ? db.entries.where('kept').above(cursor)
          : db.entries.where('[workshop+kept]').between([workshop, cursor], [workshop, maxKey], false, true);
      const [rows, mine] = await db.transaction('r', [db.entries, db.about], () =>
        Promise.all([found.toArray(), db.about.get('tablet')]),
      );
      const epoch = typeof mine?.value === 'string' ? mine.value : '';
      return { entries: rows.map(bare), cursor: rows.at(-1)?.kept ?? cursor, epoch };
    },
    async workshops() {
      const keys = await db.heads.toCollection().primaryKeys();
      const ids = [...new Set(keys.map(([workshop]) => workshop))];
      const first = (id: string) =>
        db.entries.where('[workshop+kept]').between([id, minKey], [id, maxKey]).first();
      const firsts = await Promise.all(ids.map(first));
      return firsts
        .filter((entry) => entry !== undefined)
        .sort((a, b) => b.kept - a.kept)
        .map((entry) => entry.workshop);
    },
    attachment: (name) => db.attachments.get(name),
    about: async (key) => (await db.about.get(key))?.value,
    async keepAbout(key, value) {
      await db.about.put({ key, value });
    },
    tablet: () => db.transaction('rw', db.about, tablet),
    count: async (workshop, cursor) =>
      db.entries.where('[workshop+kept]').between([workshop, minKey], [workshop, cursor], true, true).count(),
    snapshot: (workshop) => db.snapshots.get(workshop),
    async keepSnapshot(snapshot) {
      await db.snapshots.put(snapshot);
    },
    async scan(cursor, most) {
      const rows = await db.entries.where('kept').above(cursor).limit(most).toArray();
      return { entries: rows.map(bare), cursor: rows.at(-1)?.kept ?? cursor };
    },
    async mend(entries) {
      await db.transaction('rw', db.entries, async () => {
        for (const entry of entries) {
          const { id, ...rest } = entry;
          await db.entries.where('id').equals(id).modify(rest);
        }
      });
    },
    attachmentNames: () => db.attachments.toCollection().primaryKeys(),
    async ends() {
      const heads = await db.heads.toArray();
      return heads.map(({ workshop, tablet: id, place }) => ({ workshop, tablet: id, place }));
    },
    async heal() {
      db.close({ disableAutoOpen: false });
    },
  };
}

/** Adds those whose id is not kept yet; tells how many. */
async function addNew(db: Database, entries: readonly Entry[]): Promise<number> {
  try {
    await db.entries.bulkAdd([...entries]);
    return entries.length;
  } catch (error) {
    if (!(error instanceof Dexie.BulkError)) throw error;
    const other = error.failures.find((failure) => failure.name !== 'ConstraintError');
    if (other) throw other;
    return entries.length - error.failures.length;
  }
}

function bare({
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
