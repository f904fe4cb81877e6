import * as v from 'valibot';
import type { Document } from '../document.ts';
import { makeBrf } from './brf.ts';
import type { Grade } from './louis.ts';

const AnswerSchema = v.union([v.object({ cells: v.array(v.string()) }), v.object({ error: v.string() })]);

/**
 * A document as braille (BRF), made in `worker`, which is closed afterwards. `label` says in words that a
 * computer made it.
 */
export async function brailleOf(
  document: Document,
  grade: Grade,
  label: string,
  worker: Worker,
): Promise<string> {
  const asked = new Set<string>();
  // Laid out once without braille, only to learn which words are needed.
  makeBrf(document, label, (words) => {
    asked.add(words);
    return '';
  });
  // Page numbers cannot be known before there are pages.
  for (let page = 1; page <= 999; page++) asked.add(String(page));
  const words = [...asked];
  try {
    const cells = await ask(worker, grade, words);
    const known = new Map(words.map((one, place) => [one, cells[place] ?? '']));
    return makeBrf(document, label, (one) => known.get(one) ?? '');
  } finally {
    worker.terminate();
  }
}

function ask(worker: Worker, grade: Grade, words: readonly string[]): Promise<string[]> {
  return new Promise((done, failed) => {
    worker.addEventListener('error', () => failed(new Error('Braille could not be made here.')));
    worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const answer = v.parse(AnswerSchema, data);
      if ('cells' in answer) done(answer.cells);
      else failed(new Error(answer.error));
    });
    worker.postMessage({ grade, words });
  });
}
