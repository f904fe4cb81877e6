import type { Room } from '#activities/kind.ts';
import type { Phrase } from '#workshop/phrase.ts';
import { say } from './words.ts';

/** How many of the people here have neither had a turn nor passed. Never below 0. */
export function notYet({ here, turns }: Room): number {
  return Math.max(0, here - turns.taken - turns.passed);
}

/** More turns than people: somebody went twice, or somebody came in. It is said, never hidden. */
export function tooMany({ here, turns }: Room): boolean {
  return here > 0 && turns.taken + turns.passed > here;
}

/** The first line on turns: how many of the people here had one. */
export function turnsTaken(room: Room): Phrase {
  const { here, turns } = room;
  if (here === 0 || tooMany(room)) return say('turnsOnly', { count: turns.taken });
  if (turns.taken === here) return say('everyone', { n: turns.taken, count: here });
  return say('turnsOf', { n: turns.taken, count: here });
}

/** What follows it: who passed, who is still to have a turn, and what does not add up. */
export function turnsBesides(room: Room): Phrase[] {
  const { here, turns } = room;
  const yet = notYet(room);
  const rows = turns.passed > 0 ? [say('passed', { count: turns.passed })] : [];
  if (here === 0) return [...rows, say('noCount')];
  if (tooMany(room)) return [...rows, say('tooMany', { count: here }), say('tooManyWhy')];
  if (yet > 0) return [...rows, say('yet', { count: yet })];
  return turns.passed > 0 ? [...rows, say('allAsked')] : rows;
}
