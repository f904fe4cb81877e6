import { useState, type ReactNode } from 'react';
import { cards, type Card } from '#workshop/changes.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Picture } from '#ui/Picture.tsx';
import { Saved } from '#ui/Saved.tsx';
import { Say } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import { announce } from '#ui/Status.tsx';
import { joined } from '../joined.ts';
import { sendToWorkshop } from '../workshops.ts';
import { say } from './words.ts';

type Props = {
  workshop: string;
  open: boolean;
  onClose(): void;
  /** What this screen offers besides, such as going back to the curtain. */
  more?: ReactNode;
};

/** Stop opens this on every screen of a workshop: four silent cards that the leader sees. */
export function CardsDialog({ open, ...props }: Props) {
  // Mounted anew each time, so that it never opens on the card that somebody else put up.
  return open ? <Open {...props} /> : null;
}

function Open({ workshop, onClose, more }: Omit<Props, 'open'>) {
  const [sent, setSent] = useState<{ card: Card; kept: boolean } | null>(null);
  const said = useSaid();
  const putUp = async (card: Card): Promise<void> => {
    setSent({ card, kept: false });
    await sendToWorkshop(workshop, [{ type: 'card-put-up', card }]);
    setSent({ card, kept: true });
    announce(said(joined(say('isUp'), say('leaderSees'))));
  };
  if (sent) {
    return (
      <Dialog title={say(sent.card)} open onClose={onClose}>
        {sent.kept && <Saved phrase={say('isUp')} />}
        {sent.kept && <Say phrase={say('leaderSees')} />}
        <Button phrase={say('another')} mark="plus" onPress={() => setSent(null)} />
        {more}
      </Dialog>
    );
  }
  return (
    <Dialog title={say('putUp')} open onClose={onClose}>
      <p>{said(say('how'))}</p>
      <div className="choices cards-tiles">
        {cards.map((card) => (
          <button key={card} type="button" className="choice" onClick={() => void putUp(card)}>
            <Picture symbol={say(card).symbol} />
            <span>{said(say(card))}</span>
          </button>
        ))}
      </div>
      {more}
    </Dialog>
  );
}
