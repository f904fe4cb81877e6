import { useState } from 'react';
import type { Replay } from '#workshop/replay.ts';
import { agenda } from '#workshop/workshop.ts';
import { Dialog } from '#ui/Dialog.tsx';
import { useSaid } from '#ui/said.ts';
import { headingOf } from '../activity.ts';
import { Item } from './Agenda.tsx';
import { ItemDialog } from './ItemDialog.tsx';
import { lookOf } from './order.ts';
import { say } from './words.ts';

/** The agenda to choose a part from, and what can be done with it. */
export function ChangeAgenda({ id, replay, onClose }: { id: string; replay: Replay; onClose(): void }) {
  const [chosen, setChosen] = useState('');
  const said = useSaid();
  const items = agenda(replay.workshop);
  const still = items.some((one) => one.id === chosen);
  if (still) {
    const back = (): void => setChosen('');
    return <ItemDialog id={id} replay={replay} activity={chosen} onBack={back} onClose={onClose} />;
  }
  return (
    <Dialog title={say('changeAgenda')} open onClose={onClose}>
      <p>{said(say(items.length > 0 ? 'changeHint' : 'nothingYet'))}</p>
      <ol className="agenda to-choose">
        {items.map((one) => (
          <li key={one.id}>
            <button type="button" className="button" onClick={() => setChosen(one.id)}>
              <Item heading={headingOf(replay, one.id)} look={lookOf(replay.workshop, one.id)} />
            </button>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
