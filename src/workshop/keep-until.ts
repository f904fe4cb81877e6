import type { Keeping } from './follow-changes.ts';
import { aboutOf, type Workshop } from './workshop.ts';

/**
 * Until when a workshop is kept. Where tablets apart said different days, the latest stands: nothing is
 * thrown away sooner than somebody asked for, and the screen shows both to choose from.
 */
export function keepingOf({ follow }: Pick<Workshop, 'follow'>): Keeping | undefined {
  return follow.keeping.heads
    .map(({ value }) => value)
    .reduce<Keeping | undefined>((last, one) => (last && last.until >= one.until ? last : one), undefined);
}

/** Is the keeping date over? It is a day to be kept until, so that day itself is still kept. `now` is a day. */
export function isOver(workshop: Pick<Workshop, 'follow'>, now: string): boolean {
  const keeping = keepingOf(workshop);
  return keeping !== undefined && keeping.until < now;
}

/** A year after its day (or after `now`, where it has none yet): long enough to report back and to meet again. */
export function suggestedUntil(workshop: Workshop, now: string): string {
  const day = aboutOf(workshop).date || now;
  const [year, rest] = [Number(day.slice(0, 4)), day.slice(4)] as const;
  // A year after 29 February is the last day of February.
  return `${String(year + 1).padStart(4, '0')}${rest === '-02-29' ? '-02-28' : rest}`;
}
