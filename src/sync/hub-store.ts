import type { Store } from '#journal/journal.ts';
import { memoryStore } from '#journal/memory.ts';
import { tellNews } from '#journal/news.ts';
import { makeQueue } from '#journal/queue.ts';
import { Discarded } from '#journal/redact.ts';
import { follow, lastHashes, newHead, stamp, type Batch, type Head } from '#journal/stamp.ts';
import { handIn, MOST_ENTRIES, readEntries, shareWorkshop } from '#wire/entries.ts';
import { newId, type Entry } from '#workshop/entry.ts';
import { inBatches, isCovered } from './hub/hand-in.ts';
import type { HubFiles } from './hub/means.ts';
import { Refusal } from '#wire/refusal.ts';
import { type AskHub } from './office/ask.ts';
import type { FollowNews } from './office/news.ts';
import { insistOn, isWorthTrying } from './office/insist.ts';

type Means = { ask: AskHub; news: FollowNews; files: HubFiles };

/** How far a workshop was read, and the queue in which that goes on. */
type Known = { cursor: number; inLine: ReturnType<typeof makeQueue> };

/**
 * The hub as a store for the pages of the office. What is read stays in the memory of this page and nowhere else;
 * what is written counts as kept once the hub has given its receipt.
 */
export function hubStore({ ask, news, files }: Means): Store {
  // A name for this page alone: whoever loads it again is another writer.
  const tablet = newId();
  const memory = memoryStore(tablet);
  const heads = new Map<string, Head>();
  const known = new Map<string, Known>();
  const stamped = new WeakMap<Batch, Promise<Entry[]>>();
  const mine: Entry[] = [];
  let epoch = '';

  function knownOf(workshop: string): Known {
    const one = known.get(workshop) ?? { cursor: -1, inLine: makeQueue() };
    known.set(workshop, one);
    return one;
  }

  /** Reads what is new of a workshop, page by page; tells whether there was anything. */
  async function catchUp(workshop: string): Promise<boolean> {
    const one = knownOf(workshop);
    let any = false;
    for (let more = true; more;) {
      const page = await ask(readEntries, {
        params: { workshop },
        query: { after: String(Math.max(0, one.cursor)), most: String(MOST_ENTRIES) },
      });
      if (await isAnotherHub(page.epoch)) continue;
      await take(workshop, page.entries);
      any ||= page.entries.length > 0;
      one.cursor = page.cursor;
      more = page.more;
    }
    return any;
  }

  async function take(workshop: string, entries: readonly Entry[]): Promise<void> {
    const hashes = await lastHashes(entries);
    heads.set(workshop, follow(headOf(workshop), entries, hashes));
    await memory.bring(entries, []);
  }

  /** After a restore the hub counts anew, and may lack what this page had written: it is handed in again. */
  async function isAnotherHub(now: string): Promise<boolean> {
    const other = epoch !== '' && epoch !== now;
    epoch = now;
    if (!other) return false;
    for (const one of known.values()) one.cursor = Math.min(one.cursor, 0);
    await send(mine);
    [...known.keys()].forEach(refresh);
    return true;
  }

  const headOf = (workshop: string): Head => heads.get(workshop) ?? newHead(workshop, tablet);

  function opened(workshop: string): Promise<void> {
    hearNews();
    const one = knownOf(workshop);
    return one.inLine(async () => {
      if (one.cursor < 0) await catchUp(workshop).catch(whereNothingIs);
    });
  }

  /** There was news and nothing to read: then the office has removed the workshop, or only its tablets changed. */
  async function isGone(workshop: string): Promise<boolean> {
    const { entries } = await ask(readEntries, { params: { workshop }, query: { after: '0', most: '1' } });
    if (entries.length > 0 || (await memory.since(0, workshop)).entries.length === 0) return false;
    await memory.discard(workshop);
    return true;
  }

  function refresh(workshop: string): void {
    const one = known.get(workshop);
    if (!one || one.cursor < 0) return;
    one
      .inLine(async () => (await catchUp(workshop)) || isGone(workshop))
      .then((any) => any && tellNews(workshop))
      // The next piece of news, or the next connection, looks again.
      .catch(() => undefined);
  }

  // Not before something is read: whoever is not signed in yet is told no news.
  let following = false;
  function hearNews(): void {
    if (following) return;
    following = true;
    news({
      news({ workshop, cursor }) {
        if (cursor > (known.get(workshop)?.cursor ?? cursor)) refresh(workshop);
      },
      again: () => [...known.keys()].forEach(refresh),
    });
  }

  /** Hands entries in; resolves only if each receipt says that the hub has just these. */
  async function send(entries: readonly Entry[]): Promise<void> {
    for (const some of inBatches(entries)) {
      const { epoch: now, receipts } = await ask(handIn, { body: { entries: some } });
      if (receipts.some(({ discarded }) => discarded)) throw new Discarded();
      if (!(await isCovered(some, receipts))) throw new Refusal(0, 'digest', sentences.differs);
      await isAnotherHub(now);
    }
  }

  /** Stamped once, however often it is tried. */
  async function stampOf({ workshop, drafts }: Batch): Promise<Entry[]> {
    const here = new Set((await memory.since(0, workshop)).entries.map(({ id }) => id));
    const made = stamp(
      headOf(workshop),
      drafts.filter(({ id }) => !here.has(id)),
    );
    heads.set(workshop, made.head);
    return made.entries;
  }

  /** What the hub will never keep leaves no hole in the chain of this page. */
  function takeBack([first]: readonly Entry[], error: unknown): never {
    if (first && !isWorthTrying(error)) {
      const { workshop, place, previous } = first;
      heads.set(workshop, { ...headOf(workshop), place: place - 1, hash: previous });
    }
    throw error;
  }

  async function write(batch: Batch): Promise<Entry[]> {
    const { workshop, attachments } = batch;
    await opened(workshop);
    const work = stamped.get(batch) ?? stampOf(batch);
    stamped.set(batch, work);
    const entries = await work;
    for (const one of attachments) await files.send(one, workshop);
    if (entries.length > 0) await send(entries).catch((error: unknown) => takeBack(entries, error));
    // What is begun here is for the tablets: nobody has to think of it before they leave. Which ones can be chosen.
    if (entries[0]?.counter === 1)
      await ask(shareWorkshop, { params: { workshop }, body: { all: true, tablets: [] } });
    mine.push(...entries);
    await memory.bring(entries, attachments);
    const ids = new Set(batch.drafts.map(({ id }) => id));
    return (await memory.since(0, workshop)).entries.filter(({ id }) => ids.has(id));
  }

  const store: Store = {
    ...memory,
    write: (batch) => insistOn(() => write(batch)),
    async bring(entries, attachments) {
      const of = Map.groupBy(entries, (entry) => entry.workshop);
      for (const workshop of of.keys()) await opened(workshop);
      for (const one of attachments) await files.send(one, entries[0]?.workshop ?? '');
      await send(entries);
      for (const [workshop, some] of of)
        heads.set(workshop, follow(headOf(workshop), some, await lastHashes(some)));
      return memory.bring(entries, attachments);
    },
    append: async (entries) => void (await store.bring(entries, [])),
    async since(cursor, workshop) {
      if (workshop !== undefined) await insistOn(() => opened(workshop));
      return memory.since(cursor, workshop);
    },
    async attachment(name) {
      const here = await memory.attachment(name);
      if (here) return here;
      // What is not there, or not yet, does not keep its words from standing there.
      const found = await files.read(name).catch(() => undefined);
      if (found) await memory.bring([], [found]);
      return found;
    },
    // Nothing of a workshop is put aside on this computer: it is replayed each time that a page is loaded.
    snapshot: async () => undefined,
    keepSnapshot: async () => undefined,
  };
  return store;
}

const sentences = { differs: 'What the office hub has is not what was sent. Please load this page again.' };

/** A workshop that the hub does not know has no entries. */
function whereNothingIs(error: unknown): void {
  if (!(error instanceof Refusal) || error.status !== 404) throw error;
}
