import { useState } from 'react';
import type { Replay } from '#workshop/replay.ts';
import { Button } from '#ui/Button.tsx';
import { Picture } from '#ui/Picture.tsx';
import { useSaid } from '#ui/said.ts';
import { say as sayUi } from '#ui/words.ts';
import type { Sheet } from '../Sheets.tsx';
import { ShowDialog } from '../ShowDialog.tsx';
import { show } from '../showing.ts';
import { SignalStrip, useAnnounced } from '../Signals.tsx';
import { TimerCard } from '../TimerCard.tsx';
import { hintOf, titleOf } from '../title.ts';
import { say as sayLead } from '../words.ts';
import { TheStep } from './TheStep.tsx';
import type { Step } from './steps.ts';
import type { Walk } from './useSteps.ts';
import { say } from './words.ts';

type Props = {
  id: string;
  replay: Replay;
  walk: Walk;
  onRound(): void;
  onOpen(sheet: Sheet): void;
};

/** Leading as a sequence of big steps: one thing to do, and everything else behind More. */
export function ByStep({ id, replay, walk, onRound, onOpen }: Props) {
  const [asking, setAsking] = useState(false);
  const said = useSaid();
  const { workshop } = replay;
  useAnnounced(workshop.cards);
  const { opened, part, step, at, count, on, follow } = walk;
  const title = titleOf(replay);
  const reveal = (): void => {
    if (!opened || part.shown) return on();
    if (opened.kind.round(opened.setup) === 'sealed') return setAsking(true);
    void show(id, opened).then(follow);
  };
  const act: Record<Step, () => void> = {
    read: on,
    round: onRound,
    show: reveal,
    together: on,
    on,
    finish: () => onOpen('finish'),
  };
  const timer = workshop.timer?.activity === workshop.now ? workshop.timer : null;
  return (
    <>
      <SignalStrip id={id} up={workshop.cards} />
      <div className="now-title">
        <Picture symbol={title.symbol} framed />
        <div>
          <h1>{said(title)}</h1>
          <p className="quiet">{said(hintOf(replay) ?? say('stepOf', { n: at + 1, count }))}</p>
        </div>
      </div>
      <TheStep id={id} replay={replay} walk={walk} onPress={act[step]} />
      {timer && opened && (
        <TimerCard
          id={id}
          activity={timer.activity}
          timer={timer}
          planned={opened.kind.minutes(opened.setup)}
        />
      )}
      {asking && opened && (
        <ShowDialog
          id={id}
          opened={opened}
          onClose={() => {
            setAsking(false);
            follow();
          }}
        />
      )}
    </>
  );
}

/** One step back, and everything else. */
export function StepFoot({ walk, onOpen }: { walk: Walk; onOpen(sheet: Sheet): void }) {
  return (
    <>
      <Button phrase={sayUi('back')} mark="back" off={!walk.back} onPress={() => walk.back?.()} />
      <Button phrase={sayLead('tools')} mark="settings" className="push" onPress={() => onOpen('tools')} />
    </>
  );
}
