import { create } from 'zustand';
import type { Change } from '#workshop/changes.ts';
import { headIds } from '#workshop/versions.ts';
import { readWorkshop, sendToWorkshop } from '../workshops.ts';

/** What takes one change back. `activity` is '' for a change to the workshop itself. */
export type Step = { workshop: string; activity: string; changes: Change[] };

const MOST = 100;

/** Remembered in memory only: it is gone when the page is. What was changed is in the journal all the same. */
const useSteps = create<{ steps: Step[] }>(() => ({ steps: [] }));

/** Remembers how to take back a change that was just kept. */
export function remember(step: Step): void {
  useSteps.setState(({ steps }) => ({ steps: [...steps, step].slice(-MOST) }));
}

const last = (steps: readonly Step[], workshop: string, activity?: string): Step | undefined =>
  steps.findLast(
    (step) => step.workshop === workshop && (activity === undefined || step.activity === activity),
  );

/** Is there a change to take back, of this workshop or of one of its activities? */
export function useCanUndo(workshop: string, activity?: string): boolean {
  return useSteps(({ steps }) => last(steps, workshop, activity) !== undefined);
}

/** Takes the last change back by a new one. Words name the versions that stand now, so that nothing splits. */
export async function undoLast(workshop: string, activity?: string): Promise<void> {
  const step = last(useSteps.getState().steps, workshop, activity);
  if (!step) return;
  useSteps.setState(({ steps }) => ({ steps: steps.filter((other) => other !== step) }));
  const now = (await readWorkshop(workshop)).workshop;
  const from = step.changes.flatMap((change) => {
    if (change.type === 'described') return headIds(now.about);
    const activity = change.type === 'activity-set-up' ? now.activities[change.activity] : undefined;
    return activity ? headIds(activity.setup) : [];
  });
  await sendToWorkshop(workshop, step.changes, from);
}
