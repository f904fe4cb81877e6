import type { Attachment } from '#workshop/attachment.ts';
import type { Entry } from '#workshop/entry.ts';
import { makeChecking } from './checking.ts';
import { makeDatabaseSide } from './database-side.ts';
import type { First } from './dexie.ts';
import { isFull } from './full.ts';
import { gapsTold, tellOneCopy } from './health.ts';
import { inTime, pause } from './in-time.ts';
import type { Store } from './journal.ts';
import { recordOf, type LogRecord } from './log-record.ts';
import { makeLogSide } from './log-side.ts';
import { mark, markedEnds } from './marker.ts';
import { readMirror } from './mirror.ts';
import { Discarded, discardedKey } from './redact.ts';
import type { Second } from './second.ts';
import type { Batch } from './stamp.ts';

/** What is known of one batch, however often it is tried: it is stamped once, and both stores keep the same. */
type Work = {
  record: LogRecord | undefined;
  logged: Promise<void> | undefined;
  result: Promise<Entry[]> | undefined;
};

const isEmpty = ({ body }: Entry): boolean => body === null;

/** What was lost for good stays behind, and no start may be slow for ever because of it. */
const BEHIND_MS = 1500;

/**
 * Keeps everything in the database and in the log. What is written is in both, or in the one left after the
 * leader was told; whichever was behind gets what it missed as soon as it answers again.
 */
