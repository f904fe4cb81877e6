import { isPackName } from '#words/pack-symbols.ts';
import { isSymbolName, symbolUrl } from '#words/symbols.ts';
import { PackPicture } from './PackPicture.tsx';

type Props = { symbol: string; framed?: boolean };

/** A symbol on its white tile. The word that it goes with stands beside it, so it has no text of its own. */
export function Picture({ symbol, framed = false }: Props) {
  if (isPackName(symbol)) return <PackPicture symbol={symbol} framed={framed} />;
  if (!isSymbolName(symbol)) return null;
  return (
    <span className={`picture ${framed ? 'framed' : ''}`}>
      <img src={symbolUrl(symbol)} alt="" draggable={false} />
    </span>
  );
}
