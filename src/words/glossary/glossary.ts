import { plural } from '../forms.ts';
import { rewordWith } from '../own-words.ts';
import list from './glossary.en.json' with { type: 'json' };
import type { Explained, OwnWord } from './worn.ts';

/** A hard word as it is shown and explained; `for` is the word that the group's own word stands for. */
export type Term = { word: string; meaning: Explained['meaning']; for: string };

const ours: readonly Explained[] = Object.entries(list).map(([word, meaning]) => ({ word, meaning }));

/** The words that the app itself explains. */
export const glossaryWords: readonly string[] = Object.keys(list);

const key = (word: string): string => word.toLowerCase().replace(/[\s-]+/g, '');

/** Every hard word: what this workshop explains itself comes before what the app explains. */
export function termsOf(explained: readonly Explained[], own: readonly OwnWord[]): Term[] {
  const theirs = new Set(explained.map(({ word }) => key(word)));
  const all = [...explained, ...ours.filter(({ word }) => !theirs.has(key(word)))];
  const reword = rewordWith(own);
  return all
    .map(({ word, meaning }): Term => {
      const instead = own.find((one) => key(one.word) === key(word))?.instead;
      // A word is not explained by itself, so its own word does not go into its meaning either.
      const others = instead ? rewordWith(own.filter((one) => key(one.word) !== key(word))) : reword;
      const inWords = (text: string): string => others?.(text) ?? text;
      const { plain, easy, symbol } = meaning;
      return {
        word: instead ?? word,
        meaning: { plain: inWords(plain), easy: inWords(easy), symbol },
        for: instead ? word : '',
      };
    })
    .toSorted((a, b) => a.word.localeCompare(b.word, 'en-GB', { sensitivity: 'base' }));
}

/** What a word means, if it is a hard word; in any case, and in the plural. */
export function termFor(word: string, terms: readonly Term[]): Term | undefined {
  return terms.find((term) => key(term.word) === key(word) || key(plural(term.word)) === key(word));
}

export type Piece = { text: string; term?: Term };

const patterns = new WeakMap<readonly Term[], RegExp>();

/** A text taken apart at its hard words. The pieces put together are the text. */
export function piecesOf(text: string, terms: readonly Term[]): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(patternOf(terms))) {
    const term = termFor(match[0], terms);
    if (!term) continue;
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) });
    pieces.push({ text: match[0], term });
    from = match.index + match[0].length;
  }
  if (from < text.length || pieces.length === 0) pieces.push({ text: text.slice(from) });
  return pieces;
}

function patternOf(terms: readonly Term[]): RegExp {
  const made = patterns.get(terms);
  if (made) return made;
  const words = terms
    .flatMap(({ word }) => [plural(word), word])
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[\s-]+/g, '[\\s-]?'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${words.join('|')})(?![\\p{L}\\p{N}]|-\\p{L})`, 'giu');
  patterns.set(terms, pattern);
  return pattern;
}
