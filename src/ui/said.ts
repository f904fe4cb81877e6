import { createContext, use } from 'react';
import { useWays, waysNow } from '#access/ways.ts';
import type { Phrase } from '#workshop/phrase.ts';
import { useLanguage } from '#words/language.ts';
import { useReword } from '#words/reword.ts';

type Words = 'plain' | 'easy' | 'symbols';

/** Fixes the way of reading for what is inside it (a sheet of paper, the big screen); `null` follows the person. */
export const WordsContext = createContext<Words | null>(null);

/** The words of a phrase for someone who reads `words`; what was not written falls back to what was. */
export function said(phrase: Phrase, words: Words): string {
  return words === 'plain' ? phrase.plain || phrase.easy : phrase.easy || phrase.plain;
}

/** A function that gives the words of a phrase in the way of whoever holds the tablet. */
export function useSaid(): (phrase: Phrase) => string {
  const mine = useWays((state) => waysNow(state).words);
  const words = use(WordsContext) ?? mine;
  // Whatever is shown is asked for anew when a language or a group's own word is chosen.
  useReword();
  useLanguage();
  return (phrase) => said(phrase, words);
}
