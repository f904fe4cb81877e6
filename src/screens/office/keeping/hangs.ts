import * as v from 'valibot';
import { MOST_REDACTED } from '#wire/keeping.ts';
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

type Found = { entries: readonly Entry[]; more: boolean };

const NamingSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.variant('type', [
    v.object({ type: v.literal('line-heard'), line: v.string() }),
    v.object({ type: v.literal('will-said'), will: v.string() }),
    v.object({ type: v.literal('action-agreed'), action: v.string() }),
  ]),
);

/** What others call a line, a promise or an action by: they do not name the entry that wrote it. */
function nameIn({ body }: Entry): string | undefined {
  const read = v.safeParse(NamingSchema, body);
  if (!read.success) return undefined;
  const { output } = read;
  if (output.type === 'line-heard') return output.line;
  return output.type === 'will-said' ? output.will : output.action;
}

/**
 * Finds what names the chosen entries, and what names that: the line made of a note, what will be done about it, and
 * its copy in the next session, which still says what was heard.
 */
export async function findPointing(
  chosen: readonly Entry[],
  ask: (ids: string[]) => Promise<Found>,
): Promise<Found> {
  const found = new Map<string, Entry>();
  const own = new Set(chosen.map(({ id }) => id));
  const asked = new Set<string>();
  let more = false;
  let next = chosen.flatMap((entry) => [entry.id, nameIn(entry) ?? []].flat());
  while (next.length > 0) {
    const reply = await ask(next.slice(0, MOST_REDACTED));
    more ||= reply.more || next.length > MOST_REDACTED;
    next.forEach((id) => asked.add(id));
    const fresh = reply.entries.filter(({ id }) => !own.has(id) && !found.has(id));
    fresh.forEach((entry) => found.set(entry.id, entry));
    next = fresh.flatMap((entry) => {
      const name = nameIn(entry);
      return name === undefined ? [] : [entry.id, name].filter((id) => !asked.has(id));
    });
  }
  return { entries: [...found.values()], more };
}

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
