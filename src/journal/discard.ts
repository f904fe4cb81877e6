import * as v from 'valibot';
import { forgetDraft, readDraft } from './draft.ts';
import { unmark } from './marker.ts';
import { tellNews } from './news.ts';
import { askFiles } from './opfs.ts';
import { theStore } from './store.ts';

const OfWorkshop = v.object({ workshop: v.string() });

/**
 * Takes everything of a workshop from this tablet, for good: both stores, sealed boxes, the half-made answer, marks.
 * Safe to repeat after a crash.
 */
export async function discardWorkshop(workshop: string): Promise<void> {
  await theStore().discard(workshop);
  unmark(workshop);
  await askFiles({ ask: 'drop', workshop }).catch(() => undefined);
  const draft = await readDraft();
  if (v.is(OfWorkshop, draft) && draft.workshop === workshop) await forgetDraft();
  tellNews(workshop);
}
