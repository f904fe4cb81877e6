import { GIVE_UP_MS } from './patience.ts';

/** Nothing failed, but nothing was answered either. */
export class NoAnswer extends Error {}

/** The result, or `NoAnswer` after as long as anybody should wait for one store. */
export async function inTime<T>(work: Promise<T>): Promise<T> {
  let clock: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, fail) => {
    clock = setTimeout(() => fail(new NoAnswer('There was no answer.')), GIVE_UP_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(clock);
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export const nearlyFull =
  'This tablet is nearly full. What you save is still kept. Save a workshop file, then make room.';

/** What the leader is told when one of the two stores fails. */
export function oneCopySentence(full: boolean, which: 'database' | 'log'): string {
  if (full)
    return 'This tablet is full. Answers are kept in 1 place only. Save a workshop file, then make room.';
  return which === 'database'
    ? 'The database of this tablet does not work. Answers are kept in 1 place only. Save a workshop file soon.'
    : 'The second copy on this tablet does not work. Answers are kept in 1 place only. Save a workshop file soon.';
}
