import * as v from 'valibot';

/** Words in three ways: plain English, Easy Read, and the symbol that stands beside both. */
export type Phrase = { plain: string; easy: string; symbol: string; reason?: string };

const text = v.pipe(v.string(), v.maxLength(4000));

/**
 * A phrase as it is kept. In a facilitator's phrase `easy` or `symbol` may be empty;
 * `reason` then says why (asked for before the workshop starts).
 */
export const PhraseSchema = v.object({
  plain: text,
  easy: text,
  symbol: v.pipe(v.string(), v.maxLength(80)),
  reason: v.exactOptional(text),
});

export const emptyPhrase: Phrase = { plain: '', easy: '', symbol: '' };

/** One wording for all ways of reading: for a person's own words, which nobody rewords. */
export function asSaid(words: string, symbol = ''): Phrase {
  return { plain: words, easy: words, symbol };
}

/** What of a facilitator's phrase is still to be written. */
export function missing(phrase: Phrase): ('plain' | 'easy' | 'symbol')[] {
  const parts = ['plain', 'easy', 'symbol'] as const;
  return parts.filter((part) => phrase[part].trim() === '');
}
