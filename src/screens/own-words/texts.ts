import type { Replay } from '#workshop/replay.ts';
import { aboutOf, agenda } from '#workshop/workshop.ts';
import { isSameWord } from '#workshop/own-words.ts';
import { rewordWith } from '#words/own-words.ts';
import { piecesOf, type Term } from '#words/glossary/glossary.ts';
import { openActivity } from '../activity.ts';

/** Every text of a facilitator that participants will see, as it stands in `replay`. */
export function textsOf(replay: Replay): string[] {
  const phrases = agenda(replay.workshop).flatMap(({ id }) => {
    const opened = openActivity(replay, id);
    return opened ? [opened.kind.heading(opened.setup), ...opened.kind.phrases(opened.setup)] : [];
  });
  const all = [aboutOf(replay.workshop).title, ...phrases].flatMap(({ plain, easy }) => [plain, easy]);
  return [...new Set(all.filter(Boolean))];
}

/** The hard words in `texts`, those that come most often first. */
export function hardWordsIn(texts: readonly string[], terms: readonly Term[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const { term } of piecesOf(text, terms)) {
      if (term) counts.set(term.word, (counts.get(term.word) ?? 0) + 1);
    }
  }
  return [...counts].toSorted((a, b) => b[1] - a[1]).map(([word]) => word);
}

/** In how many texts a word stands. */
export function placesOf(word: string, texts: readonly string[]): number {
  const reword = rewordWith([{ word, instead: '\u0000' }]);
  return texts.filter((text) => reword?.(text) !== text).length;
}

/** Is this pair worth keeping: two different words, neither empty? */
export function isOwnWord(word: string, instead: string): boolean {
  return word.trim() !== '' && instead.trim() !== '' && !isSameWord(word, instead);
}
