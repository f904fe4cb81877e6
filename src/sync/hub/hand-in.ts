import { hashOf } from '#journal/stamp.ts';
import { namesIn } from '#journal/redact.ts';
import { digestOf, handIn, MOST_BYTES, MOST_ENTRIES, type Receipt } from '#wire/entries.ts';
import type { Entry } from '#workshop/entry.ts';
import { Refusal } from '#wire/refusal.ts';
import { AnotherEpoch, Differs } from './again.ts';
import type { Means, Run } from './means.ts';

/** Pieces of at most so many entries and bytes, in their order. */
export function inBatches(entries: readonly Entry[], most = MOST_ENTRIES, bytes = MOST_BYTES): Entry[][] {
  const batches: Entry[][] = [];
  let size = 0;
  for (const entry of entries) {
    // A character takes up to three bytes, and what stands around it some more.
    const own = (entry.body?.length ?? 0) * 3 + 1000;
    const last = batches.at(-1);
    if (last && last.length < most && size + own <= bytes) {
      last.push(entry);
      size += own;
    } else {
      batches.push([entry]);
      size = own;
    }
  }
  return batches;
}

/** Does the receipt of each workshop cover exactly what was sent of it? */
export async function isCovered(sent: readonly Entry[], receipts: readonly Receipt[]): Promise<boolean> {
  for (const [workshop, some] of Map.groupBy(sent, (entry) => entry.workshop)) {
    const receipt = receipts.find((one) => one.workshop === workshop);
    if (!receipt) return false;
    if (receipt.discarded) continue;
    const hashed = await Promise.all(
      some.map(async (entry) => ({ id: entry.id, hash: await hashOf(entry) })),
    );
    if (receipt.count !== some.length || receipt.digest !== (await digestOf(hashed))) return false;
  }
  return true;
}

/** Sends what fits into one piece; gives the workshops that the office has discarded. */
async function send(means: Means, run: Run, entries: readonly Entry[]): Promise<string[]> {
  try {
    const { epoch, receipts } = await means.ask(handIn, { body: { entries: [...entries] } });
    if (epoch !== run.epoch) throw new AnotherEpoch();
    if (!(await isCovered(entries, receipts))) throw new Differs();
    return receipts.filter(({ discarded }) => discarded).map(({ workshop }) => workshop);
  } catch (error) {
    // One that the hub will not take, or too much at once: the others need not wait for it.
    const divides = error instanceof Refusal && [400, 413].includes(error.status) && entries.length > 1;
    if (!divides) throw error;
    const half = Math.ceil(entries.length / 2);
    const halves = await Promise.allSettled([
      send(means, run, entries.slice(0, half)),
      send(means, run, entries.slice(half)),
    ]);
    return halves.flatMap((one) => {
      if (one.status === 'rejected') throw one.reason;
      return one.value;
    });
  }
}

/** From where on `which` has to be handed in, in the journal as it is now. */
export async function cursorOf(
  { memory }: Means,
  which: 'entries' | 'files',
  hub: string,
  store: string,
): Promise<number> {
  const handed = await memory.handed(which);
  return handed.hub === hub && handed.store === store ? handed.cursor : 0;
}

/**
 * Hands in everything that the hub has given no receipt for. The cursor moves only after a receipt that covers all
 * before it, so it may be stopped anywhere. `progress` hears of every step.
 */
export async function handInEntries(means: Means, run: Run, progress: () => void): Promise<void> {
  const { store, memory, discard } = means;
  for (;;) {
    const { epoch: local } = await store.since(Number.MAX_SAFE_INTEGER);
    const cursor = await cursorOf(means, 'entries', run.epoch, local);
    const next = await store.since(cursor, undefined, MOST_ENTRIES);
    if (next.entries.length === 0 || next.epoch !== local) return;
    const ours = next.entries.filter(({ id }) => !run.fromHub.has(id));
    for (const batch of inBatches(ours)) {
      const discarded = await send(means, run, batch);
      for (const workshop of discarded) await discard(workshop);
    }
    await memory.keepHanded('entries', { hub: run.epoch, store: local, cursor: next.cursor });
    progress();
  }
}

/**
 * Hands in the photos and recordings that entries name. One that cannot be sent holds up no other, but nothing after
 * it counts as handed in; the first failure is thrown at the end.
 */
export async function handInFiles(means: Means, run: Run, progress: () => void): Promise<void> {
  const { store, memory, files } = means;
  let failure: unknown;
  let from: number | undefined;
  for (;;) {
    const { epoch: local } = await store.since(Number.MAX_SAFE_INTEGER);
    from ??= await cursorOf(means, 'files', run.epoch, local);
    const next = await store.since(from, undefined, MOST_ENTRIES);
    if (next.entries.length === 0 || next.epoch !== local) break;
    for (const entry of next.entries) {
      if (run.fromHub.has(entry.id)) continue;
      for (const name of new Set(namesIn(entry.body))) {
        const attachment = await store.attachment(name);
        if (!attachment) continue;
        await files.send(attachment, entry.workshop).catch((error: unknown) => {
          // Of a workshop that the office has discarded nothing is to come.
          if (error instanceof Refusal && error.status === 410) return;
          // Nothing else will come through either.
          if (!(error instanceof Refusal) || error.status === 0 || error.status >= 429) throw error;
          if (error.status === 401 || error.status === 403) throw error;
          failure ??= error;
        });
      }
    }
    from = next.cursor;
    if (failure === undefined) {
      await memory.keepHanded('files', { hub: run.epoch, store: local, cursor: from });
      progress();
    }
  }
  if (failure !== undefined) throw failure;
}

/** A tablet that was disconnected offers what it still has once: the office sets it aside and decides. */
export async function offerRest(means: Means, run: Run): Promise<void> {
  const { epoch: local } = await means.store.since(Number.MAX_SAFE_INTEGER);
  let cursor = await cursorOf(means, 'entries', run.epoch, local);
  for (;;) {
    const next = await means.store.since(cursor, undefined, MOST_ENTRIES);
    if (next.entries.length === 0) return;
    for (const batch of inBatches(next.entries.filter(({ id }) => !run.fromHub.has(id)))) {
      await means.ask(handIn, { body: { entries: batch } }).catch((error: unknown) => {
        if (!(error instanceof Refusal) || error.status !== 403) throw error;
      });
    }
    cursor = next.cursor;
  }
}
