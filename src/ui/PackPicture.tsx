import { createContext, use, useEffect, useState } from 'react';
import { packAddress, usePackSymbols } from '#words/pack-symbols.ts';

/** On what leaves the office: the symbols of packs that may. Elsewhere null, and all are shown. */
export const LeavingContext = createContext<ReadonlySet<string> | null>(null);

type Props = { symbol: string; framed: boolean };

/** A symbol of the office's own. Where its pack is not, or where it may not go, its word stands alone. */
export function PackPicture({ symbol, framed }: Props) {
  const isHere = usePackSymbols().has(symbol);
  const leaving = use(LeavingContext);
  const may = isHere && (leaving === null || leaving.has(symbol));
  const [shown, setShown] = useState<{ symbol: string; url: string }>();
  useEffect(() => {
    if (!may) return;
    let gone = false;
    void packAddress(symbol).then((url) => !gone && url && setShown({ symbol, url }));
    return () => {
      gone = true;
    };
  }, [may, symbol]);
  if (!may) return null;
  return (
    <span className={`picture ${framed ? 'framed' : ''} ${leaving ? '' : 'stays-here'}`}>
      {shown?.symbol === symbol && <img src={shown.url} alt="" draggable={false} />}
    </span>
  );
}
