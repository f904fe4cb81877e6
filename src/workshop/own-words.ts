import * as v from 'valibot';
import { PhraseSchema } from './phrase.ts';

const word = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60));

/** The group's own word: it says `instead` where others say `word`. '' takes it back. */
export const OwnWordSchema = v.object({ word, instead: v.pipe(v.string(), v.trim(), v.maxLength(60)) });
export type OwnWord = v.InferOutput<typeof OwnWordSchema>;

/** A hard word that this workshop explains itself, besides or instead of the glossary. */
export const ExplainedSchema = v.object({ word, meaning: PhraseSchema });
export type Explained = v.InferOutput<typeof ExplainedSchema>;

const MOST = 200;

/** The words that travel with a plan. */
export const OwnWordsSchema = v.object({
  own: v.pipe(v.array(OwnWordSchema), v.maxLength(MOST)),
  explained: v.pipe(v.array(ExplainedSchema), v.maxLength(MOST)),
});

/** Two ways to write the same word: capitals, hyphens and spaces make no difference. */
export function isSameWord(one: string, other: string): boolean {
  const bare = (word: string): string => word.toLowerCase().replace(/[\s-]+/g, '');
  return bare(one) === bare(other);
}

/** `list` with `next` in the place of what it says of the same word. */
export function withWord<T extends { word: string }>(list: readonly T[], next: T): T[] {
  return [...withoutWord(list, next.word), next].slice(-MOST);
}

export function withoutWord<T extends { word: string }>(list: readonly T[], gone: string): T[] {
  return list.filter((other) => !isSameWord(other.word, gone));
}
