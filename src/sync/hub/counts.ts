import { readDraft } from '#journal/draft.ts';
import { useKeeping } from '#journal/keeping.ts';
import { openBoxes } from '#journal/sealed.ts';
import type { Store } from '#journal/journal.ts';
import { namesIn } from '#journal/redact.ts';
import type { Memory } from './paired.ts';
import type { Counts } from './shown.ts';

export type Standing = { counts: Record<string, Counts>; unsent: number; files: number };

/**
 * How every workshop stands. Only what a receipt of this very hub covers is in the office; what came from it counts
 * once the cursor has passed it.
 */
export async function standing(store: Store, memory: Memory, hub: string): Promise<Standing> {
  const { epoch: local } = await store.since(Number.MAX_SAFE_INTEGER);
  const [entries, files] = await Promise.all([memory.handed('entries'), memory.handed('files')]);
  const valid = ({ hub: of, store: from }: typeof entries): boolean => of === hub && from === local;
  const cursor = valid(entries) ? entries.cursor : 0;
  const toSend = await namedAfter(store, valid(files) ? files.cursor : 0);
  const counts: Record<string, Counts> = {};
  let unsent = 0;
  for (const workshop of await store.workshops()) {
    const here = await store.count(workshop, Number.MAX_SAFE_INTEGER);
    const office = Math.min(here, await store.count(workshop, cursor));
    counts[workshop] = { here, office, files: toSend.get(workshop) ?? 0 };
    unsent += here - office;
  }
  return { counts, unsent, files: [...toSend.values()].reduce((sum, some) => sum + some, 0) };
}

/** How many photos and recordings no receipt covers, by workshop. */
async function namedAfter(store: Store, cursor: number): Promise<Map<string, number>> {
  const { entries } = await store.since(cursor);
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

/** Is there anything on this tablet that is in no journal yet: a sealed box, a half-made answer, an unfinished save? */
export async function isAnythingOpen(): Promise<boolean> {
  if (useKeeping.getState().waiting > 0 || useKeeping.getState().problem !== '') return true;
  // What cannot be looked at is not said to be empty.
  const boxes = await openBoxes().catch(() => ['unknown']);
  return boxes.length > 0 || (await readDraft()) !== undefined;
}
