import { create } from 'zustand';
import { keepAbout, readAbout } from '#journal/tablet.ts';

/**
 * While the tablet goes round, only taking part is reached: by its own buttons, by Back, by an address
 * or by opening the app anew. `unknown` until the tablet's own store has been read.
 */
export const useHanded = create<{ workshop: string | 'unknown' }>(() => ({ workshop: 'unknown' }));

const KEY = 'handed-round';

/** Reads at start whether the tablet was going round when it was last open. */
export async function readHanded(): Promise<void> {
  const found = await readAbout(KEY).catch(() => '');
  useHanded.setState({ workshop: typeof found === 'string' ? found : '' });
}

/** The tablet goes round for this workshop; '' when the leader has it back. */
export async function handRound(workshop: string): Promise<void> {
  useHanded.setState({ workshop });
  await keepAbout(KEY, workshop);
}
