import { listWorkshops } from '#wire/entries.ts';
import { sayState } from '#wire/tablets.ts';
import { isDiscarded } from '#journal/tablet.ts';
import { Refusal } from '#wire/refusal.ts';
import { AnotherEpoch } from './again.ts';
import { handInEntries, handInFiles } from './hand-in.ts';
import type { Means, Run } from './means.ts';
import { pull, pullFiles } from './pull.ts';

/** What is to be done at the next opportunity. */
export type Due = { list: boolean; handIn: boolean; pull: Map<string, number> };

export const nothingDue = (): Due => ({ list: false, handIn: false, pull: new Map() });
export const everythingDue = (): Due => ({ list: true, handIn: true, pull: new Map() });
export const isDue = ({ list, handIn, pull: some }: Due): boolean => list || handIn || some.size > 0;

type Around = {
  /** Hears of every step that changed the counts. */
  progress: () => void;
  /** The hub answered. */
  reached: () => void;
  epoch: (epoch: string) => Promise<void>;
  tell: (change: { discarded?: number; redacted?: number }) => Promise<void>;
};

/** Does all that is due. Whatever fails is thrown, stays due, and is safe to do again from the start. */
export async function round(means: Means, run: Run, due: Due, around: Around): Promise<void> {
  const { memory, ask, discard, store } = means;
  if (due.list) {
    const { epoch, workshops } = await ask(listWorkshops);
    // Before anything else is shown: what the hub had is no longer known to be there.
    if (epoch !== run.epoch) {
      run.epoch = epoch;
      run.fromHub.clear();
      await around.epoch(epoch);
      due.handIn = true;
    }
    around.reached();
    const here = new Set(await store.workshops());
    for (const { workshop, cursor, discarded } of workshops) {
      if (discarded) {
        if (here.has(workshop)) await discardHere(workshop);
      } else if (!due.pull.has(workshop)) due.pull.set(workshop, cursor);
    }
    due.list = false;
  }
  if (due.handIn) {
    // What comes while this runs is due again.
    due.handIn = false;
    try {
      await handInEntries({ ...means, discard: discardHere }, run, around.progress);
      // What others handed in of a workshop may be there already, and its news went out before it was ours.
      for (const workshop of await store.workshops()) {
        if (run.looked.has(workshop)) continue;
        run.looked.set(workshop, 0);
        if ((await memory.pulled(workshop, run.epoch)) === 0) due.list = true;
      }
      around.reached();
      await handInFiles(means, run, around.progress);
    } catch (error) {
      due.handIn = true;
      if (error instanceof AnotherEpoch) due.list = true;
      throw error;
    }
  }
  for (const [workshop, reached] of due.pull) {
    if (reached > (await memory.pulled(workshop, run.epoch)) && !(await isDiscarded(workshop))) {
      try {
        const { any, redacted } = await pull(means, run, workshop);
        if (redacted > 0) await around.tell({ redacted });
        if (!any) lookOnce(workshop, reached);
      } catch (error) {
        if (error instanceof AnotherEpoch) due.list = true;
        // Not on this tablet any more.
        const isGone = error instanceof Refusal && error.status === 404;
        if (!isGone) throw error;
        lookOnce(workshop, reached);
      }
      around.reached();
      // The cursor goes past what came from the hub, so that it counts as being there.
      due.handIn = true;
    }
    if (due.pull.get(workshop) === reached) due.pull.delete(workshop);
  }
  await pullFiles(means);
  around.progress();

  /** There was news, and nothing to read: perhaps the office has discarded it. The list says so. */
  function lookOnce(workshop: string, reached: number): void {
    if (run.looked.get(workshop) === reached) return;
    run.looked.set(workshop, reached);
    due.list = true;
  }

  async function discardHere(workshop: string): Promise<void> {
    if (await isDiscarded(workshop)) return;
    await discard(workshop);
    await around.tell({ discarded: 1 });
  }
}

/** Tells the office what is still on this tablet alone. */
export async function sayHowItStands({ ask }: Means, unsent: number, version: string): Promise<void> {
  await ask(sayState, { body: { unsent, version } });
}
