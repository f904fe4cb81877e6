import { makeWorkshop } from '#journal/make.ts';
import { bringContents, readPlan, type Brought } from '#sync/file.ts';
import { LARGEST } from '#journal/workshop-file.ts';
import { readFile, Refused } from '#sync/reading.ts';
import { salvage, type Salvaged } from '#sync/salvage.ts';
import { replayAll } from '#workshop/replay.ts';
import type { Phrase } from '#workshop/phrase.ts';
import { headingOf } from '../activity.ts';
import { naming } from '../joined.ts';
import { titleOf } from '../home/rows.ts';
import { readWorkshop } from '../workshops.ts';
import { say } from './words.ts';

/** What a file asks of the leader before anything of it is added. */
export type Asked =
  | { as: 'locked'; text: string }
  | { as: 'damaged'; salvaged: Salvaged; title: Phrase; why: string };
export type Read = { as: 'told'; rows: Phrase[] } | Asked;

/** Reads a plan or a whole workshop and brings it in, or says what is to be asked first. Throws plain sentences. */
export async function readIn(file: File): Promise<Read> {
  // Not even read: a browser gives up on a file of gigabytes without a word.
  if (file.size > 2 * LARGEST) throw new Refused('tooLarge');
  return readText(await file.text());
}

async function readText(text: string): Promise<Read> {
  if (/^\s*\{\s*"format"\s*:\s*"cuppa-plan"/.test(text.replace(/^\uFEFF/, ''))) {
    const plan = readPlan(text);
    await makeWorkshop(plan, 'file');
    return { as: 'told', rows: [naming((what) => say('broughtPlan', { what }), plan.about.title)] };
  }
  if (/^\uFEFF?\s*\{"format":"cuppa-locked"/.test(text)) {
    const { readLocked } = await import('#sync/locked.ts');
    await readLocked(text);
    return { as: 'locked', text };
  }
  try {
    return { as: 'told', rows: await told(await bringContents(await readFile(text))) };
  } catch (error) {
    if (!(error instanceof Refused) || ['newer', 'discarded'].includes(error.why)) throw error;
    const salvaged = await salvage(text);
    if (!salvaged) throw error;
    const title = titleOf(replayAll(salvaged.contents.entries, () => undefined));
    return { as: 'damaged', salvaged, title, why: error.message };
  }
}

/** Opens a locked file with its words, and reads what is in it; 'wrong' if they are others. */
export async function openLocked(text: string, words: string): Promise<Read | 'wrong'> {
  const { unlock } = await import('#sync/locked.ts');
  const opened = await unlock(text, words);
  return opened === undefined ? 'wrong' : readText(opened);
}

/** Brings in what is whole of a damaged file, after a yes. */
export async function bringRead({ contents }: Salvaged): Promise<Phrase[]> {
  return told(await bringContents(contents));
}

/** What became of a file, one idea a row. */
async function told({ workshop, added, lacking, ahead, sealed }: Brought): Promise<Phrase[]> {
  // Symbols may have come with it.
  await import('../packs/worn.ts').then(({ wearAll }) => wearAll()).catch(() => undefined);
  const replay = await readWorkshop(workshop);
  const about = naming((what) => say(added > 0 ? 'broughtAll' : 'broughtNone', { what }), titleOf(replay));
  return [
    about,
    ...(lacking > 0 ? [say('lacking', { count: lacking })] : []),
    ...(ahead > 0 ? [say('ahead', { count: ahead })] : []),
    ...sealed.map(({ activity, count }) =>
      naming((what) => say('sealedThere', { what, count }), headingOf(replay, activity)),
    ),
  ];
}
