import { byOrder, type Entry } from '#workshop/entry.ts';
import { newReplay, replayAll, withEntry, type FindRules, type Replay } from '#workshop/replay.ts';
import { theStore } from './store.ts';

/** What was replayed so far: up to which cursor, and the last entry in the order of replay. */
type Held = { replay: Replay; cursor: number; last: Entry | null };

/** Reads a workshop's replay, each time only what is new; calls for the same workshop wait for one another. */
export function makeReader(find: FindRules, version: string): (workshop: string) => Promise<Replay> {
  const held = new Map<string, Promise<Held>>();

  async function catchUp(workshop: string, before: Held | undefined): Promise<Held> {
    const sofar = before ?? (await fromSnapshot(workshop, version));
    const { entries, cursor } = await theStore().since(sofar.cursor, workshop);
    if (entries.length === 0) return { ...sofar, cursor };
    const next = entries.toSorted(byOrder);
    const [first] = next;
    const inOrder = !sofar.last || (first !== undefined && byOrder(sofar.last, first) < 0);
    if (!inOrder) return fromStart(workshop);
    const replay = next.reduce((sum, entry) => withEntry(sum, entry, find), sofar.replay);
    return { replay, cursor, last: next.at(-1) ?? sofar.last };
  }

  async function fromStart(workshop: string): Promise<Held> {
    const { entries, cursor } = await theStore().since(0, workshop);
    return { replay: replayAll(entries, find), cursor, last: entries.toSorted(byOrder).at(-1) ?? null };
  }

  return async (workshop) => {
    const before = held.get(workshop);
    const next = (before ?? Promise.resolve(undefined))
      .catch(() => undefined)
      .then((sofar) => catchUp(workshop, sofar));
    held.set(workshop, next);
    return (await next).replay;
  };
}

const nothing: Held = { replay: newReplay(), cursor: 0, last: null };

async function fromSnapshot(_workshop: string, _version: string): Promise<Held> {
  return nothing;
}
