import { keep } from '#journal/keep.ts';
import { sealAnswers } from '#journal/sealed.ts';
import type { Unfinished } from '#kiosk/turn.ts';
import { newId } from '#workshop/entry.ts';
import type { Change, Help } from '#workshop/changes.ts';
import type { Opened } from '../activity.ts';

/** Entries of the workshop itself, under the ids chosen when the turn began. */
function ofWorkshop(body: Change, id: string) {
  return { activity: '', body, id };
}

/**
 * Saves one person's answer and counts their turn; resolves once both are kept. Saving again after a crash
 * changes nothing, since the ids are those of the turn. A sealed answer never goes near the journal here.
 */
export async function saveAnswer(opened: Opened, unfinished: Unfinished, help: Help | ''): Promise<void> {
  const { kind, setup } = opened;
  if (!kind.turn) return;
  const { workshop, activity, answerIds, turnId } = unfinished;
  const { changes, attachments } = kind.turn.deliver(setup, unfinished.draft);
  const counted = [ofWorkshop({ type: 'turn-taken', activity: opened.round }, turnId)];
  if (help) counted.push(ofWorkshop({ type: 'help-counted', activity, help }, newId()));

  if (kind.round(setup) === 'sealed') {
    await sealAnswers(workshop, activity, changes, answerIds);
    await keep(workshop, counted);
  } else {
    const answers = changes.map((body, i) => ({ activity, body, id: answerIds[i] ?? newId() }));
    await keep(workshop, [...answers, ...counted], attachments);
  }
}

/** Counts a turn that was passed. */
export async function savePassed({ round }: Opened, { workshop, turnId }: Unfinished): Promise<void> {
  await keep(workshop, [ofWorkshop({ type: 'turn-passed', activity: round }, turnId)]);
}
