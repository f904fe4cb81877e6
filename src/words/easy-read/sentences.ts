export type Sentence = { at: number; text: string; words: number };

/** Times such as "2.30pm" and prices have a point that ends nothing. */
const END = /[.?!:;…](?=[\s”"’')]|$)|\n+/g;

/** The sentences of a text, each with its place and how many words it has. A row of its own is a sentence too. */
export function sentencesOf(text: string): Sentence[] {
  const found: Sentence[] = [];
  let start = 0;
  const put = (end: number): void => {
    const whole = text.slice(start, end);
    const trimmed = whole.trim();
    const words = countWords(trimmed);
    if (words > 0) found.push({ at: start + whole.indexOf(trimmed), text: trimmed, words });
    start = end;
  };
  for (const match of text.matchAll(END)) put(match.index + match[0].length);
  put(text.length);
  return found;
}

export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
