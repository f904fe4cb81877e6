import { isPackName, packSymbol } from '#words/pack-symbols.ts';
import { isSymbolName, symbolLabel } from '#words/symbols.ts';

/** The word of a symbol. One that this tablet does not have, from a newer app, is called by its name. */
export function symbolWord(symbol: string): string {
  if (isPackName(symbol)) return packSymbol(symbol)?.label ?? '';
  const word = isSymbolName(symbol) ? symbolLabel(symbol) : '';
  return word || symbol.replaceAll('-', ' ');
}
