import { create } from 'zustand';
import { keepAbout, readAbout } from '#journal/tablet.ts';

const KEY = 'handed-round';

/**
 * While the tablet goes round, only taking part is reached: by its own buttons, by Back, by an address
 * or by opening the app anew. The first screen goes by a quick note, which may be behind after a crash,
 * until the tablet's own store has said what is so (`sure`).
 */
export const useHanded = create<{ workshop: string; sure: boolean }>(() => ({
  workshop: quickNote(),
  sure: false,
}));

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
  // Whoever handed it round meanwhile knows better.
  if (useHanded.getState().sure) return;
  useHanded.setState(typeof found === 'string' ? { workshop: found, sure: true } : { sure: true });
}

/** The tablet goes round for this workshop; '' when the leader has it back. */
export async function handRound(workshop: string): Promise<void> {
  useHanded.setState({ workshop, sure: true });
  try {
    globalThis.localStorage?.setItem(KEY, workshop);
  } catch {
    // Only the quick note: the store below is what counts.
  }
  await keepAbout(KEY, workshop);
}
