import type { Replay } from '#workshop/replay.ts';
import { sinceCopy, type Copy } from '../copies.ts';

/** Going on, a timer and a card are changes too: so many alone are not worth a copy. */
const STIR = { quiet: 10, pause: 5, pressing: 3 };

export type Moment = { replay: Replay; copy: Copy | null; atBreak: boolean; oneCopy: boolean };

/**
 * Is a copy worth offering? On the leader's screen nobody is in the middle of a turn, so it is a pause whenever people
 * have answered since the last copy. At a break less is enough, and least where only one store holds it all.
 */
export function offersCopy({ replay, copy, atBreak, oneCopy }: Moment): boolean {
  const said = Object.keys(replay.activities).length > 0;
  const { turns, changes } = sinceCopy(replay, copy);
  if (turns > 0) return true;
  // Before anybody has said anything there is only the plan.
  if (!said) return false;
  return changes >= (oneCopy ? STIR.pressing : atBreak ? STIR.pause : STIR.quiet);
}

/** Names a pause: who says "not now" is not asked again before the next one. */
export function pauseOf({ replay, atBreak, oneCopy }: Moment): string {
  const { now, status, turns, cards } = replay.workshop;
  return JSON.stringify([now, status, turns, atBreak && cards.break, oneCopy]);
}
