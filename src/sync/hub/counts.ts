import { readDraft } from '#journal/draft.ts';
import { useKeeping } from '#journal/keeping.ts';
import { openBoxes } from '#journal/sealed.ts';
import type { Store } from '#journal/journal.ts';
import { namesIn } from '#journal/redact.ts';
import type { Entry } from '#workshop/entry.ts';
import type { Handed, Memory } from './paired.ts';
import type { Counts } from './shown.ts';

export type Standing = { counts: Record<string, Counts>; unsent: number; files: number };

/**
 * How every workshop stands. Only what a receipt of this very hub covers is in the office; what came from it counts
 * at once, as far as this run knows it by `fromHub`. `known` has how many entries a workshop has, as long as it has no
 * others.
 */
export async function standing(
  store: Store,
  memory: Memory,
  hub: string,
  known: Map<string, number> = new Map(),
  fromHub: ReadonlySet<string> = new Set(),
): Promise<Standing> {
  const { epoch: local } = await store.since(Number.MAX_SAFE_INTEGER);
  const [entries, files] = await Promise.all([memory.handed('entries'), memory.handed('files')]);
  const cursorIn = ({ hub: of, store: from, cursor }: Handed): number =>
    of === hub && from === local ? cursor : 0;
  // Counted before what is left is read: what is kept in between makes the office's number too low, never too high.
  const workshops = await store.workshops();
  for (const workshop of workshops)
    if (!known.has(workshop)) known.set(workshop, await store.count(workshop, Number.MAX_SAFE_INTEGER));
  const [handed, sent] = [cursorIn(entries), cursorIn(files)];
  const ownAfter = async (cursor: number): Promise<Entry[]> =>
    (await store.since(cursor)).entries.filter(({ id }) => !fromHub.has(id));
  const after = await ownAfter(Math.min(handed, sent));
  const unhanded = handed <= sent ? after : await ownAfter(handed);
  const left = Map.groupBy(unhanded, ({ workshop }) => workshop);
  const toSend = await attached(store, sent <= handed ? after : await ownAfter(sent));
  const counts: Record<string, Counts> = {};
  for (const workshop of workshops) {
    const here = known.get(workshop) ?? 0;
    const office = Math.max(0, here - (left.get(workshop)?.length ?? 0));
    counts[workshop] = { here, office, files: toSend.get(workshop) ?? 0 };
  }
  const all = [...toSend.values()];
  return { counts, unsent: unhanded.length, files: all.reduce((sum, some) => sum + some, 0) };
}

/** How many photos and recordings of these entries are on this tablet, by workshop. */
async function attached(store: Store, entries: readonly Entry[]): Promise<Map<string, number>> {
  const named = new Map<string, Set<string>>();
  for (const { workshop, body } of entries)
    for (const name of namesIn(body)) named.set(workshop, (named.get(workshop) ?? new Set()).add(name));
  const counts = new Map<string, number>();
  for (const [workshop, names] of named) {
    let here = 0;
    for (const name of names) if (await store.attachment(name)) here += 1;
    if (here > 0) counts.set(workshop, here);
  }
  return counts;
}

/** Is a save on its way, which is over in a moment? */
export const isSaving = (): boolean => useKeeping.getState().waiting > 0;

/** Is there anything on this tablet that is in no journal yet: a sealed box, a half-made answer, a save that failed? */
export async function isAnythingOpen(): Promise<boolean> {
  if (useKeeping.getState().problem !== '') return true;
  // What cannot be looked at is not said to be empty.
  const boxes = await openBoxes().catch(() => ['unknown']);
  return boxes.length > 0 || (await readDraft()) !== undefined;
}
