import { create } from 'zustand';

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
