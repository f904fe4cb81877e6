import type { Phrase } from '#workshop/phrase.ts';
import type { Replay } from '#workshop/replay.ts';
import { agenda } from '#workshop/workshop.ts';
import { headingOf } from '../activity.ts';
import { say } from './words.ts';

function isThere({ workshop }: Replay): boolean {
  return workshop.activities[workshop.now]?.removed === false;
}

/** What the part is called that the room is at. */
export function titleOf(replay: Replay): Phrase {
  if (isThere(replay)) return headingOf(replay, replay.workshop.now);
  return agenda(replay.workshop).length === 0 ? say('nothingYet') : say('noneNow');
}

/** What to do where there is no such part. */
export function hintOf(replay: Replay): Phrase | undefined {
  if (isThere(replay)) return undefined;
  return agenda(replay.workshop).length === 0 ? say('nothingYetHint') : say('noneNowHint');
}
