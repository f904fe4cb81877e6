import type { Phrase } from '#workshop/phrase.ts';
import { said } from '#ui/said.ts';

/** Several phrases as one, each in both ways of reading; the picture is that of the first. */
export function joined(...phrases: readonly Phrase[]): Phrase {
  const all = (words: 'plain' | 'easy'): string =>
    phrases
      .map((phrase) => said(phrase, words))
      .filter(Boolean)
      .join(' ');
  return { plain: all('plain'), easy: all('easy'), symbol: phrases[0]?.symbol ?? '' };
}

/** Wording about something that has a name in both ways of reading, such as "Remove Welcome". */
export function naming(make: (what: string) => Phrase, what: Phrase): Phrase {
  const plain = make(said(what, 'plain'));
  return { plain: plain.plain, easy: make(said(what, 'easy')).easy, symbol: plain.symbol };
}
