import type { About, Change } from '#workshop/changes.ts';
import { newId } from '#workshop/entry.ts';
import type { Replay } from '#workshop/replay.ts';
import { headIds } from '#workshop/versions.ts';
import { aboutOf, agenda } from '#workshop/workshop.ts';
import type { AnyKind } from '#activities/kind.ts';
import { sendToWorkshop } from '../workshops.ts';
import { movesBack, movesTo, rankAt } from './order.ts';
import { remember } from './undo.ts';

/** Brings a part to `place` in the agenda. */
export async function movePart(
  workshop: string,
  { workshop: w }: Replay,
  id: string,
  place: number,
): Promise<void> {
  const order = agenda(w);
  const moves = movesTo(order, id, place);
  await sendToWorkshop(workshop, moves);
  remember({ workshop, activity: '', changes: movesBack(order, moves) });
}

/** Takes a part out of the agenda. Its answers stay in the journal. */
export async function removePart(workshop: string, id: string): Promise<void> {
  await sendToWorkshop(workshop, [{ type: 'activity-removed', activity: id }]);
  remember({ workshop, activity: '', changes: [{ type: 'activity-brought-back', activity: id }] });
}

/** Adds a part of `kind` at `place`; tells its id once it is kept. */
export async function addPart(
  workshop: string,
  { workshop: w }: Replay,
  kind: AnyKind,
  place: number,
): Promise<string> {
  const activity = newId();
  const order = agenda(w);
  const { rank, moves } = rankAt(order, place);
  const added: Change = { type: 'activity-added', activity, kind: kind.name, rank, setup: kind.blank() };
  await sendToWorkshop(workshop, [...moves, added]);
  remember({
    workshop,
    activity: '',
    changes: [{ type: 'activity-removed', activity }, ...movesBack(order, moves)],
  });
  return activity;
}

/** Says anew what the workshop is; joins two versions, if there are two, into this one. */
export async function describe(workshop: string, { workshop: w }: Replay, about: About): Promise<void> {
  const before = aboutOf(w);
  await sendToWorkshop(workshop, [{ type: 'described', about }], headIds(w.about));
  remember({ workshop, activity: '', changes: [{ type: 'described', about: before }] });
}

/** Keeps a change to the workshop itself, and how to take it back. */
export async function keepChange(workshop: string, change: Change, back: Change): Promise<void> {
  await sendToWorkshop(workshop, [change]);
  remember({ workshop, activity: '', changes: [back] });
}
