import { useWays, waysNow } from '#access/ways.ts';
import type { Phrase } from '#workshop/phrase.ts';

/** The words of a phrase for someone who reads `words`; what was not written falls back to what was. */
export function said(phrase: Phrase, words: 'plain' | 'easy' | 'symbols'): string {
  return words === 'plain' ? phrase.plain || phrase.easy : phrase.easy || phrase.plain;
}

/** A function that gives the words of a phrase in the way of whoever holds the tablet. */
export function useSaid(): (phrase: Phrase) => string {
  const words = useWays((state) => waysNow(state).words);
  return (phrase) => said(phrase, words);
}
