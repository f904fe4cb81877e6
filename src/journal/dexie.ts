import { Dexie } from 'dexie';
import type { Attachment } from '#workshop/attachment.ts';
import { newId, type Entry } from '#workshop/entry.ts';
import { Database, type Kept } from './database.ts';
import type { Store } from './journal.ts';
import { follow, lastHashes, newHead, stamp, type Head } from './stamp.ts';

const { minKey, maxKey } = Dexie;

/** The journal on this tablet. Every promise resolves only once its transaction is complete. */
export function dexieStore(db: Database = new Database()): Store {
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
    async write({ workshop, drafts, attachments }) {
      const tables = [db.entries, db.heads, db.about, ...(attachments.length > 0 ? [db.attachments] : [])];
      return db.transaction('rw', tables, async () => {
        const ids = drafts.map((draft) => draft.id);
        const [head, stored] = await Promise.all([
          headOf(workshop),
          db.entries.where('id').anyOf(ids).toArray(),
        ]);
        const byId = new Map(stored.map((entry) => [entry.id, bare(entry)]));
        const stamped = stamp(
          head,
          drafts.filter((draft) => !byId.has(draft.id)),
        );
        if (stamped.entries.length > 0) {
          await Promise.all([db.entries.bulkAdd(stamped.entries), db.heads.put(stamped.head)]);
        }
        if (attachments.length > 0) await db.attachments.bulkPut([...attachments]);
        for (const entry of stamped.entries) byId.set(entry.id, bare(entry));
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
