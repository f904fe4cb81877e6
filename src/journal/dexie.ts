import { Dexie } from 'dexie';
import type { Attachment } from '#workshop/attachment.ts';
import { newId, type Entry } from '#workshop/entry.ts';
import { bare, Database } from './database.ts';
import type { Store } from './journal.ts';
import type { End } from './log-record.ts';
import { discardIn, isWelcome, redactIn, refusesDiscarded, WASH_DUE } from './dexie-redact.ts';
import { discardedBy, discardedKey, namesIn, stillNamed } from './redact.ts';
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
  /** Those of the names that an entry names. */
  named(names: readonly string[]): Promise<string[]>;
  /** What was brought as it stands here now: without words that were redacted, or a workshop that was discarded. */
  asKept(
    entries: readonly Entry[],
    attachments: readonly Attachment[],
  ): Promise<{ entries: Entry[]; attachments: Attachment[] }>;
  /** Every workshop that was discarded here. */
  discarded(): Promise<string[]>;
  /** Writes over what the disk still holds of words that were taken out, if there are any. */
  wash(): Promise<void>;
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
    const tables = [db.entries, db.heads, db.about, db.attachments, db.snapshots];
    return db.transaction('rw', tables, async () => {
      const welcome = await isWelcome(db, once);
      await redactIn(db, welcome);
      const added = await addNew(db, welcome.map(bare));
      for (const [workshop, some] of Map.groupBy(welcome, (entry) => entry.workshop)) {
        await db.heads.put(follow(await headOf(workshop), some, hashes));
      }
      if (attachments.length > 0) {
        const ids = welcome.map(({ id }) => id);
        const standing = await db.entries.where('id').anyOf(ids).toArray();
        await db.attachments.bulkPut(stillNamed(attachments, once, standing));
      }
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
          refusesDiscarded(db, workshop),
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
    async since(cursor, workshop, most) {
      const found =
        workshop === undefined
          ? db.entries.where('kept').above(cursor)
          : db.entries.where('[workshop+kept]').between([workshop, cursor], [workshop, maxKey], false, true);
      const [rows, mine, gone] = await db.transaction('r', [db.entries, db.about], () =>
        Promise.all([
          (most === undefined ? found : found.limit(most)).toArray(),
          db.about.get('tablet'),
          workshop === undefined ? undefined : db.about.get(discardedKey(workshop)),
        ]),
      );
      const epoch = typeof mine?.value === 'string' ? mine.value : '';
      if (gone) return { entries: [], cursor: 0, epoch };
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
      const { workshop, cursor } = snapshot;
      await db.transaction('rw', db.entries, db.about, db.snapshots, async () => {
        const since = await db.entries
          .where('[workshop+kept]')
          .between([workshop, cursor], [workshop, maxKey], false, true)
          .toArray();
        const gone = await db.about.get(discardedKey(workshop));
        // It may hold words that were redacted after it was taken.
        if (!gone && since.every(({ body }) => body !== null)) await db.snapshots.put(snapshot);
      });
    },
    async named(names) {
      const found = new Set<string>();
      const wanted = new Set(names);
      if (wanted.size === 0) return [];
      await db.entries.each(({ body }) => {
        for (const name of namesIn(body)) if (wanted.has(name)) found.add(name);
      });
      return [...found];
    },
    asKept: (entries, attachments) =>
      db.transaction('r', db.entries, db.attachments, async () => {
        const ids = [...new Set(entries.map(({ id }) => id))];
        const rows = await db.entries.where('id').anyOf(ids).toArray();
        const names = attachments.map(({ name }) => name);
        const here = new Set(await db.attachments.where('name').anyOf(names).primaryKeys());
        return { entries: rows.map(bare), attachments: attachments.filter(({ name }) => here.has(name)) };
      }),
    discard: (workshop) => discardIn(db, workshop),
    async wash() {
      const due = await db.about.get(WASH_DUE);
      if (!due) return;
      const { washIn } = await import('./dexie-wash.ts');
      await washIn(db, due.value);
    },
    async discarded() {
      const keys = await db.about.toCollection().primaryKeys();
      return keys.flatMap((key) => discardedBy(key) ?? []);
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
