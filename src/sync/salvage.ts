import * as v from 'valibot';
import { hashOf } from '#journal/stamp.ts';
import { LARGEST, sumOf } from '#journal/workshop-file.ts';
import type { Entry } from '#workshop/entry.ts';
import { HeadsSchema, MOST, parse, readAttachment, readEntry, type Contents } from './reading.ts';

/** What is whole in a damaged file, and how many entries the file once had, if it still says so. */
export type Salvaged = { contents: Contents; of: number | undefined };

/**
 * Inside of a text every quotation mark is escaped, so these can only stand where an entry or a photo begins, or where
 * their list ends: the file falls into its pieces even when it is no longer JSON.
 */
const BORDERS = /(?=\{"(?:id|name)":")|\],"(?:attachments|packs|count)":/;

/**
 * What of a damaged file is as it was written. Each entry has its sum in the file, and its hash in the entry after it;
 * one that neither vouches for, or that one of them contradicts, is left out. Nothing if nothing is left.
 */
export async function salvage(text: string): Promise<Salvaged | undefined> {
  if (text.length > LARGEST) return undefined;
  // They stand before the first entry, and are found there even if the name of their list is what is damaged.
  const start = text.indexOf('{"id":"');
  const sums = text.slice(0, Math.max(0, start)).match(/"[0-9a-f]{8}"/g) ?? [];
  const known = new Set(sums.map((sum) => sum.slice(1, -1)));
  const summed = sums.length > 0;
  const pieces = text.split(BORDERS, 2 * MOST).filter((piece) => piece.startsWith('{"'));
  const objects = pieces.map((piece) => piece.slice(0, piece.lastIndexOf('}') + 1));
  const stored = (summed ? objects.filter((piece) => known.has(sumOf(piece))) : objects).map(parse);
  const workshop = workshopOf(stored);
  if (workshop === undefined) return undefined;
  const read = stored.flatMap((one) => readEntry(one, workshop) ?? []);
  const entries = await believed(read, summed);
  if (entries.length === 0) return undefined;
  const named = objects.filter((piece) => piece.startsWith('{"name"')).map(parse);
  const attachments = (await Promise.all(named.map(readAttachment))).flatMap((one) => one ?? []);
  const heads = /"heads":(\[[^\]]*\])/.exec(text)?.[1] ?? '';
  const ends = v.safeParse(HeadsSchema, known.has(sumOf(heads)) ? parse(heads) : []);
  return {
    contents: {
      workshop,
      by: '',
      entries,
      attachments,
      packs: [],
      ends: ends.success ? ends.output.map((one) => ({ workshop, ...one })) : [],
      sealed: [],
    },
    // The first sum is that of the heads. A sum may be damaged too, and the entry there.
    of: summed
      ? Math.max(sums.length - 1, pieces.filter((one) => one.startsWith('{"id"')).length)
      : undefined,
  };
}

/** The workshop that most entries are of: the file's own word for it may be what is damaged. */
function workshopOf(stored: readonly unknown[]): string | undefined {
  const counts = new Map<string, number>();
  for (const one of stored) {
    const named = v.safeParse(v.object({ workshop: v.string() }), one);
    if (named.success) counts.set(named.output.workshop, (counts.get(named.output.workshop) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}

/** Those that the next of their chain does not contradict; without sums, only those that it names. */
async function believed(entries: readonly Entry[], summed: boolean): Promise<Entry[]> {
  const once = [...new Map(entries.map((entry) => [entry.id, entry])).values()];
  const key = ({ tablet }: Entry, place: number): string => JSON.stringify([tablet, place]);
  const named = Map.groupBy(once, (entry) => key(entry, entry.place));
  const judged = once.map(async (entry) => {
    const after = named.get(key(entry, entry.place + 1)) ?? [];
    const said = after.map(({ previous }) => previous).filter((previous) => previous !== '');
    if (said.length === 0 || entry.salt === null) return summed;
    return said.includes(await hashOf(entry));
  });
  const keeps = await Promise.all(judged);
  return once.filter((_, at) => keeps[at]);
}
