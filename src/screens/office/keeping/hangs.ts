import type { Entry } from '#workshop/entry.ts';
import type { Row } from '#workshop/section.ts';
import { saidElsewhere, type SaidOne } from './said-ones.ts';

/** What goes with what was chosen, and what else points to it. */
export type Hanging = {
  /** Other wordings of the same: each builds on one before it. They always go too. */
  versions: SaidOne[];
  /** Lines that were made of it, and copies in other workshops: somebody has to look whether they still say it. */
  madeFrom: { workshop: string; id: string; row: Row }[];
};

/** Works out what hangs together with the chosen entries of a workshop. `naming` are the entries that name them. */
export function hangingOn(
  workshop: string,
  chosen: ReadonlySet<string>,
  all: readonly SaidOne[],
  entries: readonly Entry[],
  naming: readonly Entry[],
): Hanging {
  const same = versionsOf(chosen, entries);
  const here = new Map(all.map((one) => [one.id, one]));
  const isVersion = ({ id }: SaidOne): boolean => same.has(id) && !chosen.has(id);
  const madeFrom = naming.flatMap((entry): Hanging['madeFrom'] => {
    if (same.has(entry.id)) return [];
    const row = entry.workshop === workshop ? here.get(entry.id)?.row : saidElsewhere(entry);
    // Dots and moves name a note and say nothing themselves.
    return row && hasWords(row) ? [{ workshop: entry.workshop, id: entry.id, row }] : [];
  });
  return { versions: all.filter(isVersion), madeFrom };
}

/** The chosen entries with all that they build on and all that builds on them, over any number of steps. */
export function versionsOf(chosen: ReadonlySet<string>, entries: readonly Entry[]): Set<string> {
  const found = new Set(chosen);
  for (let before = -1; before < found.size;) {
    before = found.size;
    for (const { id, from } of entries) {
      if (found.has(id)) from.forEach((one) => found.add(one));
      else if (from.some((one) => found.has(one))) found.add(id);
    }
  }
  return found;
}

const hasWords = ({ phrase, drawing, photo, voice }: Row): boolean =>
  `${phrase.plain}${phrase.easy}`.trim() !== '' || Boolean(drawing ?? photo ?? voice);
