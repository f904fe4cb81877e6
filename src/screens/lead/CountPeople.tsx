import { useState } from 'react';
import type { Replay } from '#workshop/replay.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { useSaid } from '#ui/said.ts';
import { announce } from '#ui/Status.tsx';
import { Write } from '#ui/Write.tsx';
import { say as sayUi } from '#ui/words.ts';
import { sendToWorkshop } from '../workshops.ts';
import { say } from './words.ts';

const MOST = 10_000;
const inRange = (count: number): number => Math.min(MOST, Math.max(0, Math.floor(count) || 0));

/** How many people are here: one fewer, the number, one more. */
export function CountPeople({ here, onChange }: { here: number; onChange(here: number): void }) {
  const said = useSaid();
  const change = (next: number): void => {
    onChange(next);
    announce(said(next > 0 ? say('peopleHere', { count: next }) : say('noCount')));
  };
  return (
    <div className="count-people">
      <Button
        phrase={say('fewer')}
        mark="minus"
        big
        off={here === 0}
        onPress={() => change(inRange(here - 1))}
      />
      <Write
        label={say('peopleField')}
        type="number"
        value={String(here)}
        onChange={(typed) => onChange(inRange(Number(typed)))}
      />
      <Button
        phrase={say('more')}
        mark="plus"
        big
        off={here >= MOST}
        onPress={() => change(inRange(here + 1))}
      />
      <p className="people-here">{said(here > 0 ? say('peopleHere', { count: here }) : say('noCount'))}</p>
    </div>
  );
}

/** The sheet in which the number of people is changed while the workshop runs. */
export function PeopleDialog({ id, replay, onClose }: { id: string; replay: Replay; onClose(): void }) {
  const [here, setHere] = useState(replay.workshop.here);
  const said = useSaid();
  const done = (): void => {
    void sendToWorkshop(id, [{ type: 'people-counted', here }]);
    onClose();
  };
  const foot = (
    <>
      <Button phrase={sayUi('close')} mark="close" big onPress={onClose} />
      <Button phrase={sayUi('done')} mark="tick" weight="go" big onPress={done} />
    </>
  );
  return (
    <Dialog title={say('howMany')} open onClose={onClose} foot={foot}>
      <p>{said(say('howManyHint'))}</p>
      <CountPeople here={here} onChange={setHere} />
    </Dialog>
  );
}
