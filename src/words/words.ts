import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Phrase } from '#workshop/phrase.ts';
import { rewordNow } from './reword.ts';

/** One wording: plain, Easy Read and symbol, with `_one` and `_other` where it counts something. */
export type Wording = { symbol: string } & (
  | { plain: string; easy: string }
  | { plain_one: string; plain_other: string; easy_one: string; easy_other: string }
);
export type Words = Record<string, Wording>;
export type Values = Record<string, string | number>;

/** Starts i18next with no words; `addWords` brings those of each folder. Resolves at once: nothing is fetched. */
void i18next.use(initReactI18next).init({
  lng: 'en-GB',
  fallbackLng: 'en-GB',
  ns: [],
  resources: {},
  initAsync: false,
  interpolation: { escapeValue: false },
  returnEmptyString: true,
});

/** Adds the wording of one folder (`home`, `poll`…) under its name. */
export function addWords(folder: string, words: Words, language = 'en-GB'): void {
  i18next.addResourceBundle(language, folder, words);
}

/** The phrase `key` of `folder`, with values filled in; `count` chooses singular or plural. */
export function phrase(folder: string, key: string, values: Values = {}): Phrase {
  const part = (name: string): string => {
    const where = `${folder}:${key}.${name}`;
    const reword = rewordNow();
    // The group's own words go in before the values: those may be what a person wrote, which nobody rewords.
    return reword
      ? filled(reword(i18next.t(where, { ...values, skipInterpolation: true })), values)
      : i18next.t(where, values);
  };
  return { plain: part('plain'), easy: part('easy'), symbol: i18next.t(`${folder}:${key}.symbol`) };
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
