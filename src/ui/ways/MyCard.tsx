import { cardCode, cardText, inFours } from '#access/card.ts';
import { useWays, waysNow } from '#access/ways.ts';
import { Button } from '../Button.tsx';
import { Dialog } from '../Dialog.tsx';
import { Picture } from '../Picture.tsx';
import { useSaid } from '../said.ts';
import { Say } from '../Say.tsx';
import { say as sayUi } from '../words.ts';
import { waysInWords } from './in-words.ts';
import { Square } from './Square.tsx';
import { say } from './words.ts';
import './card.css';

/** "My way to take part", to print or to photograph. Made of what holds now; it is kept nowhere. */
export function MyCard({ onClose }: { onClose(): void }) {
  const ways = useWays(waysNow);
  const said = useSaid();
  const code = inFours(cardCode(ways));
  return (
    <Dialog
      title={say('makeCard')}
      open
      onClose={onClose}
      foot={
        <>
          <Button phrase={sayUi('close')} mark="close" big onPress={onClose} />
          <Button phrase={say('printCard')} mark="print" weight="go" big onPress={() => window.print()} />
        </>
      }
    >
      <p>{said(say('cardWhy'))}</p>
      <div className="my-card print-alone" data-theme="light" data-words={ways.words} data-text={ways.text}>
        <h3>{said(say('cardTitle'))}</h3>
        <p className="my-card-name">
          <span>{said(say('cardName'))}</span>
        </p>
        <ul>
          {waysInWords(ways).map((way) => (
            <li key={way.plain}>
              <Picture symbol={way.symbol} />
              <span>{said(way)}</span>
            </li>
          ))}
        </ul>
        <div className="my-card-code">
          <Square text={cardText(ways)} name={said(say('squareName', { code }))} />
          <div>
            <p>{said(say('cardShow'))}</p>
            <p className="code">
              <b>{code}</b>
            </p>
          </div>
        </div>
      </div>
      <Say phrase={say('cardHolds')} />
    </Dialog>
  );
}
