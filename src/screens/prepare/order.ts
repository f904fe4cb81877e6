import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import type { Change } from '#workshop/changes.ts';

type Ranked = { id: string; rank: string };
type Moved = Extract<Change, { type: 'activity-moved' }>;

const moved = (activity: string, rank: string): Moved => ({ type: 'activity-moved', activity, rank });

/** The rank for something new at `place` (0 is the start), and the moves that make room if there is none. */
export function rankAt(order: readonly Ranked[], place: number): { rank: string; moves: Moved[] } {
  try {
    return {
      rank: generateKeyBetween(order[place - 1]?.rank ?? null, order[place]?.rank ?? null),
      moves: [],
    };
  } catch {
    // Two tablets gave out the same rank, or a newer app ranks in another way: all get new ones.
    const ranks = generateNKeysBetween(null, null, order.length + 1);
    const rank = ranks.splice(place, 1)[0] ?? '';
    return { rank, moves: order.map(({ id }, index) => moved(id, ranks[index] ?? '')) };
  }
}

/** The moves that bring `id` to `place` in the order without it. */
export function movesTo(order: readonly Ranked[], id: string, place: number): Moved[] {
  const others = order.filter((one) => one.id !== id);
  const { rank, moves } = rankAt(others, Math.max(0, Math.min(place, others.length)));
  return [...moves, moved(id, rank)];
}

/** The moves that put everything named in `moves` back to where it is in `order`. */
export function movesBack(order: readonly Ranked[], moves: readonly Moved[]): Moved[] {
  return order
    .filter(({ id }) => moves.some((move) => move.activity === id))
    .map(({ id, rank }) => moved(id, rank));
}
