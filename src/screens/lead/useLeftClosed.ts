import { useEffect } from 'react';
import { closeSealed, openBoxes } from '#journal/sealed.ts';

/**
 * Closes what is left in boxes of activities that are shown already: another tablet showed the answers while people
 * were still answering on this one. Nobody could show them here again.
 */
export function useLeftClosed(id: string, shown: readonly string[]): void {
  const activities = shown.join(' ');
  useEffect(() => {
    if (activities === '') return;
    const close = async (): Promise<void> => {
      for (const { workshop, activity } of await openBoxes())
        if (workshop === id && activities.split(' ').includes(activity))
          await closeSealed(workshop, activity);
    };
    // Where nothing can be sealed, nothing is left; what fails stays in its box until the next time.
    close().catch(() => undefined);
  }, [id, activities]);
}
