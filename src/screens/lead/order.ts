import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import type { Change } from '#workshop/changes.ts';
import { agenda, type Activity, type Workshop } from '#workshop/workshop.ts';

export type Look = 'now' | 'done' | 'skipped' | 'to-come';

/** How an item of the agenda stands. */
export function lookOf(w: Workshop, id: string): Look {
  if (w.now === id) return 'now';
  if (w.skipped.includes(id)) return 'skipped';
  return w.visited.includes(id) ? 'done' : 'to-come';
}

/** The agenda before and after the place that the room is at, also when that part was taken out. */
function around(w: Workshop): { before: Activity[]; after: Activity[] } {
  const list = agenda(w);
  const now = w.activities[w.now];
  if (!now) return { before: [], after: list };
  const isBefore = (one: Activity): boolean =>
    one.rank === now.rank ? one.id < now.id : one.rank < now.rank;
  return {
    before: list.filter((one) => one.id !== now.id && isBefore(one)),
    after: list.filter((one) => one.id !== now.id && !isBefore(one)),
  };
}

/** Where Next goes: past what is to be skipped. */
export function nextOf(w: Workshop): Activity | undefined {
  return around(w).after.find((one) => !w.skipped.includes(one.id));
}

/** Where Back goes: also to what was skipped while the room was there, so that Back undoes a slip. */
export function backOf(w: Workshop): Activity | undefined {
  return around(w).before.findLast((one) => !w.skipped.includes(one.id) || w.visited.includes(one.id));
}

/** A rank for something to stand at `index` of `list`, and what must change besides when two stand at one rank. */
export function rankAt(list: readonly Activity[], index: number): { rank: string; besides: Change[] } {
  try {
    return {
      rank: generateKeyBetween(list[index - 1]?.rank ?? null, list[index]?.rank ?? null),
      besides: [],
    };
  } catch {
    const ranks = generateNKeysBetween(null, null, list.length + 1);
    const rank = ranks[index] ?? '';
    const others = ranks.toSpliced(index, 1);
    const besides = list.map(({ id }, at): Change => ({
      type: 'activity-moved',
      activity: id,
      rank: others[at] ?? '',
    }));
    return { rank, besides };
  }
}

/** The changes that move an item one place up (-1) or down (1); none at the ends. */
export function moveBy(w: Workshop, id: string, by: -1 | 1): Change[] {
  const list = agenda(w);
  const from = list.findIndex((one) => one.id === id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= list.length) return [];
  const { rank, besides } = rankAt(list.toSpliced(from, 1), to);
  return [...besides, { type: 'activity-moved', activity: id, rank }];
}

/** The changes that add an activity straight after the part that the room is at, or first of all. */
export function addAfterNow(w: Workshop, added: { id: string; kind: string; setup: unknown }): Change[] {
  const list = agenda(w);
  const { rank, besides } = rankAt(list, around(w).before.length + (isThere(w) ? 1 : 0));
  const { id: activity, kind, setup } = added;
  return [...besides, { type: 'activity-added', activity, kind, rank, setup }];
}

/** The changes that take an item out. The room is led on first, if it is there. */
export function takeOut(w: Workshop, id: string): Change[] {
  const on = w.now === id ? (nextOf(w) ?? backOf(w)) : undefined;
  const led: Change[] = on ? [{ type: 'went-to', activity: on.id }] : [];
  return [...led, { type: 'activity-removed', activity: id }];
}

/** The changes that skip an item: one that the room is at leads on to the next, if there is one. */
export function skip(w: Workshop, id: string): Change[] {
  const next = w.now === id ? nextOf(w) : undefined;
  const skipped: Change = { type: 'skipped', activity: id };
  return next ? [skipped, { type: 'went-to', activity: next.id }] : [skipped];
}

function isThere(w: Workshop): boolean {
  const now = w.activities[w.now];
  return now !== undefined && !now.removed;
}
