import { FEWEST, type Unit } from './units.ts';

/**
 * - `given`  the figures stand for all who answered
 * - `late`   a few answered since: fewer than 5, so the figures from before still stand
 * - `few`    fewer than 5 people answered: no figures
 * - `open`   the workshop is not over, or answers are still coming in: no figures yet
 */
export type Standing = 'given' | 'late' | 'few' | 'open';

export type Given = Pick<Unit, 'people' | 'counts'>;

/**
 * Which figures of one question in one workshop are given out. Figures only ever move by 5 people or more, so
 * that nobody who kept the earlier ones can tell what the few said that came in between. The one exception is
 * somebody who asked to be forgotten: their answer goes at once.
 */
export function figuresOf(
  now: Given,
  before: Given | undefined,
  isOver: boolean,
): { standing: Standing; given: Given | undefined } {
  if (now.people < FEWEST) return { standing: 'few', given: undefined };
  if (!before) return isOver ? { standing: 'given', given: now } : { standing: 'open', given: undefined };
  const more = now.people - before.people;
  const moves = more <= 0 || (isOver && more >= FEWEST);
  return moves ? { standing: 'given', given: now } : { standing: 'late', given: before };
}
