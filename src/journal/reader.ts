import { byOrder, type Entry } from '#workshop/entry.ts';
import { newReplay, replayAll, withEntry, type FindRules, type Replay } from '#workshop/replay.ts';
import { tellNews } from './news.ts';
import { fromSnapshot, toSnapshot } from './snapshot.ts';
import { theStore } from './store.ts';

/** What was replayed so far: up to which cursor of which epoch, and the last entry in the order of replay. */
export type Held = { replay: Replay; cursor: number; epoch: string; last: Entry | null };

/** A snapshot is taken after this many new entries, or a tenth of all: writing it must stay rare. */
const OFTEN = 200;

/** Reads a workshop's replay, each time only what is new; calls for the same workshop wait for one another. */
export function makeReader(find: FindRules, version: string): (workshop: string) => Promise<Replay> {
  const held = new Map<string, Promise<Held>>();
  const shot = new Map<string, number>();
  const distrusted = new Set<string>();

  async function opened(workshop: string): Promise<Held> {
    const stored = distrusted.has(workshop) ? undefined : await theStore().snapshot(workshop);
    const snapshot = fromSnapshot(stored, version);
    shot.set(workshop, snapshot?.replay.entries ?? 0);
    if (!snapshot) return { replay: newReplay(), cursor: 0, epoch: '', last: null };
    whenIdle(() => void verify(workshop, snapshot));
    return snapshot;
  }

  /** Counting 50,000 entries takes longer than all the rest of opening, so it is done once people can work. */
  async function verify(workshop: string, snapshot: Held): Promise<void> {
    if ((await theStore().count(workshop, snapshot.cursor)) === snapshot.replay.entries) return;
    distrusted.add(workshop);
    held.delete(workshop);
    tellNews(workshop);
  }

  async function catchUp(workshop: string, before: Held | undefined): Promise<Held> {
    const sofar = before ?? (await opened(workshop));
    const { entries, cursor, epoch } = await theStore().since(sofar.cursor, workshop);
    // Another store answers, or this one was rebuilt: cursors count anew. What is missing, health.ts tells.
    if (sofar.epoch !== '' && sofar.epoch !== epoch) return fromStart(workshop);
    // Discarded: nothing of it may be shown from memory either.
    if (cursor < sofar.cursor) return fromStart(workshop);
    const next = entries.toSorted(byOrder);
    const [first] = next;
    if (!first) return { ...sofar, cursor, epoch };
    // One that belongs before what is shown, or is shown already and was redacted: limits and versions must be
    // worked out again from the start.
    if (sofar.last && byOrder(first, sofar.last) <= 0) return fromStart(workshop);
    const replay = next.reduce((sum, entry) => withEntry(sum, entry, find), sofar.replay);
    return { replay, cursor, epoch, last: next.at(-1) ?? null };
  }

  async function fromStart(workshop: string): Promise<Held> {
    const { entries, cursor, epoch } = await theStore().since(0, workshop);
    return {
      replay: replayAll(entries, find),
      cursor,
      epoch,
      last: entries.toSorted(byOrder).at(-1) ?? null,
    };
  }

  function perhapsSnapshot(workshop: string, now: Held): void {
    const since = now.replay.entries - (shot.get(workshop) ?? 0);
    if (since < Math.max(OFTEN, now.replay.entries / 10)) return;
    shot.set(workshop, now.replay.entries);
    whenIdle(() => {
      const snapshot = toSnapshot(workshop, version, now);
      // One that could not be kept costs a slower start and nothing else.
      if (snapshot)
        theStore()
          .keepSnapshot(snapshot)
          .catch(() => undefined);
    });
  }

  return async (workshop) => {
    const before = held.get(workshop);
    const next = (before ?? Promise.resolve(undefined))
      .catch(() => undefined)
      .then((sofar) => catchUp(workshop, sofar));
    held.set(workshop, next);
    const now = await next;
    perhapsSnapshot(workshop, now);
    return now.replay;
  };
}

function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 10_000 });
  else setTimeout(work, 0);
}
