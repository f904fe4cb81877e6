import * as v from 'valibot';
import { FIRST, languageNow, wearLanguage } from './language.ts';
import { addWords, type Words } from './words.ts';

/** What a language folder says of itself. */
const AboutSchema = v.object({
  /** Its name in itself, for those who read it. */
  name: v.string(),
  direction: v.picklist(['ltr', 'rtl']),
  /** Whether somebody whose language it is has read it through. */
  checked: v.boolean(),
});
export type About = v.InferOutput<typeof AboutSchema>;

/** A language folder's wording: as the English one, without symbols. */
const WordsSchema = v.record(v.string(), v.record(v.string(), v.string()));

const abouts = import.meta.glob<unknown>('./languages/*/about.json', { eager: true, import: 'default' });
const wordings = import.meta.glob<unknown>(['./languages/*/*.json', '!./languages/*/about.json'], {
  import: 'default',
});
const folderOf = (path: string): string => path.split('/')[2] ?? '';

/** Right to left, in English letters: shows that no screen leans on the left, before anyone has translated it. */
export const PSEUDO = 'en-XB';
const pseudo: About = { name: 'Right to left', direction: 'rtl', checked: false };

const english: About = { name: 'English', direction: 'ltr', checked: true };

/** The languages that people can choose, by their tags; English first. */
export const languages: ReadonlyMap<string, About> = new Map([
  [FIRST, english],
  ...Object.entries(abouts).map(([path, about]) => [folderOf(path), v.parse(AboutSchema, about)] as const),
]);

/**
 * Makes the app speak a language, once its words are here; one that is not known is English. Where several are
 * asked for in quick turn, the last one holds.
 */
export async function speakLanguage(wanted: string, root: HTMLElement): Promise<void> {
  asked = wanted;
  const known = wanted === PSEUDO ? pseudo : languages.get(wanted);
  const language = known ? wanted : FIRST;
  if (language !== PSEUDO && language !== FIRST) await bring(language);
  if (asked !== wanted) return;
  root.lang = language;
  root.dir = known?.direction ?? 'ltr';
  if (languageNow() !== language) wearLanguage(language, language === PSEUDO ? mirrored : null);
}
let asked = FIRST;

const brought = new Set<string>();

async function bring(language: string): Promise<void> {
  if (brought.has(language)) return;
  const own = Object.entries(wordings).filter(([path]) => folderOf(path) === language);
  await Promise.all(
    own.map(async ([path, load]) => {
      const words = v.parse(WordsSchema, await load());
      const folder =
        path
          .split('/')
          .at(-1)
          ?.replace(/\.json$/, '') ?? '';
      addWords(folder, withPlurals(words, language), language);
    }),
  );
  brought.add(language);
}

/** Some languages have more forms of number than were written: those take the form for "other". */
function withPlurals(words: v.InferOutput<typeof WordsSchema>, language: string): Words {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const filled = Object.entries(words).map(([key, wording]) => {
    const others = Object.entries(wording).filter(([part]) => part.endsWith('_other'));
    const all = others.flatMap(([part, text]) =>
      forms.map((form) => [part.replace(/other$/, form), text] as const),
    );
    return [key, { ...Object.fromEntries(all), ...wording }] as const;
  });
  return Object.fromEntries(filled) as Words;
}

/** Each run of words between an override and its end, so that a browser sets it from right to left. */
function mirrored(text: string): string {
  return text.replace(/\p{L}[\p{L}\p{N} ,'’-]*/gu, (words) => `\u202E${words}\u202C`);
}
