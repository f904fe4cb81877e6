import type { Replay } from '#workshop/replay.ts';
import { Button } from '#ui/Button.tsx';
import { headingOf, type Opened } from '../activity.ts';
import { naming } from '../joined.ts';
import { sendToWorkshop } from '../workshops.ts';
import { backOf, nextOf, skip } from './order.ts';
import type { Sheet } from './Sheets.tsx';
import { ShowButton } from './ShowButton.tsx';
import { isShown } from './showing.ts';
import { say } from './words.ts';

type Props = { id: string; replay: Replay; opened: Opened | undefined; onOpen(sheet: Sheet): void };

/** Back, Skip, more; Show the answers, Next, or Finish in its place at the end. */
export function Foot({ id, replay, opened, onOpen }: Props) {
  const { workshop } = replay;
  const next = nextOf(workshop);
  const back = backOf(workshop);
  const goTo = (activity: string): void => void sendToWorkshop(id, [{ type: 'went-to', activity }]);
  return (
    <div className="lead-foot">
      <Button phrase={say('back')} mark="back" off={!back} onPress={() => back && goTo(back.id)} />
      <Button
        phrase={say('skip')}
        mark="skip"
        off={!next || workshop.now === ''}
        onPress={() => void sendToWorkshop(id, skip(workshop, workshop.now))}
      />
      <Button phrase={say('tools')} mark="settings" onPress={() => onOpen('tools')} />
      {opened && !opened.activity.removed && (
        <ShowButton id={id} opened={opened} shown={isShown(opened, workshop.shown)} className="show" />
      )}
      {next ? (
        <Button
          phrase={naming((what) => say('nextTo', { what }), headingOf(replay, next.id))}
          markAfter="next"
          weight="go"
          onPress={() => goTo(next.id)}
        />
      ) : (
        <Button phrase={say('finish')} markAfter="tick" weight="go" onPress={() => onOpen('finish')} />
      )}
    </div>
  );
}
