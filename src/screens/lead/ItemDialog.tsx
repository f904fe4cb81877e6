import { useNavigate } from 'react-router';
import type { Change } from '#workshop/changes.ts';
import type { Replay } from '#workshop/replay.ts';
import { agenda } from '#workshop/workshop.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { useSaid } from '#ui/said.ts';
import { announce } from '#ui/Status.tsx';
import { say as sayUi } from '#ui/words.ts';
import { headingOf } from '../activity.ts';
import { sendToWorkshop } from '../workshops.ts';
import { lookOf, moveBy, skip, takeOut } from './order.ts';
import { say } from './words.ts';

type Props = { id: string; replay: Replay; activity: string; onBack(): void; onClose(): void };

/** What can be done with one part of the agenda. */
export function ItemDialog({ id, replay, activity, onBack, onClose }: Props) {
  const navigate = useNavigate();
  const said = useSaid();
  const { workshop } = replay;
  const heading = headingOf(replay, activity);
  const look = lookOf(workshop, activity);
  const items = agenda(workshop);
  const at = items.findIndex((one) => one.id === activity);
  const close = (changes: Change[]): void => {
    void sendToWorkshop(id, changes);
    onClose();
  };
  const move = (by: -1 | 1): void => {
    const what = said(heading);
    void sendToWorkshop(id, moveBy(workshop, activity, by));
    announce(said(say('movedTo', { what, n: at + 1 + by, count: items.length })));
  };
  const remove = (): void => {
    announce(said(say('takenOut', { what: said(heading) })));
    close(takeOut(workshop, activity));
  };
  const foot = (
    <>
      <Button phrase={say('allParts')} mark="back" big onPress={onBack} />
      <Button phrase={sayUi('close')} mark="close" big onPress={onClose} />
    </>
  );
  return (
    <Dialog title={heading} open onClose={onClose} foot={foot}>
      <p className="quiet">{said(say('movedTo', { what: said(heading), n: at + 1, count: items.length }))}</p>
      <div className="item-menu">
        <Button
          phrase={say('goTo')}
          mark="next"
          weight="edge"
          off={look === 'now'}
          onPress={() => close([{ type: 'went-to', activity }])}
        />
        <Button phrase={say('moveUp')} mark="up" off={at <= 0} onPress={() => move(-1)} />
        <Button phrase={say('moveDown')} mark="down" off={at >= items.length - 1} onPress={() => move(1)} />
        <Button
          phrase={say('skipThis')}
          mark="skip"
          off={look === 'skipped'}
          onPress={() => close(skip(workshop, activity))}
        />
        <Button
          phrase={say('edit')}
          mark="change"
          onPress={() => void navigate(`/workshop/${id}/prepare/${activity}`)}
        />
        <Button phrase={say('takeOut')} mark="remove" onPress={remove} />
      </div>
    </Dialog>
  );
}
