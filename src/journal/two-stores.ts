import type { Attachment } from '#workshop/attachment.ts';
import { newId, type Entry } from '#workshop/entry.ts';
import { compareStores } from './check.ts';
import type { First } from './dexie.ts';
import { READ, tellChecked, tellOneCopy } from './health.ts';
import { inTime, NoAnswer, oneCopySentence, pause } from './in-time.ts';
import type { Store } from './journal.ts';
import { sayProblem } from './keeping.ts';
import { recordOf } from './log-record.ts';
import { makeLogSide } from './log-side.ts';
import { mark, markedEnds } from './marker.ts';
import { memoryStore } from './memory.ts';
import { tellNews } from './news.ts';
import { isFull } from './patience.ts';
import { makeQueue } from './queue.ts';
import type { Second } from './second.ts';
import type { Batch } from './stamp.ts';

/** What is known of one batch, however often it is tried: it is stamped once, and both stores keep the same. */
type Work = {
  entries: Entry[] | undefined;
  logged: Promise<void> | undefined;
  result: Promise<Entry[]> | undefined;
};

/** A check must not take the disk from whoever is opening a workshop. */
const CHECK_AFTER_MS = 400;

/**
 * Keeps everything in the database and in the log. What is written is in both, or in the one left after the
 * leader was told; whichever was behind gets what it missed as soon as it answers again.
 */
