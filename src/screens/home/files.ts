import { noteSafetyFile } from '#journal/losses.ts';
import { makeWorkshop } from '#journal/make.ts';
import { exportPlan, exportWorkshop, importFile, planOf, readPlan } from '#sync/file.ts';
import type { Phrase } from '#workshop/phrase.ts';
import { naming } from '../joined.ts';
import { fileName, saveFile } from '../save-file.ts';
import { readWorkshop } from '../workshops.ts';
import { titleOf, type Listed } from './rows.ts';
import { say } from './words.ts';

/** Saves the whole workshop as a file; tells what the file is called. */
export async function saveAll(listed: Listed): Promise<Phrase> {
  const name = fileName(titleOf(listed.replay).plain, 'cuppa.json');
  saveFile(name, await exportWorkshop(listed.id));
  void noteSafetyFile({ name, at: Date.now(), workshop: listed.id }).catch(() => undefined);
  return say('fileMade', { what: name });
}

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

/** Brings in a plan or a whole workshop. Refuses with one plain sentence, and then nothing has changed. */
export async function bringIn(file: File): Promise<Phrase> {
  const text = await file.text();
  if (looksLikePlan(text)) {
    const plan = readPlan(text);
    await makeWorkshop(plan, 'file');
    return naming((what) => say('broughtPlan', { what }), plan.about.title);
  }
  const { workshop, added } = await importFile(text);
  const title = titleOf(await readWorkshop(workshop));
  return naming((what) => say(added > 0 ? 'broughtAll' : 'broughtNone', { what }), title);
}

function looksLikePlan(text: string): boolean {
  return /^\s*\{\s*"format"\s*:\s*"cuppa-plan"/.test(text.replace(/^\uFEFF/, ''));
}
