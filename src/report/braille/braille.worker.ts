import * as v from 'valibot';
import { LouisSchema, makeToBraille, tableNames, type ToBraille } from './louis.ts';

declare const self: DedicatedWorkerGlobalScope;

const AskedSchema = v.object({ grade: v.picklist([1, 2]), words: v.array(v.string()) });

/**
 * liblouis stands in a file of its own, unchanged, so that anyone can put another version in its place.
 * It is built without `eval`, which the content security policy would refuse.
 */
const folder = new URL('/braille/', self.location.origin).href;
let coming: Promise<ToBraille> | undefined;

async function load(): Promise<ToBraille> {
  const module: unknown = await import(/* @vite-ignore */ `${folder}liblouis.js`);
  const { liblouisBuild } = v.parse(v.object({ liblouisBuild: LouisSchema }), module);
  const texts = await Promise.all(
    tableNames.map(async (name) => {
      const answer = await fetch(`${folder}tables/${name}.txt`);
      if (!answer.ok) throw new Error(`The braille table ${name} is not here.`);
      return [name, await answer.text()] as const;
    }),
  );
  return makeToBraille(liblouisBuild, Object.fromEntries(texts));
}

self.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  void (async () => {
    try {
      const { grade, words } = v.parse(AskedSchema, data);
      const toBraille = await (coming ??= load());
      self.postMessage({ cells: words.map((one) => toBraille(one, grade)) });
    } catch (error) {
      self.postMessage({ error: String(error) });
    }
  })();
});
