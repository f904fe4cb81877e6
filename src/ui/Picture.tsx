import { isSymbolName, symbolUrl } from '#words/symbols.ts';

type Props = { symbol: string; framed?: boolean };

/** A symbol on its white tile. The word that it goes with stands beside it, so it has no text of its own. */
export function Picture({ symbol, framed = false }: Props) {
  if (!isSymbolName(symbol)) return null;
  return (
    <span className={`picture ${framed ? 'framed' : ''}`}>
      <img src={symbolUrl(symbol)} alt="" draggable={false} />
    </span>
  );
}
