import { useState } from 'react';
import { changeWays } from '#access/ways.ts';
import { Button } from '../Button.tsx';
import { Dialog } from '../Dialog.tsx';
import { announce } from '../Status.tsx';
import { useSaid } from '../said.ts';
import { Say } from '../Say.tsx';
import { say as sayUi } from '../words.ts';
import { MyCard } from './MyCard.tsx';
import { ShowCard } from './ShowCard.tsx';
import { say } from './words.ts';
import './card.css';

/** A person's own card: show the one they have, or make one of how they want it now. */
export function CardSheet({ onClose }: { onClose(): void }) {
  const [step, setStep] = useState<'' | 'show' | 'make'>('');
  const said = useSaid();
  if (step === 'show')
    return (
      <ShowCard
        onClose={onClose}
        onCard={(ways) => {
          changeWays(ways);
          announce(said(say('cardRead')));
          onClose();
        }}
      />
    );
  if (step === 'make') return <MyCard onClose={onClose} />;
  return (
    <Dialog title={sayUi('myCard')} open onClose={onClose}>
      <div className="card-or">
        <Button
          phrase={say('haveCard')}
          mark="photo"
          weight="edge"
          big
          className="full"
          onPress={() => setStep('show')}
        />
        <Button
          phrase={say('makeCard')}
          mark="card"
          weight="edge"
          big
          className="full"
          onPress={() => setStep('make')}
        />
      </div>
      <Say phrase={say('cardHolds')} />
    </Dialog>
  );
}
