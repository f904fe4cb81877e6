import i18next from 'i18next';
import type { Phrase } from '#workshop/phrase.ts';
import { FIRST, inLanguage } from './language.ts';
import { rewordNow } from './reword.ts';

/** One wording: plain, Easy Read and symbol, with `_one` and `_other` where it counts something. */
export type Wording = { symbol: string } & (
  | { plain: string; easy: string }
  | { plain_one: string; plain_other: string; easy_one: string; easy_other: string }
);
export type Words = Record<string, Wording>;
export type Values = Record<string, string | number>;

/** Adds the wording of one folder (`home`, `poll`…) under its name. */
export function addWords(folder: string, words: Words, language = FIRST): void {
  i18next.addResourceBundle(language, folder, words);
}

/**
 * The phrase `key` of `folder`, with values filled in; `count` chooses singular or plural. It is read anew each
 * time, so that what was made before a language or a group's own word was chosen says it too.
 */
export function phrase(folder: string, key: string, values: Values = {}): Phrase {
  const part = (name: string): string => {
    const where = `${folder}:${key}.${name}`;
    const reword = rewordNow();
    // The group's own words go in before the values: those may be what a person wrote, which nobody rewords.
    return reword
      ? filled(reword(inLanguage(where, { ...values, skipInterpolation: true })), values)
      : inLanguage(where, values);
  };
  const made = {
    get plain() {
      return part('plain');
    },
    get easy() {
      return part('easy');
    },
    symbol: i18next.t(`${folder}:${key}.symbol`),
  };
  made satisfies Phrase;
  places.set(made, [folder, key]);
  return made;
}

const places = new WeakMap<Phrase, [folder: string, key: string]>();

/** The language that a phrase of ours is in, of `now`; undefined for what a facilitator or anybody else wrote. */
export function languageOf(phrase: Phrase, now: string): string | undefined {
  const place = places.get(phrase);
  if (!place) return undefined;
  return i18next.getResource(now, ...place) === undefined ? FIRST : now;
}

function filled(text: string, values: Values): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** `phrase` for one folder, with keys checked by the compiler. */
export function wordsOf<W extends Words>(
  folder: string,
  words: W,
): (key: keyof W & string, values?: Values) => Phrase {
  addWords(folder, words);
  return (key, values) => phrase(folder, key, values);
}