export function twoStores(first: First, second: Second): Store {
  const works = new WeakMap<Batch, Work>();
  let mirror: Promise<Store> | undefined;
  /** The name of the database as we know it: a wiped one gives itself another. */
  let known = '';
  let begun: Promise<void> | undefined;

  const database = makeDatabaseSide(first, databaseIsBack, tellCopies);
  const log = makeLogSide(second, database.isDown, tellCopies);
  const checking = makeChecking(first, second, {
    paused: () => database.isDown() || log.isDown(),
    failed() {
      log.append(recordOf({})).catch(() => undefined);
      database.firmly(() => first.tablet()).catch(database.fails);
    },
  });

  function tellCopies(): void {
    const oneCopy = database.isDown() || log.isDown();
    tellOneCopy(oneCopy);
    if (!oneCopy) checking.soon();
  }

  async function databaseIsBack(tablet: string): Promise<void> {
    const wiped = tablet !== known;
    known = tablet;
    if (wiped) await checking.check(true);
    mirror = undefined;
  }

  function theMirror(): Promise<Store> {
    mirror ??= checking.inTurn(() => readMirror(second, log.owed));
    mirror.catch(() => (mirror = undefined));
    return mirror;
  }

  /** Nothing is read or written before it is known whether this is a first start or a wiped database. */
  function start(): Promise<void> {
    begun ??= begin();
    return begun;
  }

  async function begin(): Promise<void> {
    try {
      const tablet = await database.firmly(() => first.about('tablet'));
      if (typeof tablet === 'string') {
        known = tablet;
        if (await isBehind(tablet)) await Promise.race([checking.check(), pause(BEHIND_MS)]);
      } else {
        // A log that cannot be read is no sign of a first start either.
        const before = markedEnds().length > 0 || (await inTime(second.any()).catch(() => true));
        known = await database.firmly(() => first.tablet());
        if (before && !(await checking.check())) await checking.check();
      }
    } catch (error) {
      database.fails(error);
    }
    checking.soon();
  }

  /** Does the marker know more of this tablet's own chains? Then the database lost its end, and the log may have it. */
  async function isBehind(tablet: string): Promise<boolean> {
    const marked = markedEnds().filter((end) => end.tablet === tablet);
    if (marked.length === 0) return false;
    const ends = await database.firmly(() => first.ends());
    return marked.some(
      ({ workshop, place }) =>
        !ends.some((end) => end.workshop === workshop && end.tablet === tablet && end.place >= place),
    );
  }

  async function read<T>(ask: (store: Store) => Promise<T>): Promise<T> {
    await start();
    if (!database.isDown()) {
      try {
        return await database.firmly(() => ask(first));
      } catch (error) {
        database.fails(error);
      }
    }
    return ask(await theMirror());
  }

  async function keepBoth(batch: Batch, work: Work): Promise<Entry[]> {
    const { attachments } = batch;
    const fix = (stamped: Entry[]): Entry[] => {
      work.record ??= recordOf({ entries: stamped, attachments: [...attachments] });
      if (work.record.entries.length > 0 || attachments.length > 0) {
        work.logged ??= log.append(work.record);
        work.logged.catch(() => undefined);
      }
      return work.record.entries;
    };
    if (!database.isDown()) {
      try {
        const kept = await database.firmly(() => first.write(batch, fix));
        await work.logged?.catch(() => undefined);
        noticeWipe(work.record?.entries ?? []);
        return kept;
      } catch (error) {
        if (error instanceof Discarded) throw error;
        database.fails(error);
      }
    }
    const store = await theMirror();
    if (work.record) await store.bring(work.record.entries, attachments);
    const kept = await store.write(batch);
    fix(kept);
    database.owe(work, recordOf({ entries: kept, attachments: [...attachments] }));
    try {
      await work.logged;
    } catch (error) {
      // In neither: tried again as a whole.
      work.logged = undefined;
      throw error;
    }
    return kept;
  }

  /** A database that was wiped under the page gives itself another name. */
  function noticeWipe(entries: readonly Entry[]): void {
    const tablet = entries.at(-1)?.tablet;
    if (tablet === undefined || tablet === known) return;
    known = tablet;
    void checking.check();
  }

  async function write(batch: Batch): Promise<Entry[]> {
    await start();
    const work = works.get(batch) ?? { record: undefined, logged: undefined, result: undefined };
    works.set(batch, work);
    work.result ??= keepBoth(batch, work).finally(() => (work.result = undefined));
    const kept = await work.result;
    mark(kept);
    return kept;
  }

  async function bring(entries: readonly Entry[], attachments: readonly Attachment[]): Promise<number> {
    await start();
    const record = recordOf({ entries: [...entries], attachments: [...attachments] });
    if (!database.isDown()) {
      try {
        const added = await database.firmly(() => first.bring(entries, attachments));
        // Words that were taken out here do not even pass through the log.
        const kept = await database.firmly(() => first.asKept(entries, attachments));
        await log.append(recordOf(kept)).catch(() => undefined);
        if (entries.some(isEmpty)) await scrub();
        mark(entries);
        // What is missing may have come.
        if (gapsTold().length > 0) checking.soon();
        return added;
      } catch (error) {
        // Somebody waits who can be told: what is too large for one store is refused by both.
        if (isFull(error)) throw error;
        database.fails(error);
      }
    }
    const added = await (await theMirror()).bring(entries, attachments);
    database.owe(record, record);
    await log.append(record);
    await scrub();
    mark(entries);
    return added;
  }

  /** What could not be rewritten now is found again by the next check. */
  async function scrub(): Promise<void> {
    await inTime(second.scrub()).catch(() => undefined);
    checking.soon();
  }

  async function discard(workshop: string): Promise<void> {
    await start();
    const about = [{ key: discardedKey(workshop), value: true, turn: checking.nextTurn(), alone: false }];
    // Remembered before anything goes: wherever this is broken off, the next check goes on with it.
    await log.append(recordOf({ about })).catch(() => undefined);
    // A check that has read the log of before must not give anything back meanwhile.
    await checking.inTurn(async () => {
      await database.firmly(() => first.discard(workshop));
      mirror = undefined;
      await scrub();
    });
  }

  return {
    write,
    bring,
    discard,
    append: async (entries) => void (await bring(entries, [])),
    async since(cursor, workshop, most) {
      const found = await read((store) => store.since(cursor, workshop, most));
      if (database.isDown() || found.epoch === known) return found;
      known = (await first.tablet().catch(() => '')) || found.epoch;
      await checking.check();
      return read((store) => store.since(0, workshop, most));
    },
    workshops: () => read((store) => store.workshops()),
    attachment: (name) => read((store) => store.attachment(name)),
    about: (key) => read((store) => store.about(key)),
    async keepAbout(key, value) {
      const alone = database.isDown();
      const record = recordOf({ about: [{ key, value, turn: checking.nextTurn(), alone }] });
      if (alone) database.owe(record, record);
      const [one, two] = await Promise.allSettled([
        read((store) => store.keepAbout(key, value)),
        log.append(record),
      ]);
      if (one.status === 'rejected' && two.status === 'rejected') throw one.reason;
    },
    tablet: () => read((store) => store.tablet()),
    count: (workshop, cursor) => read((store) => store.count(workshop, cursor)),
    snapshot: (workshop) => read((store) => store.snapshot(workshop)),
    async keepSnapshot(snapshot) {
      if (!database.isDown()) await first.keepSnapshot(snapshot);
    },
    heal: () => first.heal(),
  };
}
