import { plural } from './forms.ts';
import type { Reword } from './reword.ts';

type OwnWord = { word: string; instead: string };

/** What `own` makes of a text: whole words only, in one pass, so that no own word is reworded again. */
export function rewordWith(own: readonly OwnWord[]): Reword | null {
  const forms = own.flatMap(formsOf).toSorted((a, b) => b.word.length - a.word.length);
  if (forms.length === 0) return null;
  const pattern = new RegExp(
    `${NOT_BEFORE}(an? )?(?:${forms.map(({ word }) => `(${patternOf(word)})`).join('|')})${NOT_AFTER}`,
    'giu',
  );
  return (text) =>
    text.replace(pattern, (all: string, article: string | undefined, ...found: (string | undefined)[]) => {
      const at = found.slice(0, forms.length).findIndex((one) => one !== undefined);
      const instead = asWritten(found[at] ?? '', forms[at]?.instead ?? all);
      return article ? `${articleFor(article, instead)} ${instead}` : instead;
    });
}

/** Not within another word, a compound, an address or a value that is still to be filled in. */
const NOT_BEFORE = String.raw`(?<![\p{L}\p{N}_@/]|\{\{|\p{L}[-.’'])`;
const NOT_AFTER = String.raw`(?![\p{L}\p{N}_@/]|-\p{L}|\.\p{L}|\}\})`;

function formsOf({ word, instead }: OwnWord): OwnWord[] {
  const several = plural(word);
  return several === word
    ? [{ word, instead }]
    : [
        { word, instead },
        { word: several, instead: plural(instead) },
      ];
}

/** "co-production" is also written "coproduction" and "co production". */
function patternOf(word: string): string {
  return word
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\s+/g, String.raw`[\s-]+`)
    .replace(/-(?!\])/g, String.raw`[\s-]?`)
    .replace(/['’]/g, "['’]");
}

/** With a capital where there was one; all in capitals where it was. */
function asWritten(found: string, instead: string): string {
  const letters = found.replace(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()) {
    return instead.toUpperCase();
  }
  const first = found[0] ?? '';
  return first === first.toLowerCase() ? instead : (instead[0] ?? '').toUpperCase() + instead.slice(1);
}

/** "a carer" and "an unpaid helper". */
function articleFor(article: string, next: string): string {
  const vowel = /^(?:[aeio]|u(?!ni|s[aei]|ti)|hour|honest)/i.test(next) && !/^(?:one|eu)/i.test(next);
  return (article[0] ?? 'a') + (vowel ? 'n' : '');
}
