import type { Attachment } from '#workshop/attachment.ts';
import { newId, type Entry } from '#workshop/entry.ts';
import type { Snapshot, Store } from './journal.ts';
import { Discarded, discardedKey, isAboutWorkshop, namesIn, stillNamed, withoutWords } from './redact.ts';
import { follow, lastHashes, newHead, stamp, type Head } from './stamp.ts';

/** A journal that lasts as long as the page: for tests and rehearsals, and the plainest reading of the contract. */
export function memoryStore(tablet: string = newId()): Store {
  /** In the order of keeping; a place is empty once its entry was redacted (it stands at the end then) or discarded. */
  const kept: (Entry | undefined)[] = [];
  const byId = new Map<string, Entry>();
  const heads = new Map<string, Head>();
  const attached = new Map<string, Attachment>();
  const about = new Map<string, unknown>();
  const snapshots = new Map<string, Snapshot>();

  const headOf = (workshop: string): Head => heads.get(workshop) ?? newHead(workshop, tablet);
  const present = (entries: readonly (Entry | undefined)[]): Entry[] =>
    entries.filter((entry) => entry !== undefined);
  const isDiscarded = (workshop: string): boolean => about.has(discardedKey(workshop));
  const put = (entry: Entry): void => {
    byId.set(entry.id, entry);
    kept.push(entry);
  };
  const take = (entry: Entry): void => {
    kept[kept.indexOf(entry)] = undefined;
    byId.delete(entry.id);
  };
  const add = (entries: readonly Entry[]): Entry[] =>
    entries.filter((entry) => {
      const known = byId.get(entry.id);
      if (!known) put(entry);
      else if (entry.body === null && known.body !== null) redact(known);
      return !known;
    });
  const attach = (attachments: readonly Attachment[]): void =>
    attachments.forEach((one) => attached.set(one.name, one));

  /** What was attached to `gone` goes too, unless something that is still here names it. */
  function detach(gone: readonly Entry[]): void {
    const names = new Set(gone.flatMap(({ body }) => namesIn(body)));
    for (const { body } of byId.values()) for (const name of namesIn(body)) names.delete(name);
    for (const name of names) attached.delete(name);
  }

  function redact(known: Entry): void {
    take(known);
    put(withoutWords(known));
    snapshots.delete(known.workshop);
    detach([known]);
  }

  const store: Store = {
    async write({ workshop, drafts, attachments }) {
      if (isDiscarded(workshop)) throw new Discarded();
      const fresh = drafts.filter((draft) => !byId.has(draft.id));
      const stamped = stamp(headOf(workshop), fresh);
      heads.set(workshop, stamped.head);
      add(stamped.entries);
      attach(attachments);
      return drafts.flatMap((draft) => byId.get(draft.id) ?? []);
    },
    async bring(entries, attachments) {
      const hashes = await lastHashes(entries);
      const welcome = entries.filter(({ workshop }) => !isDiscarded(workshop));
      const added = add(welcome);
      for (const [workshop, some] of Map.groupBy(welcome, (entry) => entry.workshop)) {
        heads.set(workshop, follow(headOf(workshop), some, hashes));
      }
      const standing = welcome.flatMap(({ id }) => byId.get(id) ?? []);
      attach(stillNamed(attachments, entries, standing));
      return added.length;
    },
    async append(entries) {
      await store.bring(entries, []);
    },
    async since(cursor, workshop, most = Infinity) {
      if (workshop !== undefined && isDiscarded(workshop)) return { entries: [], cursor: 0, epoch: tablet };
      const entries: Entry[] = [];
      let at = cursor;
      for (; at < kept.length && entries.length < most; at += 1) {
        const entry = kept[at];
        if (entry && (workshop === undefined || entry.workshop === workshop)) entries.push(entry);
      }
      return { entries, cursor: at, epoch: tablet };
    },
    async workshops() {
      return [...new Set(present(kept).map((entry) => entry.workshop))].reverse();
    },
    attachment: async (name) => attached.get(name),
    about: async (key) => about.get(key),
    async keepAbout(key, value) {
      about.set(key, structuredClone(value));
    },
    tablet: async () => tablet,
    count: async (workshop, cursor) =>
      present(kept.slice(0, cursor)).filter((entry) => entry.workshop === workshop).length,
    snapshot: async (workshop) => snapshots.get(workshop),
    async keepSnapshot(snapshot) {
      const { workshop, cursor } = snapshot;
      const since = present(kept.slice(cursor)).filter((entry) => entry.workshop === workshop);
      // It may hold words that were redacted after it was taken.
      if (isDiscarded(workshop) || since.some(({ body }) => body === null)) return;
      snapshots.set(workshop, snapshot);
    },
    async discard(workshop) {
      const gone = [...byId.values()].filter((entry) => entry.workshop === workshop);
      gone.forEach(take);
      detach(gone);
      heads.delete(workshop);
      snapshots.delete(workshop);
      for (const [key, value] of about) if (isAboutWorkshop(key, value, workshop)) about.delete(key);
      about.set(discardedKey(workshop), true);
    },
    async heal() {},
  };
  return store;
}
