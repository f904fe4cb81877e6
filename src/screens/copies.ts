import * as v from 'valibot';
import { useEffect } from 'react';
import { create } from 'zustand';
import { noteSafetyFile } from '#journal/losses.ts';
import { keepAbout, readAbout } from '#journal/tablet.ts';
import type { Replay } from '#workshop/replay.ts';

const CopySchema = v.object({
  name: v.string(),
  at: v.number(),
  /** What the workshop held then, to say how much has come since. */
  entries: v.number(),
  turns: v.number(),
  locked: v.boolean(),
});
/** The last copy of a workshop that left Cuppa as a file. */
export type Copy = v.InferOutput<typeof CopySchema>;

const useCopies = create<Record<string, Copy | null>>(() => ({}));
const keyOf = (workshop: string): string => `copy-of-${workshop}`;

/** The last copy of this workshop; null if there was none, and undefined until that is known. */
export function useLastCopy(workshop: string): Copy | null | undefined {
  useEffect(() => {
    readAbout(keyOf(workshop)).then(
      (stored) => useCopies.setState({ [workshop]: v.is(CopySchema, stored) ? stored : null }),
      // Where nothing can be read, an offer too many does no harm.
      () => useCopies.setState({ [workshop]: null }),
    );
  }, [workshop]);
  return useCopies((copies) => copies[workshop]);
}

/** Remembers a copy, also where it is looked for when something is missing. */
export async function noteCopy(workshop: string, copy: Copy): Promise<void> {
  useCopies.setState({ [workshop]: copy });
  await noteSafetyFile({ name: copy.name, at: copy.at, workshop });
  await keepAbout(keyOf(workshop), copy);
}

/** Turns and passes of all rounds: each is a person who will not say it again. */
export function turnsOf({ workshop }: Replay): number {
  return Object.values(workshop.turns).reduce((sum, { taken, passed }) => sum + taken + passed, 0);
}

export type Since = { turns: number; changes: number };

/** What has come since the last copy, or at all. */
export function sinceCopy(replay: Replay, copy: Copy | null): Since {
  return {
    turns: Math.max(0, turnsOf(replay) - (copy?.turns ?? 0)),
    changes: Math.max(0, replay.entries - (copy?.entries ?? 0)),
  };
}
