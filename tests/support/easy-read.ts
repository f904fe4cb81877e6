/** The rules of Easy Read that a machine can see. A person looks for the rest: idioms, tone, sense. */

const LONGEST = 15;
const MOST_SENTENCES = 2;
/** Short names that are read as words, or letter by letter, and that everybody here knows. */
const KNOWN = new Set(['I', 'A', 'A4', 'OK', 'PIN', 'NHS', 'QR', 'TV', 'CSV', 'JSON', 'PDF', 'SIL']);

/** What is wrong with a plain text: nothing that shouts, scolds or gives shares in per cent. */
export function everyReadFaults(text: string): string[] {
  const said = withoutValues(text);
  return [
    ...(said.includes('!') ? ['has an exclamation mark'] : []),
    ...(said.includes('%') ? ['has a per cent sign'] : []),
    ...(/\boops\b/i.test(said) ? ['says Oops'] : []),
    ...(said.match(/\b[A-Z][A-Z0-9]+\b/g) ?? [])
      .filter((word) => !KNOWN.has(word))
      .map((word) => `shouts ${word}`),
  ];
}

/** What is wrong with an Easy Read text: besides the above, long sentences, many sentences, and numbers as words. */
export function easyReadFaults(text: string): string[] {
  const said = withoutValues(text);
  const sentences = said.split(/(?<=[.?:])\s+/).filter((sentence) => sentence.trim() !== '');
  const long = sentences.filter((sentence) => wordsOf(sentence) > LONGEST);
  return [
    ...everyReadFaults(text),
    ...long.map((sentence) => `has ${wordsOf(sentence)} words in a sentence`),
    ...(said.split(/(?<=[.?])\s+/).length > MOST_SENTENCES ? ['has more than 2 sentences'] : []),
    ...(/\b(two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)\b/i.test(said)
      ? ['has a number in letters']
      : []),
    ...(/\b(e\.g\.|i\.e\.|etc|via|per cent)\b/i.test(said) ? ['has an abbreviation'] : []),
    ...(/\d\.\d/.test(said.replace(/\d+\.\d\d[ap]m/g, '')) ? ['has a decimal'] : []),
  ];
}

/** A value that is filled in stands for one word, and so does the name of a licence. */
function withoutValues(text: string): string {
  return text.replace(/\{\{\w+\}\}/g, 'value').replace(/CC BY-SA \d\.\d/g, 'licence');
}

function wordsOf(sentence: string): number {
  return sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
