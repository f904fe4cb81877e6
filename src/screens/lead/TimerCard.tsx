import type { Timer } from '#workshop/workshop.ts';
import { Button } from '#ui/Button.tsx';
import { useSaid } from '#ui/said.ts';
import { timerChoices, useMinutesLeft } from './minutes.ts';
import { Mug } from './Mug.tsx';
import { startTimer, stopTimer } from './timer.ts';
import { say } from './words.ts';

type Props = { id: string; activity: string; timer: Timer | null; planned: number };

/** The gentle timer: the leader's alone to start and stop. It ends nothing. */
export function TimerCard({ id, activity, timer, planned }: Props) {
  const left = useMinutesLeft(timer);
  const said = useSaid();
  const running = timer && left !== null;
  const title = !running ? say('timer') : left > 0 ? say('left', { count: left }) : say('timeUp');
  const hint = running && left === 0 ? say('timeUpMore') : say('noHurry');
  return (
    <section className="card timer-card">
      <Mug left={running ? left : 1} of={running ? timer.minutes : 1} />
      <div className="timer-words">
        <h2>{said(title)}</h2>
        <p className="quiet">{said(hint)}</p>
      </div>
      <div className="timer-buttons">
        {running ? (
          <>
            {/* Time that is up starts anew; time that runs goes on for longer. */}
            <Button
              phrase={say('moreTime')}
              name={said(say('moreMinutes'))}
              mark="plus"
              onPress={() =>
                left > 0 ? startTimer(id, activity, timer.minutes + 5, timer.at) : startTimer(id, activity, 5)
              }
            />
            <Button phrase={say('stopTimer')} mark="pause" onPress={() => stopTimer(id, activity)} />
          </>
        ) : (
          timerChoices(planned).map((minutes) => (
            <Button
              key={minutes}
              phrase={say('minutes', { count: minutes })}
              name={said(say('startTimer', { count: minutes }))}
              mark="play"
              onPress={() => startTimer(id, activity, minutes)}
            />
          ))
        )}
      </div>
    </section>
  );
}
