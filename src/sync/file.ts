import { findGaps } from '#journal/chains.ts';
import { isDiscarded } from '#journal/tablet.ts';
import { markedEnds, markEnds } from '#journal/marker.ts';
import { tellNews } from '#journal/news.ts';
import { namesIn } from '#journal/redact.ts';
import { countSealed, openBoxes } from '#journal/sealed.ts';
import { theStore } from '#journal/store.ts';
import { fileText } from '#journal/workshop-file.ts';
import type { Attachment } from '#workshop/attachment.ts';
import type { Entry } from '#workshop/entry.ts';
import { readFile, Refused, type Contents } from './reading.ts';

export { exportPlan, planOf, readPlan } from './plan.ts';

/**
 * The whole workshop as one file: every entry in order, and the photos and recordings that they name.
 * What is in a sealed box that is still open stays there; `sealed` tells of which activities.
 */
export async function exportWorkshop(id: string): Promise<Blob> {
  // Looked up first: what is marked by now is kept, and so it is read below unless it is missing.
  const marked = markedEnds().filter(({ workshop }) => workshop === id);
  const { entries } = await theStore().since(0, id);
  const boxes = await openBoxes().catch(() => []);
  const sealed = boxes.filter(({ workshop }) => workshop === id).map(({ activity }) => activity);
  const attachments = await namedIn(entries);
  const by = await theStore().tablet();
  const sealedCounts = await countsOf(id, sealed);
  // The office's own symbols, as far as they may leave it.
  const named = entries.map((entry) => entry.body ?? '').join('\n');
  const packs = named.includes('pack:') ? await carried(named).catch(() => []) : [];
  const parts = { workshop: id, by, sealed, sealedCounts, entries, ends: marked, attachments, packs };
  const whole = await fileText(parts);
  return new Blob([whole], { type: 'application/json' });
}

/** Packs are few: what reads them comes only where there is one. */
const carried = async (named: string) => (await import('./packs.ts')).carriedFor(named);
const keepCarried = async ({ packs }: Contents) => (await import('./packs.ts')).keepCarried(packs);

/** What became of a file: all that is worth saying of it. */
export type Brought = {
  workshop: string;
  /** How many entries were new here, and how many were here already. */
  added: number;
  had: number;
  /** At least so many were written once, as the file shows, and are neither here nor in the file. */
  lacking: number;
  /** How many are here that the file does not have. */
  ahead: number;
  /** Answers that are still in the sealed boxes of another tablet. */
  sealed: { activity: string; count: number }[];
};

/** Adds what a file holds to this tablet, all of it or nothing. Safe to repeat, and in any order with other files. */
export async function importFile(text: string): Promise<Brought> {
  return bringContents(await readFile(text));
}

/** Adds what was read of a file, and compares its chains with those that are here. */
export async function bringContents(contents: Contents): Promise<Brought> {
  const { workshop, entries, attachments, ends } = contents;
  if (await isDiscarded(workshop)) throw new Refused('discarded');
  const added = await theStore().bring(entries, attachments);
  // Pictures are dear, but what people said is kept without them too.
  if (contents.packs.length > 0) await keepCarried(contents).catch(() => undefined);
  markEnds(ends);
  tellNews(workshop);
  const here = (await theStore().since(0, workshop)).entries;
  const inFile = new Set(entries.map(({ id }) => id));
  const gaps = await findGaps(here, ends);
  return {
    workshop,
    added,
    had: entries.length - added,
    lacking: gaps.reduce((sum, { missing }) => sum + missing, 0),
    ahead: here.filter(({ id }) => !inFile.has(id)).length,
    sealed: await sealedElsewhere(contents, here),
  };
}

/** Boxes of this very tablet, and those that have been opened since the file was made, are not elsewhere. */
async function sealedElsewhere(
  { by, sealed }: Contents,
  here: readonly Entry[],
): Promise<Contents['sealed']> {
  if (by === (await theStore().tablet())) return [];
  const opened = new Set(
    here
      .filter(
        ({ tablet, body }) => (by === '' || tablet === by) && body?.startsWith('{"type":"sealed-answers"'),
      )
      .map(({ activity }) => activity),
  );
  return sealed.filter(({ activity }) => !opened.has(activity));
}

async function countsOf(workshop: string, sealed: readonly string[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const activity of sealed) counts[activity] = await countSealed(workshop, activity).catch(() => 0);
  return counts;
}

/** Bodies are not opened, only searched: anything that looks like a name and is one of ours goes along. */
async function namedIn(entries: readonly Entry[]): Promise<Attachment[]> {
  const names = new Set(entries.flatMap(({ body }) => namesIn(body)));
  const found = await Promise.all([...names].map((name) => theStore().attachment(name)));
  return found.filter((attachment) => attachment !== undefined);
}
