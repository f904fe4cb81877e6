import { useState } from 'react';
import { askHub } from '#sync/office/ask.ts';
import { decideHeld } from '#wire/tablets.ts';
import type { Phrase } from '#workshop/phrase.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Say } from '#ui/Say.tsx';
import { Told } from '#ui/Told.tsx';
import { useSaid } from '#ui/said.ts';
import { useWork } from '../useWork.ts';
import { say } from '../words.ts';
import type { Tablet } from './Tablets.tsx';

type Props = { tablet: Tablet; onClose(): void };

/** What a disconnected tablet handed in afterwards: keep it, or throw it away. Throwing away is asked twice. */
export function HeldDialog({ tablet, onClose }: Props) {
  const [sure, setSure] = useState(false);
  const [done, setDone] = useState<Phrase>();
  const { working, problem, work } = useWork();
  const said = useSaid();
  const count = tablet.held;
  const decide = (keep: boolean): void =>
    work(async () => {
      // As many as were decided about: in the list of tablets it is none by now.
      const { entries } = await askHub(decideHeld, { params: { tablet: tablet.id }, body: { keep } });
      setDone(say(keep ? 'heldKept' : 'heldThrown', { count: entries }));
    });
  if (done) {
    return (
      <Dialog title={say('heldTitle', { name: tablet.name })} open onClose={onClose}>
        <Told words={said(done)} />
      </Dialog>
    );
  }
  return (
    <Dialog
      title={sure ? say('throwAsk', { count }) : say('heldTitle', { name: tablet.name })}
      open
      onClose={onClose}
      foot={
        sure ? (
          <>
            <Button phrase={say('throwNo')} mark="back" big onPress={() => setSure(false)} />
            <Button
              phrase={say('throwYes')}
              mark="remove"
              className="stop"
              big
              off={working}
              onPress={() => decide(false)}
            />
          </>
        ) : (
          <>
            <Button phrase={say('throw')} mark="remove" big onPress={() => setSure(true)} />
            <Button
              phrase={say('keepHeld')}
              mark="tick"
              weight="go"
              big
              off={working}
              onPress={() => decide(true)}
            />
          </>
        )
      }
    >
      {sure ? (
        <Say phrase={say('throwMeans')} />
      ) : (
        <Say phrase={say('held', { count })} hint={say('heldWhy')} />
      )}
      {problem && <Told words={problem} wrong />}
    </Dialog>
  );
}
