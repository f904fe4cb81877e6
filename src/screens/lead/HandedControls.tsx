import type { Replay } from '#workshop/replay.ts';
import { Button } from '#ui/Button.tsx';
import { useSaid } from '#ui/said.ts';
import { headingOf, openActivity } from '../activity.ts';
import { naming } from '../joined.ts';
import { sendToWorkshop } from '../workshops.ts';
import { timerChoices } from './minutes.ts';
import { backOf, nextOf } from './order.ts';
import { ShowButton } from './ShowButton.tsx';
import { isShown } from './showing.ts';
import { startTimer, stopTimer } from './timer.ts';
import { say } from './words.ts';

/** The controls that the leader handed to the people who take part; nothing when there are none. No PIN. */
export function HandedControls({ workshop: id, replay }: { workshop: string; replay: Replay }) {
  const said = useSaid();
  const { workshop } = replay;
  const { handed, timer, now } = workshop;
  const opened = openActivity(replay, now);
  const next = nextOf(workshop);
  const back = backOf(workshop);
  const goTo = (activity: string): void => void sendToWorkshop(id, [{ type: 'went-to', activity }]);
  const minutes = timerChoices(opened ? opened.kind.minutes(opened.setup) : 0)[0] ?? 5;
  if (handed.length === 0 || workshop.status !== 'running') return null;
  return (
    <section className="handed" aria-label={said(say('handed'))}>
      {handed.includes('back') && back && (
        <Button phrase={say('back')} mark="back" onPress={() => goTo(back.id)} />
      )}
      {handed.includes('timer') &&
        (timer ? (
          <Button phrase={say('stopTimer')} mark="pause" onPress={() => stopTimer(id, now)} />
        ) : (
          <Button
            phrase={say('startTimer', { count: minutes })}
            mark="timer"
            onPress={() => startTimer(id, now, minutes)}
          />
        ))}
      {handed.includes('reveal') && opened && (
        <ShowButton id={id} opened={opened} shown={isShown(opened, workshop.shown)} />
      )}
      {handed.includes('next') && next && (
        <Button
          phrase={naming((what) => say('nextTo', { what }), headingOf(replay, next.id))}
          markAfter="next"
          onPress={() => goTo(next.id)}
        />
      )}
    </section>
  );
}
