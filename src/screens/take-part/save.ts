import { keep } from '#journal/keep.ts';
import { sealAnswers } from '#journal/sealed.ts';
import type { Unfinished } from '#kiosk/turn.ts';
import type { Attachment } from '#workshop/attachment.ts';
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
 * `paper`: it came on a sheet that a helper types in, perhaps with a photo of the sheet.
 */
export async function saveAnswer(
  opened: Opened,
  unfinished: Omit<Unfinished, 'stage' | 'ways'>,
  help: Help | '',
  paper?: { photo: Attachment | undefined },
): Promise<void> {
  const { kind, setup } = opened;
  if (!kind.turn) return;
  const { workshop, activity, answerIds, turnId } = unfinished;
  const { changes, attachments } = kind.turn.deliver(setup, unfinished.draft);
  const counted = [ofWorkshop({ type: 'turn-taken', activity: opened.round }, turnId)];
  if (help) counted.push(ofWorkshop({ type: 'help-counted', activity, help }, newId()));

  const sealed = kind.round(setup) === 'sealed';
  if (paper) {
    // Which answer of a sealed activity came on paper is as much a secret as whose it is.
    const ids = sealed ? [] : answerIds.slice(0, changes.length);
    const photo = paper.photo ? { photo: paper.photo.name } : {};
    counted.push(
      ofWorkshop({ type: 'paper-typed-in', activity: opened.round, answers: ids, ...photo }, newId()),
    );
  }
  const photos = paper?.photo ? [paper.photo] : [];
  if (sealed) {
    await sealAnswers(workshop, activity, changes, answerIds);
    await keep(workshop, counted, photos);
  } else {
    const answers = changes.map((body, i) => ({ activity, body, id: answerIds[i] ?? newId() }));
    await keep(workshop, [...answers, ...counted], [...attachments, ...photos]);
  }
}

/** Counts a turn that was passed. */
export async function savePassed(
  { round }: Opened,
  { workshop, turnId }: Pick<Unfinished, 'workshop' | 'turnId'>,
): Promise<void> {
  await keep(workshop, [ofWorkshop({ type: 'turn-passed', activity: round }, turnId)]);
}
