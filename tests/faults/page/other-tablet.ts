import { memoryStore } from '#journal/memory.ts';
import { hashOf } from '#journal/stamp.ts';
import { keepIn, theStore } from '#journal/store.ts';
import { exportWorkshop } from '#sync/file.ts';
import { newId } from '#workshop/entry.ts';

/** A workshop file of some other tablet, with one entry that has this tag. */
export async function otherTablets(workshop: string, tag: string): Promise<string> {
  const other = memoryStore();
  const body = { salt: newId(), body: JSON.stringify({ tag }) };
  const draft = { id: newId(), activity: '', from: [], ...body, hash: await hashOf(body) };
  await other.write({ workshop, drafts: [draft], attachments: [] });
  const mine = theStore();
  keepIn(other);
  try {
    return await (await exportWorkshop(workshop)).text();
  } finally {
    keepIn(mine);
  }
}
