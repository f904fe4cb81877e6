import type { Replay } from '#workshop/replay.ts';
import { useWorkshop } from '../workshops.ts';

/** The workshop as facilitators wrote it, where the screen shows it in the group's own words. */
export function useWrittenReplay(id: string, shown: Replay): Replay {
  const written = useWorkshop(id);
  return typeof written === 'string' ? shown : written;
}
