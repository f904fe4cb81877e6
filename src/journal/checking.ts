import { compareStores } from './check.ts';
import type { First } from './dexie.ts';
import { READ, tellChecked } from './health.ts';
import { inTime, pause } from './in-time.ts';
import { markedEnds } from './marker.ts';
import { tellNews } from './news.ts';
import { makeQueue } from './queue.ts';
import type { Second } from './second.ts';

/** A check must not take the disk from whoever is opening a workshop. */
const CHECK_AFTER_MS = 400;

type Around = {
  /** Is one of them known not to answer? Whoever brings it back asks for a check then. */
  paused: () => boolean;
  /** Hears that comparing failed, to find out which of them it was. */
  failed: () => void;
};

/** Compares the two stores, rebuilds either from the other, and tells what neither has. */
export function makeChecking(first: First, second: Second, { paused, failed }: Around) {
  const firm = answeringInTime(first);
  const inTurn = makeQueue();
  let turn = 0;

  /** True once it is known how things stand. */
  async function now(): Promise<boolean> {
    try {
      let found = await compareStores(firm, second, markedEnds());
      // Another tab may have been in the middle of writing.
      if (found.gaps.length > 0) found = { ...(await again()), rebuilt: found.rebuilt };
      turn = Math.max(turn, found.turn);
      tellChecked({ ...found, read: await firm.about(READ) });
      for (const workshop of found.changed) tellNews(workshop);
      // Nobody waits for it, and where it fails the next check does it.
      first.wash().catch(() => undefined);
      return true;
    } catch (error) {
      console.warn('The two stores could not be compared.', error);
      return false;
    }
  }

  async function again() {
    await pause(300);
    return compareStores(firm, second, markedEnds());
  }

  /** False if it could not be done; then it is tried again by itself. */
  function check(evenDown = false, after = 1000): Promise<boolean> {
    return inTurn(async () => {
      if (paused() && !evenDown) return true;
      if (await now()) return true;
      failed();
      setTimeout(() => void check(false, Math.min(after * 2, 20_000)), after);
      return false;
    });
  }

  return {
    check,
    soon: () => void setTimeout(() => void check(), CHECK_AFTER_MS),
    /** A higher number than any small value was ever kept with. */
    nextTurn: () => (turn += 1),
    /** Reading the whole log must not come in between. */
    inTurn,
  };
}

/** The database for a check: it must not wait for ever either. */
function answeringInTime(first: First): First {
  return {
    ...first,
    scan: (cursor, most) => inTime(first.scan(cursor, most)),
    bring: (entries, attachments) => inTime(first.bring(entries, attachments)),
    mend: (entries) => inTime(first.mend(entries)),
    about: (key) => inTime(first.about(key)),
    ends: () => inTime(first.ends()),
    discarded: () => inTime(first.discarded()),
    named: (names) => inTime(first.named(names)),
    attachmentNames: () => inTime(first.attachmentNames()),
    attachment: (name) => inTime(first.attachment(name)),
  };
}
