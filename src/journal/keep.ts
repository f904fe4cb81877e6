import * as v from 'valibot';
import type { Attachment } from '#workshop/attachment.ts';
import { EntrySchema, newId, type Entry } from '#workshop/entry.ts';
import { countWaiting } from './keeping.ts';
import { tellNews } from './news.ts';
import { makeQueue } from './queue.ts';
import { hashOf, type Prepared } from './stamp.ts';
import { theStore } from './store.ts';

export { useKeeping } from './keeping.ts';

/** What is to be kept: the journal adds all the rest. An `id` that is kept already is left as it is. */
export type Draft = { activity: string; body: unknown; from?: readonly string[]; id?: string };

const inLine = makeQueue();

const WantedSchema = v.pick(EntrySchema, ['id', 'activity', 'from', 'salt', 'body']);

/**
 * Keeps changes as entries, all or none. Resolves only once they are safely kept, in the order of calling;
 * while that fails it stays pending and tries again. Rejects at once what could never be kept.
 */
export async function keep(
  workshop: string,
  drafts: readonly Draft[],
  attachments: readonly Attachment[] = [],
): Promise<Entry[]> {
  if (drafts.length === 0) return [];
  const wanted = drafts.map(prepare);
  const hashed = Promise.all(wanted.map(async (draft) => ({ ...draft, hash: await hashOf(draft) })));
  countWaiting(1);
  const entries = await inLine(async () =>
    theStore().write({ workshop, drafts: await hashed, attachments }),
  ).finally(() => countWaiting(-1));
  tellNews(workshop);
  return entries;
}

function prepare({ id = newId(), activity, from = [], body }: Draft): Omit<Prepared, 'hash'> {
  const text = JSON.stringify(body);
  const draft = { id, activity, from: [...from], salt: newId(), body: text };
  if (!v.is(WantedSchema, draft)) throw new Error('This is too long to save. Please make it shorter.');
  return draft;
}
