import { missing, type Phrase } from '#workshop/phrase.ts';
import { check, MOST_WORDS } from '#words/easy-read/rules.ts';
import { sentencesOf } from '#words/easy-read/sentences.ts';

export type Lack = ReturnType<typeof missing>[number] | 'long';
/** One thing to look at: a phrase, its place among the phrases, and what it lacks. */
export type Remark = { phrase: Phrase; place: number; lack: Lack; words: number };

/** How many words the longest sentence has. */
export function longestSentence(text: string): number {
  return Math.max(0, ...sentencesOf(text).map(({ words }) => words));
}

/** What is still to be looked at. Easy Read or a picture that was left out with a reason is not. */
export function remarksOf(phrases: readonly Phrase[]): Remark[] {
  return phrases.flatMap((phrase, place) => {
    const words = longestSentence(phrase.easy);
    const lacks: Lack[] = missing(phrase).filter((part) => part === 'plain' || !phrase.reason?.trim());
    if (words > MOST_WORDS) lacks.push('long');
    return lacks.map((lack) => ({ phrase, place, lack, words }));
  });
}

/** Phrases whose Easy Read or picture was left out on purpose. */
export function leftOut(phrases: readonly Phrase[]): Phrase[] {
  return phrases.filter(
    (phrase) => phrase.reason?.trim() && missing(phrase).some((part) => part !== 'plain'),
  );
}

/** Could the plain words stand as Easy Read as they are? */
export function isEasy(plain: string): boolean {
  return plain.trim() !== '' && check(plain).every(({ hint }) => hint);
}