export function twoStores(first: First, second: Second): Store {
  const works = new WeakMap<Batch, Work>();
  const inTurn = makeQueue();
  const saying = {};
  /** While the database does not answer: what the log holds, and what came since. */
  let mirror: Promise<Store> | undefined;
  let firstDown = false;
  let owedFirst: { entries: readonly Entry[]; attachments: readonly Attachment[] }[] = [];
  let known = '';
  let turn = 0;
  let begun: Promise<void> | undefined;

  /** The database for a check: it must not wait for ever either. */
  const firm: First = {
    ...first,
    scan: (cursor, most) => inTime(first.scan(cursor, most)),
    bring: (entries, attachments) => inTime(first.bring(entries, attachments)),
    mend: (entries) => inTime(first.mend(entries)),
    about: (key) => inTime(first.about(key)),
    ends: () => inTime(first.ends()),
    attachmentNames: () => inTime(first.attachmentNames()),
    attachment: (name) => inTime(first.attachment(name)),
  };

  const log = makeLogSide(second, () => firstDown, tellCopies);

  function tellCopies(): void {
    tellOneCopy(firstDown || log.isDown());
  }

  // The database.

  async function firmly<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await inTime(work());
    } catch (error) {
      await first.heal().catch(() => undefined);
      // No answer is not asked for again while somebody waits; an error may have been of the old connection.
      if (error instanceof NoAnswer || isFull(error)) throw error;
      return inTime(work());
    }
  }

  function firstFails(error: unknown): void {
    sayProblem(saying, oneCopySentence(error, 'database'));
    if (firstDown) return;
    firstDown = true;
    tellCopies();
    void mendFirst(500);
  }

  async function mendFirst(after: number): Promise<void> {
    await pause(after);
    try {
      await first.heal().catch(() => undefined);
      const tablet = await inTime(first.tablet());
      while (owedFirst.length > 0) {
        const owed = owedFirst;
        await inTime(
          first.bring(
            owed.flatMap((one) => one.entries),
            owed.flatMap((one) => one.attachments),
          ),
        );
        owedFirst = owedFirst.slice(owed.length);
      }
      const wiped = tablet !== known;
      known = tablet;
      if (wiped) await check(true);
      firstDown = false;
      mirror = undefined;
      sayProblem(saying, '');
      tellCopies();
      if (!wiped) checkSoon();
    } catch (error) {
      sayProblem(saying, oneCopySentence(error, 'database'));
      void mendFirst(Math.min(after * 2, 20_000));
    }
  }

  function theMirror(): Promise<Store> {
    mirror ??= inTurn(async () => {
      const store = memoryStore(newId());
      const summary = await inTime(second.open());
      const { entries, attachments } = await inTime(second.all());
      await second.forget();
      const owed = log.owed();
      await store.bring(
        [...entries, ...owed.flatMap((one) => one.entries)],
        [...attachments, ...owed.flatMap((one) => one.attachments)],
      );
      for (const { key, value } of [...summary.about, ...owed.flatMap((one) => one.about)])
        await store.keepAbout(key, value);
      return store;
    });
    mirror.catch(() => (mirror = undefined));
    return mirror;
  }

  async function read<T>(ask: (store: Store) => Promise<T>): Promise<T> {
    await start();
    if (!firstDown) {
      try {
        return await firmly(() => ask(first));
      } catch (error) {
        firstFails(error);
      }
    }
    return ask(await theMirror());
  }

  // Both.

  function start(): Promise<void> {
    begun ??= begin();
    return begun;
  }

  /** Nothing is read or written before it is known whether this is a first start or a wiped database. */
  async function begin(): Promise<void> {
    try {
      const tablet = await firmly(() => first.about('tablet'));
      if (typeof tablet === 'string') known = tablet;
      else {
        const before = markedEnds().length > 0 || (await inTime(second.any()).catch(() => false));
        known = await firmly(() => first.tablet());
        if (before) await check();
      }
    } catch (error) {
      firstFails(error);
    }
    checkSoon();
  }

  function checkSoon(): void {
    setTimeout(() => void check(), CHECK_AFTER_MS);
  }

  /** Rebuilds either store from the other, and tells what neither has. */
  function check(evenDown = false): Promise<void> {
    return inTurn(async () => {
      if (firstDown && !evenDown) return;
      try {
        let found = await compareStores(firm, second, markedEnds());
        // Another tab may have been in the middle of writing.
        if (found.gaps.length > 0) found = { ...(await again()), rebuilt: found.rebuilt };
        turn = Math.max(turn, found.turn);
        tellChecked({ ...found, read: await firm.about(READ) });
        for (const workshop of found.changed) tellNews(workshop);
      } catch (error) {
        if (!firstDown && !log.isDown()) await second.append(recordOf({})).catch(log.fails);
        console.warn('The two stores could not be compared.', error);
      }
    });
  }

  async function again() {
    await pause(300);
    return compareStores(firm, second, markedEnds());
  }

  async function keepBoth(batch: Batch, work: Work): Promise<Entry[]> {
    const { attachments } = batch;
    const fix = (stamped: Entry[]): Entry[] => {
      work.entries ??= stamped;
      if (work.entries.length > 0 || attachments.length > 0) {
        work.logged ??= log.append(recordOf({ entries: work.entries, attachments: [...attachments] }));
        work.logged.catch(() => undefined);
      }
      return work.entries;
    };
    if (!firstDown) {
      try {
        const kept = await firmly(() => first.write(batch, fix));
        await work.logged?.catch(() => undefined);
        noticeWipe(work.entries ?? []);
        return kept;
      } catch (error) {
        firstFails(error);
      }
    }
    const store = await theMirror();
    if (work.entries) await store.bring(work.entries, attachments);
    const kept = await store.write(batch);
    fix(kept);
    owedFirst.push({ entries: kept, attachments });
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
    void check();
  }

  async function write(batch: Batch): Promise<Entry[]> {
    await start();
    const work = works.get(batch) ?? { entries: undefined, logged: undefined, result: undefined };
    works.set(batch, work);
    work.result ??= keepBoth(batch, work).finally(() => (work.result = undefined));
    const kept = await work.result;
    mark(kept);
    return kept;
  }

  async function bring(entries: readonly Entry[], attachments: readonly Attachment[]): Promise<number> {
    await start();
    const record = recordOf({ entries: [...entries], attachments: [...attachments] });
    if (!firstDown) {
      // Somebody waits who can be told: one store that refuses a file refuses it for both.
      const added = await first.bring(entries, attachments);
      await log.append(record).catch(() => undefined);
      mark(entries);
      return added;
    }
    const added = await (await theMirror()).bring(entries, attachments);
    await log.append(record);
    owedFirst.push({ entries, attachments });
    mark(entries);
    return added;
  }

  return {
    write,
    bring,
    append: async (entries) => void (await bring(entries, [])),
    async since(cursor, workshop) {
      let found = await read((store) => store.since(cursor, workshop));
      if (!firstDown && found.epoch !== known) {
        known = (await first.tablet().catch(() => '')) || found.epoch;
        await check();
        found = await read((store) => store.since(0, workshop));
      }
      return found;
    },
    workshops: () => read((store) => store.workshops()),
    attachment: (name) => read((store) => store.attachment(name)),
    about: (key) => read((store) => store.about(key)),
    async keepAbout(key, value) {
      turn += 1;
      const record = recordOf({ about: [{ key, value, turn }] });
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
      if (!firstDown) await first.keepSnapshot(snapshot);
    },
    heal: () => first.heal(),
  };
}
