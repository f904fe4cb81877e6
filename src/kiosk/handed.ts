import { create } from 'zustand';
import { keepAbout, readAbout } from '#journal/tablet.ts';

const KEY = 'handed-round';

/**
 * While the tablet goes round, only taking part is reached: by its own buttons, by Back, by an address
 * or by opening the app anew. The first screen goes by a quick note, which may be behind after a crash;
 * what the tablet's own store says corrects it a moment later.
 */
export const useHanded = create<{ workshop: string }>(() => ({ workshop: quickNote() }));

function quickNote(): string {
  try {
    return globalThis.localStorage?.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

/** Reads at start whether the tablet was going round when it was last open. */
export async function readHanded(): Promise<void> {
  const found = await readAbout(KEY).catch(() => undefined);
  if (typeof found === 'string') useHanded.setState({ workshop: found });
}

/** The tablet goes round for this workshop; '' when the leader has it back. */
export async function handRound(workshop: string): Promise<void> {
  useHanded.setState({ workshop });
  try {
    globalThis.localStorage?.setItem(KEY, workshop);
  } catch {
    // Only the quick note: the store below is what counts.
  }
  await keepAbout(KEY, workshop);
}
