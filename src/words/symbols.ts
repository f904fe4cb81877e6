import { FIRST, inLanguage, languageNow } from './language.ts';
import { rewordNow } from './reword.ts';
import list from './symbols.json' with { type: 'json' };

/** A name that is not in symbols.json does not compile. */
export type SymbolName = keyof typeof list;
type About = { label: string; search: string[]; group: string };

const symbols: Record<SymbolName, About> = list;

export function isSymbolName(name: unknown): name is SymbolName {
  return typeof name === 'string' && Object.hasOwn(list, name);
}

export const symbolNames: readonly SymbolName[] = Object.keys(list).filter(isSymbolName);

/** The word that stands beside a symbol: the group's own, where it has one. */
export function symbolLabel(name: SymbolName): string {
  const label = inLanguage(`symbols:${name}.label`, { defaultValue: symbols[name].label });
  return rewordNow()?.(label) ?? label;
}

/** Where its picture stands in the app. */
export function symbolUrl(name: SymbolName): string {
  return `/symbols/${name}.svg`;
}

/** The symbols in the groups in which they are offered. */
export function symbolGroups(): { group: string; names: SymbolName[] }[] {
  const groups = new Map<string, SymbolName[]>();
  for (const name of symbolNames) {
    const { group } = symbols[name];
    groups.set(group, [...(groups.get(group) ?? []), name]);
  }
  return [...groups].map(([group, names]) => ({ group, names }));
}

/** Symbols whose word, or a word for it, starts with each word of `query`; best first. All for ''. */
export function findSymbols(query: string, limit = 48): SymbolName[] {
  const asked = wordsIn(query);
  return symbolNames
    .map((name) => ({ name, score: scoreOf(name, asked) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ name }) => name);
}

/** Words that say nothing about what a picture should show. */
export const small = new Set(
  'a an the of to in on at is are be do we i you it and or for with what how that this our my'.split(' '),
);

/** Symbols that fit the words of a sentence, best first. */
export function suggestSymbols(text: string, limit = 12): SymbolName[] {
  const words = wordsIn(text).filter((word) => !small.has(word));
  const best = new Map<SymbolName, number>();
  for (const word of words) {
    for (const name of symbolNames) {
      const score = wholeWord(name, word);
      if (score > 0) best.set(name, (best.get(name) ?? 0) + score);
    }
  }
  return [...best]
    .sort((a, b) => b[1] - a[1])
    .slice(0, limit)
    .map(([name]) => name);
}

/** Lower case, without accents, without a plural's ending. */
export function wordsIn(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]/g, '');
  return plain
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map(singular);
}

function singular(word: string): string {
  if (word.length <= 3 || !word.endsWith('s') || word.endsWith('ss')) return word;
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.slice(0, /(?:ss|x|ch|sh|bus)es$/.test(word) ? -2 : -1);
}

type Vocabulary = Map<SymbolName, { label: string[]; search: string[] }>;
const vocabularies = new Map<string, Vocabulary>();

/** The words of every symbol, taken apart at the first search: the app's start does not wait for it. */
function wordsFor(name: SymbolName): { label: string[]; search: string[] } {
  const language = languageNow();
  const vocabulary =
    vocabularies.get(language) ??
    new Map(
      symbolNames.map((one) => {
        const { label, search } = symbols[one];
        // In another language its own word comes first, and the English ones are found too.
        const own = language === FIRST ? [] : wordsIn(symbolLabel(one));
        const rest = [...(own.length > 0 ? [label] : []), ...search];
        return [one, { label: own.length > 0 ? own : wordsIn(label), search: rest.flatMap(wordsIn) }];
      }),
    );
  vocabularies.set(language, vocabulary);
  return vocabulary.get(name) ?? { label: [], search: [] };
}

function scoreOf(name: SymbolName, asked: readonly string[]): number {
  const { label, search } = wordsFor(name);
  let score = 1;
  for (const word of asked) {
    const inLabel = label.some((own) => own.startsWith(word));
    const inSearch = search.some((own) => own.startsWith(word));
    if (!inLabel && !inSearch) return 0;
    score += inLabel ? 3 : 1;
    if (label.length === 1 && label[0] === word) score += 3;
  }
  return score;
}

function wholeWord(name: SymbolName, word: string): number {
  const { label, search } = wordsFor(name);
  if (label.includes(word)) return label.length === 1 ? 4 : 2;
  return search.includes(word) ? 1 : 0;
}
