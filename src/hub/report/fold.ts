/** Words as they are compared: no capitals, no accents. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]/g, '')
    .toLowerCase();
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
/** Longer ones are no words of anybody, and PostgreSQL keeps none above 2 kB. */
const LONGEST = 60;

/** The words of a text as they are looked for, the same on both databases: letters and digits, with a space between. */
export function wordsIn(text: string): string[] {
  return (fold(text).match(WORD) ?? []).map((word) => word.slice(0, LONGEST));
}

/** Where words of `text` begin as one of `looked` does: from and to, in order. */
export function hitsIn(text: string, looked: readonly string[]): { from: number; to: number }[] {
  const hits: { from: number; to: number }[] = [];
  // Marks that are letters of their own stay; those of an accent belong to the letter before them.
  for (const match of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)) {
    const word = wordsIn(match[0]).join('');
    if (looked.some((begin) => word.startsWith(begin))) {
      hits.push({ from: match.index, to: match.index + match[0].length });
    }
  }
  return hits;
}
