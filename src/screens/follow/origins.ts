import { useEffect, useState } from 'react';
import type { Follow } from '#workshop/follow.ts';
import { outcomeIds } from '#workshop/heard.ts';
import { lastTime } from '#workshop/series.ts';
import { readWorkshop, sendToWorkshop } from '../workshops.ts';
import type { Became } from './Outcome.tsx';

/** The earlier sessions that things came from, as far as they are on this tablet, by their ids. */
export function useOrigins(follow: Follow): Record<string, Follow> {
  const [origins, setOrigins] = useState<Record<string, Follow>>({});
  const ids = [...new Set(lastTime(follow).map(({ from }) => from.workshop))].sort().join(' ');
  useEffect(() => {
    let here = true;
    const read = async (): Promise<void> => {
      const found = await Promise.all(
        ids
          .split(' ')
          .filter(Boolean)
          .map(async (id) => {
            const replay = await readWorkshop(id);
            return replay.entries > 0 ? [[id, replay.workshop.follow] as const] : [];
          }),
      );
      if (here) setOrigins(Object.fromEntries(found.flat()));
    };
    void read();
    return () => {
      here = false;
    };
    // What this session says is said in the earlier one as well: it is read again then.
  }, [ids, follow.outcomes]);
  return origins;
}

/** Says what became of it here, and in the session that it came from, if that is here too: it is one promise. */
export async function sayBecame(
  workshop: string,
  follow: Follow,
  from: string,
  origin: Follow | undefined,
  change: Became,
): Promise<void> {
  await sendToWorkshop(workshop, [change], outcomeIds(follow, change.promise));
  if (origin && from !== workshop) await sendToWorkshop(from, [change], outcomeIds(origin, change.promise));
}
