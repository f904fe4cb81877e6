import { generateNKeysBetween } from 'fractional-indexing';
import type { Change } from '#workshop/changes.ts';
import { newId } from '#workshop/entry.ts';
import type { Plan } from '#workshop/plan.ts';
import { keep } from './keep.ts';

/** Makes a workshop from a plan and tells its id, once it is kept. `template` is what it was made from. */
export async function makeWorkshop(plan: Plan, template: string): Promise<string> {
  const workshop = newId();
  const ranks = generateNKeysBetween(null, null, plan.activities.length);
  const changes: Change[] = [
    { type: 'made', template, at: Date.now() },
    { type: 'described', about: plan.about },
    ...plan.activities.map(({ kind, setup }, place): Change => {
      return { type: 'activity-added', activity: newId(), kind, rank: ranks[place] ?? '', setup };
    }),
    ...(plan.words?.own ?? []).map((own): Change => ({ type: 'own-word-chosen', ...own })),
    ...(plan.words?.explained ?? []).map((one): Change => ({ type: 'word-explained', ...one })),
  ];
  await keep(
    workshop,
    changes.map((body) => ({ activity: '', body })),
  );
  return workshop;
}
