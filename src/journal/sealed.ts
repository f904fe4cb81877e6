import * as v from 'valibot';
import { newId, type Entry } from '#workshop/entry.ts';
import { SealedSchema, type SealedAnswers } from '#workshop/replay.ts';
import { keep } from './keep.ts';
import { askFiles } from './opfs.ts';

const BoxSchema = v.optional(
  v.object({ entry: v.string(), answers: v.array(v.object({ id: v.string(), text: v.string() })) }),
);
const ListSchema = v.array(v.object({ workshop: v.string(), activity: v.string() }));

/** Can this browser keep answers sealed? Where it cannot, only open activities are offered. */
export async function sealedAvailable(): Promise<boolean> {
  try {
    await askFiles({ ask: 'try' });
    return true;
  } catch {
    return false;
  }
}

/**
 * Puts one person's changes in the sealed box. Resolves once both copies are on the disk.
 * Given the same random `ids` again (after a crash), nothing is put in twice.
 */
export async function sealAnswers(
  workshop: string,
  activity: string,
  changes: readonly unknown[],
  ids: readonly string[] = [],
): Promise<void> {
  const answers = changes.map((change, i) => ({ id: ids[i] ?? newId(), text: JSON.stringify(change) }));
  if (answers.length === 0) return;
  const add = (): Promise<unknown> => askFiles({ ask: 'add', sealed: { workshop, activity }, answers });
  // With the same ids a second try counts nobody twice, whatever became of the first.
  await add().catch(add);
}

/** How many changes are in the box. Nothing else about them can be asked before it closes. */
export async function countSealed(workshop: string, activity: string): Promise<number> {
  return (await readBox(workshop, activity))?.answers.length ?? 0;
}

/** The activities with answers in their box. Also puts right what a crash left half written: ask at start. */
export async function openBoxes(): Promise<{ workshop: string; activity: string }[]> {
  return v.parse(ListSchema, await askFiles({ ask: 'list' }));
}

/**
 * Makes one entry of all that is in the box, sorted by random id, then empties the box; tells how many.
 * After a crash in between, closing again finds the entry by its id and only empties the box.
 */
export async function closeSealed(workshop: string, activity: string): Promise<number> {
  let count = 0;
  for (;;) {
    const box = await readBox(workshop, activity);
    if (!box || box.answers.length === 0) return count;
    const answers = box.answers.map(({ id, text }): SealedAnswers['answers'][number] => ({
      id,
      change: JSON.parse(text),
    }));
    const body: SealedAnswers = { type: 'sealed-answers', answers };
    const [entry] = await keep(workshop, [{ activity, body, id: box.entry }]);
    const kept = keptIds(entry) ?? answers.map((answer) => answer.id);
    await askFiles({ ask: 'take', sealed: { workshop, activity }, ids: kept });
    count += kept.length;
  }
}

/** Which answers the entry holds: fewer than the box, if some came after a crash and before closing again. */
function keptIds(entry: Entry | undefined): string[] | undefined {
  if (!entry || entry.body === null) return undefined;
  return v.parse(SealedSchema, JSON.parse(entry.body)).answers.map((answer) => answer.id);
}

async function readBox(workshop: string, activity: string): Promise<v.InferOutput<typeof BoxSchema>> {
  return v.parse(BoxSchema, await askFiles({ ask: 'read', sealed: { workshop, activity } }));
}
