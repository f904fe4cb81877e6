import type { Attachment } from '#workshop/attachment.ts';
import { newId, type Entry } from '#workshop/entry.ts';
import type { Snapshot, Store } from './journal.ts';
import { follow, lastHashes, newHead, stamp, type Head } from './stamp.ts';

/** A journal that lasts as long as the page: for tests and rehearsals, and the plainest reading of the contract. */
export function memoryStore(tablet: string = newId()): Store {
  const kept: Entry[] = [];
  const byId = new Map<string, Entry>();
  const heads = new Map<string, Head>();
  const attached = new Map<string, Attachment>();
  const about = new Map<string, unknown>();
  const snapshots = new Map<string, Snapshot>();

  const headOf = (workshop: string): Head => heads.get(workshop) ?? newHead(workshop, tablet);
  const add = (entries: readonly Entry[]): Entry[] =>
    entries.filter((entry) => {
      if (byId.has(entry.id)) return false;
      byId.set(entry.id, entry);
      kept.push(entry);
      return true;
    });
  const attach = (attachments: readonly Attachment[]): void =>
    attachments.forEach((one) => attached.set(one.name, one));

  const store: Store = {
    async write({ workshop, drafts, attachments }) {
      const fresh = drafts.filter((draft) => !byId.has(draft.id));
      const stamped = stamp(headOf(workshop), fresh);
      heads.set(workshop, stamped.head);
      add(stamped.entries);
      attach(attachments);
      return drafts.flatMap((draft) => byId.get(draft.id) ?? []);
    },
    async bring(entries, attachments) {
      const hashes = await lastHashes(entries);
      const added = add(entries);
      for (const [workshop, some] of Map.groupBy(entries, (entry) => entry.workshop)) {
        heads.set(workshop, follow(headOf(workshop), some, hashes));
      }
      attach(attachments);
      return added.length;
    },
    async append(entries) {
      await store.bring(entries, []);
    },
    async since(cursor, workshop) {
      const after = kept.slice(cursor);
      const entries = workshop === undefined ? after : after.filter((entry) => entry.workshop === workshop);
      return { entries, cursor: kept.length, epoch: tablet };
    },
    async workshops() {
      return [...new Set(kept.map((entry) => entry.workshop))].reverse();
    },
    attachment: async (name) => attached.get(name),
    about: async (key) => about.get(key),
    async keepAbout(key, value) {
      about.set(key, structuredClone(value));
    },
    tablet: async () => tablet,
    count: async (workshop, cursor) =>
      kept.slice(0, cursor).filter((entry) => entry.workshop === workshop).length,
    snapshot: async (workshop) => snapshots.get(workshop),
    async keepSnapshot(snapshot) {
      snapshots.set(snapshot.workshop, snapshot);
    },
    async heal() {},
  };
  return store;
}
