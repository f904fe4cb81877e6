import { findKind } from '#activities/kinds.ts';
import { keep } from '#journal/keep.ts';
import { makeWorkshops } from '#journal/shown.ts';
import type { Attachment } from '#workshop/attachment.ts';
import type { Change } from '#workshop/changes.ts';

/** The workshops on this tablet, as every screen sees them. */
export const { useWorkshop, useWorkshopList, readWorkshop } = makeWorkshops(findKind);

/** Keeps changes to the workshop itself with what they name, all or none. Resolves once they are kept. */
export async function sendToWorkshop(
  workshop: string,
  changes: readonly Change[],
  from: string[] = [],
  attachments: readonly Attachment[] = [],
): Promise<void> {
  await keep(
    workshop,
    changes.map((body) => ({ activity: '', body, from })),
    attachments,
  );
}

/** Keeps changes to one activity and, in the same transaction, `also` to the workshop. */
export async function sendToActivity(
  workshop: string,
  activity: string,
  changes: readonly unknown[],
  {
    from = [],
    attachments = [],
    also = [],
  }: { from?: string[]; attachments?: Attachment[]; also?: Change[] } = {},
): Promise<void> {
  const ofActivity = changes.map((body) => ({ activity, body, from }));
  const ofWorkshop = also.map((body) => ({ activity: '', body }));
  await keep(workshop, [...ofActivity, ...ofWorkshop], attachments);
}
