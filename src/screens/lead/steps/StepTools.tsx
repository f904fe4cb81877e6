import type { Replay } from '#workshop/replay.ts';
import { Button } from '#ui/Button.tsx';
import type { Opened } from '../../activity.ts';
import { sendToWorkshop } from '../../workshops.ts';
import { timerChoices } from '../minutes.ts';
import { backOf, nextOf, skip } from '../order.ts';
import { ShowButton } from '../ShowButton.tsx';
import { isShown } from '../showing.ts';
import { startTimer, stopTimer } from '../timer.ts';
import { say as sayLead } from '../words.ts';
import { say } from './words.ts';

type Props = { id: string; replay: Replay; opened: Opened | undefined; onClose(): void };

/** What the leader's other screen has at its foot and beside it, for the part that the room is at. */
export function StepTools({ id, replay: { workshop }, opened, onClose }: Props) {
  const before = backOf(workshop);
  const next = nextOf(workshop);
  const minutes = timerChoices(opened ? opened.kind.minutes(opened.setup) : 0)[0] ?? 5;
  const then = (work: unknown): void => {
    void work;
    onClose();
  };
  return (
    <>
      <Button
        phrase={say('partBefore')}
        mark="back"
        off={!before}
        onPress={() => before && then(sendToWorkshop(id, [{ type: 'went-to', activity: before.id }]))}
      />
      <Button
        phrase={say('skipPart')}
        mark="skip"
        off={!next || workshop.now === ''}
        onPress={() => then(sendToWorkshop(id, skip(workshop, workshop.now)))}
      />
      {workshop.timer ? (
        <Button
          phrase={sayLead('stopTimer')}
          mark="pause"
          onPress={() => then(stopTimer(id, workshop.now))}
        />
      ) : (
        <Button
          phrase={sayLead('startTimer', { count: minutes })}
          mark="timer"
          className="whole"
          off={!opened}
          onPress={() => then(startTimer(id, workshop.now, minutes))}
        />
      )}
      {opened && <ShowButton id={id} opened={opened} shown={isShown(opened, workshop.shown)} />}
    </>
  );
}
