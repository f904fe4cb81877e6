import { useEffect, useRef, useState } from 'react';
import { cards, type Card } from '#workshop/changes.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Picture } from '#ui/Picture.tsx';
import { useSaid } from '#ui/said.ts';
import { announce } from '#ui/Status.tsx';
import { say as sayCards } from '../cards/words.ts';
import { say as sayUi } from '#ui/words.ts';
import { sendToWorkshop } from '../workshops.ts';
import { say } from './words.ts';

type Props = { id: string; up: Record<Card, number> };

/** The four cards with how many people put each up. A tap says that it was seen. */
export function Signals({ id, up }: Props) {
  const [open, setOpen] = useState<Card | ''>('');
  const said = useSaid();
  useAnnounced(up);
  const count = (card: Card): string =>
    said(up[card] === 0 ? say('none') : say('people', { count: up[card] }));
  return (
    <section aria-label={said(say('cardsUp'))}>
      <div className="cards-up">
        {cards.map((card) => (
          <button
            key={card}
            type="button"
            className={`signal ${up[card] > 0 ? 'up' : ''}`}
            onClick={() => setOpen(card)}
          >
            <Picture symbol={sayCards(card).symbol} />
            {said(sayCards(card))}
            <span>{count(card)}</span>
          </button>
        ))}
      </div>
      {open && <CardDialog id={id} card={open} count={up[open]} onClose={() => setOpen('')} />}
    </section>
  );
}

/** The cards that are up, in one line: it stays in sight while the answers fill the screen. */
export function SignalStrip({ id, up }: Props) {
  const [open, setOpen] = useState<Card | ''>('');
  const said = useSaid();
  const raised = cards.filter((card) => up[card] > 0);
  return (
    <div className={raised.length > 0 ? 'signal-strip' : ''}>
      {raised.map((card) => (
        <button key={card} type="button" className="button up" onClick={() => setOpen(card)}>
          <Picture symbol={sayCards(card).symbol} />
          <span>{`${said(sayCards(card))}: ${said(say('people', { count: up[card] }))}`}</span>
        </button>
      ))}
      {open && <CardDialog id={id} card={open} count={up[open]} onClose={() => setOpen('')} />}
    </div>
  );
}

function CardDialog({
  id,
  card,
  count,
  onClose,
}: {
  id: string;
  card: Card;
  count: number;
  onClose(): void;
}) {
  const said = useSaid();
  const takeDown = (): void => {
    void sendToWorkshop(id, [{ type: 'card-taken-down', card }]);
    onClose();
  };
  const foot = count > 0 && (
    <>
      <Button phrase={sayUi('close')} mark="close" big onPress={onClose} />
      <Button phrase={say('seen')} mark="tick" weight="go" big onPress={takeDown} />
    </>
  );
  return (
    <Dialog title={sayCards(card)} open onClose={onClose} {...(foot ? { foot } : {})}>
      <p>{said(count > 0 ? say('cardUp', { count }) : say('cardNone'))}</p>
      <p className="quiet">{said(say('cardHow'))}</p>
    </Dialog>
  );
}

/** A card that goes up is told to a leader who listens; nothing makes a sound by itself. */
export function useAnnounced(up: Record<Card, number>): void {
  const before = useRef(up);
  const said = useSaid();
  useEffect(() => {
    const risen = cards.find((card) => up[card] > before.current[card]);
    before.current = up;
    if (risen) announce(`${said(sayCards(risen))}: ${said(say('people', { count: up[risen] }))}`);
  }, [up, said]);
}
