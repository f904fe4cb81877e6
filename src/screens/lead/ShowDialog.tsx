import { useEffect, useState } from 'react';
import { countSealed } from '#journal/sealed.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Say } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import { Told } from '#ui/Told.tsx';
import type { Opened } from '../activity.ts';
import { show } from './showing.ts';
import { notYet } from './turns.ts';
import { say } from './words.ts';

type Props = { id: string; opened: Opened; onClose(): void };

/** Asks before a sealed round is closed and shown: who is still to have a turn, and what does not add up. */
export function ShowDialog({ id, opened, onClose }: Props) {
  const [state, setState] = useState<'asking' | 'showing' | 'failed'>('asking');
  const answers = useSealedCount(id, opened.activity.id);
  const said = useSaid();
  const { room } = opened;
  const yet = notYet(room);
  const go = (): void => {
    setState('showing');
    show(id, opened).then(onClose, () => setState('failed'));
  };
  const busy = state === 'showing';
  const foot = (
    <>
      <Button phrase={say('notYet')} mark="back" big off={busy} onPress={onClose} />
      <Button
        phrase={busy ? say('showing') : say('show')}
        mark="show"
        weight="go"
        big
        off={busy}
        onPress={go}
      />
    </>
  );
  return (
    <Dialog title={say('showAsk')} open onClose={onClose} foot={foot}>
      {room.here > 0 && <Say phrase={yet > 0 ? say('showYet', { count: yet }) : say('showAll')} />}
      {answers > room.turns.taken && (
        <Say phrase={say('moreAnswers', { answers, turns: room.turns.taken })} />
      )}
      <Say phrase={say('showCloses')} />
      {state === 'failed' && <Told wrong words={said(say('showFailed'))} />}
    </Dialog>
  );
}

/** How many answers are in the box; 0 until that is known. */
function useSealedCount(workshop: string, activity: string): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    let here = true;
    countSealed(workshop, activity).then(
      (found) => here && setCount(found),
      // A box that cannot be read is said when it is opened, with what to do.
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, [workshop, activity]);
  return count;
}
