import { closeSealed } from '#journal/sealed.ts';
import type { Opened } from '../activity.ts';
import { sendToWorkshop } from '../workshops.ts';

/** Are this activity's answers such that they can be shown and hidden at all? */
export function canHide({ kind, setup }: Opened): boolean {
  return kind.hides(setup) || kind.round(setup) === 'sealed';
}

/** May the room see this activity's answers? */
export function isShown(opened: Opened, shown: readonly string[]): boolean {
  return !canHide(opened) || shown.includes(opened.activity.id);
}

/** Shows the answers. A sealed box is closed first: were it the other way round, a crash between would show nothing. */
export async function show(workshop: string, { kind, setup, activity }: Opened): Promise<void> {
  if (kind.round(setup) === 'sealed') await closeSealed(workshop, activity.id);
  await sendToWorkshop(workshop, [{ type: 'shown', activity: activity.id }]);
}

/** Hides the answers again; a sealed activity takes a new round of them. */
export async function hide(workshop: string, { activity }: Opened): Promise<void> {
  await sendToWorkshop(workshop, [{ type: 'hidden', activity: activity.id }]);
}
