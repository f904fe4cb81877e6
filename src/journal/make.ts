import { generateNKeysBetween } from 'fractional-indexing';
import type { Change } from '#workshop/changes.ts';
import { newId } from '#workshop/entry.ts';
import type { Plan } from '#workshop/plan.ts';
import { keep, type Draft } from './keep.ts';

/**
 * Makes a workshop from a plan and tells its id, once it is kept. `template` is what it was made from; `also` gives
 * what else it starts with, from the ids of its activities in the order of the plan.
 */
export async function makeWorkshop(
  plan: Plan,
  template: string,
  also: (activities: readonly string[]) => readonly Draft[] = () => [],
): Promise<string> {
  const workshop = newId();
  const activities = plan.activities.map(() => newId());
  const ranks = generateNKeysBetween(null, null, plan.activities.length);
  const changes: Change[] = [
    { type: 'made', template, at: Date.now() },
    { type: 'described', about: plan.about },
    ...plan.activities.map(({ kind, setup }, place): Change => {
      const activity = activities[place] ?? newId();
      return { type: 'activity-added', activity, kind, rank: ranks[place] ?? '', setup };
    }),
    ...(plan.words?.own ?? []).map((own): Change => ({ type: 'own-word-chosen', ...own })),
    ...(plan.words?.explained ?? []).map((one): Change => ({ type: 'word-explained', ...one })),
  ];
  await keep(workshop, [...changes.map((body) => ({ activity: '', body })), ...also(activities)]);
  return workshop;
}
