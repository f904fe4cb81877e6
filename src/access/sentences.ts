/** A sentence, and where it stands in the text that it comes from. */
export type Sentence = { text: string; from: number; to: number };

/** Engines stumble over more than this at once. */
const LONGEST = 180;

/** A text in sentences, each short enough to be spoken in one go. Nothing of it is lost but spaces. */
export function sentencesOf(text: string): Sentence[] {
  // A full stop within "2.30pm" ends no sentence: what ends one has a space after it.
  const whole = [...text.matchAll(/\S.*?(?:[.?!…]+[”’"')]*(?=\s)|$)/gs)];
  return whole.flatMap((match) => pieces(match[0].trimEnd(), match.index));
}

function pieces(text: string, from: number): Sentence[] {
  if (text.length <= LONGEST) return [{ text, from, to: from + text.length }];
  const head = text.slice(0, LONGEST);
  const comma = Math.max(head.lastIndexOf(', '), head.lastIndexOf('; '), head.lastIndexOf(': ')) + 1;
  const cut = comma > LONGEST / 3 ? comma : head.lastIndexOf(' ');
  // A single word as long as that is cut where it must be.
  const end = cut > 0 ? cut : LONGEST;
  const rest = text.slice(end);
  const skipped = rest.length - rest.trimStart().length;
  return [
    { text: text.slice(0, end), from, to: from + end },
    ...pieces(rest.trimStart(), from + end + skipped),
  ];
}
