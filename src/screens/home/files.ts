import { makeWorkshop } from '#journal/make.ts';
import { exportPlan, planOf } from '#sync/plan.ts';
import type { Phrase } from '#workshop/phrase.ts';
import { naming } from '../joined.ts';
import { fileName, saveFile } from '../save-file.ts';
import { titleOf, type Listed } from './rows.ts';
import { say } from './words.ts';

/** Saves only the plan as a file; tells what the file is called. */
export async function savePlan(listed: Listed): Promise<Phrase> {
  const name = fileName(titleOf(listed.replay).plain, 'cuppa-plan.json');
  saveFile(name, exportPlan(listed.replay), 'application/json');
  return say('fileMade', { what: name });
}

/** Makes a new workshop of the same plan. */
export async function copyOf({ replay }: Listed): Promise<Phrase> {
  const title = titleOf(replay);
  const plan = planOf(replay);
  const copied = naming((what) => say('copyName', { what }), title);
  // What has no Easy Read yet must not look as if it had.
  const named = { ...plan.about.title, ...copied, easy: title.easy ? copied.easy : '', symbol: title.symbol };
  await makeWorkshop({ ...plan, about: { ...plan.about, title: named } }, replay.workshop.template);
  return naming((what) => say('copied', { what }), title);
}
