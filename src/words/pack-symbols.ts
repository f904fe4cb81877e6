import { create } from 'zustand';
import { small, wordsIn } from './symbols.ts';

/** A symbol of the office's own, as phrases name it. */
export type PackSymbol = { name: string; label: string; words: readonly string[]; pack: string };

type Worn = {
  symbols: ReadonlyMap<string, PackSymbol>;
  /** Where its picture can be shown from, once it has been read. */
  address(name: string): Promise<string | undefined>;
};

const useWorn = create<Worn>(() => ({
  symbols: new Map(),
  address: () => Promise.resolve(undefined),
}));

/** Says which packs there are on this device. */
export function wearPacks(worn: Worn): void {
  useWorn.setState(worn);
}

export const isPackName = (symbol: string): boolean => symbol.startsWith('pack:');

/** The symbol of that name, where its pack is on this device. */
export const packSymbol = (name: string): PackSymbol | undefined => useWorn.getState().symbols.get(name);
export const usePackSymbols = (): ReadonlyMap<string, PackSymbol> => useWorn(({ symbols }) => symbols);
export const packAddress = (name: string): Promise<string | undefined> => useWorn.getState().address(name);

/** Symbols of packs whose word, or a word for it, starts with each word of `query`. */
export function findPackSymbols(query: string, limit: number): PackSymbol[] {
  const asked = wordsIn(query);
  if (asked.length === 0) return [];
  return fitting((own) => asked.every((word) => own.some((one) => one.startsWith(word))), limit);
}

/** Symbols of packs that fit the words of a sentence. */
export function suggestPackSymbols(text: string, limit: number): PackSymbol[] {
  const asked = new Set(wordsIn(text).filter((word) => !small.has(word)));
  if (asked.size === 0) return [];
  return fitting((own) => own.some((one) => asked.has(one)), limit);
}

function fitting(fits: (own: string[]) => boolean, limit: number): PackSymbol[] {
  const found: PackSymbol[] = [];
  for (const symbol of useWorn.getState().symbols.values()) {
    if (found.length < limit && fits([symbol.label, ...symbol.words].flatMap(wordsIn))) found.push(symbol);
  }
  return found;
}
