import { useState } from 'react';
import { useWays, waysNow } from '#access/ways.ts';
import type { Replay } from '#workshop/replay.ts';
import { Button } from '#ui/Button.tsx';
import { Frame } from '#ui/Frame.tsx';
import { useSaid } from '#ui/said.ts';
import { adoptedRules, openActivity } from '../activity.ts';
import { Notices } from '../Notices.tsx';
import { Agenda } from './Agenda.tsx';
import { CopyOffer } from './CopyOffer.tsx';
import { Foot } from './Foot.tsx';
import { Now } from './Now.tsx';
import { PinDialog } from './PinDialog.tsx';
import { Sheets, type Sheet } from './Sheets.tsx';
import { ByStep, StepFoot } from './steps/ByStep.tsx';
import { StepTools } from './steps/StepTools.tsx';
import { useSteps } from './steps/useSteps.ts';
import { say as saySteps } from './steps/words.ts';
import { hintOf, titleOf } from './title.ts';
import { useRound } from './useRound.ts';
import { Where } from './Where.tsx';
import { say } from './words.ts';

/** The leader's screen while the workshop runs: the agenda at the side, and where the room is. */
export function Running({ id, replay }: { id: string; replay: Replay }) {
  const [sheet, setSheet] = useState<Sheet>('');
  const round = useRound(id);
  const said = useSaid();
  const { workshop } = replay;
  const opened = openActivity(replay, workshop.now);
  // Whoever reads in short sentences or pictures, or wants few things in sight, leads step by step.
  const bySteps = useWays((state) => waysNow(state).words !== 'plain' || waysNow(state).calm);
  const walk = useSteps(id, replay);
  return (
    <Frame
      title={titleOf(replay)}
      where={<Where workshop={workshop} />}
      help={
        bySteps
          ? [saySteps('help'), saySteps('helpMore'), say('helpCards')]
          : [say('helpNext'), say('helpRound'), say('helpShow'), say('helpCards')]
      }
      onStop={() => setSheet('cards')}
      rules={adoptedRules(replay)}
      {...(bySteps ? { step: walk.place } : {})}
      notice={
        <>
          <Notices />
          {/* Step by step, a copy is offered between two parts and not in the midst of one. */}
          {(!bySteps || walk.step === 'on' || walk.step === 'finish') && (
            <CopyOffer id={id} replay={replay} />
          )}
        </>
      }
      done={
        bySteps ? (
          <StepFoot walk={walk} onOpen={setSheet} />
        ) : (
          <Foot id={id} replay={replay} opened={opened} onOpen={setSheet} />
        )
      }
    >
      {bySteps ? (
        <ByStep id={id} replay={replay} walk={walk} onRound={round.start} onOpen={setSheet} />
      ) : (
        <div className="lead-grid">
          {/* The part of now comes first for those who listen or use keys; wide screens put it at the right. */}
          <div className="stack lead-now">
            <Now
              id={id}
              replay={replay}
              title={titleOf(replay)}
              hint={hintOf(replay)}
              opened={opened}
              onRound={round.start}
            />
          </div>
          <aside className="side" aria-labelledby="agenda-title">
            <Agenda replay={replay} />
            <div className="side-foot stack">
              <Button phrase={say('add')} mark="plus" onPress={() => setSheet('add')} />
              <Button phrase={say('changeAgenda')} mark="more" onPress={() => setSheet('agenda')} />
            </div>
          </aside>
        </div>
      )}
      <Sheets
        id={id}
        replay={replay}
        sheet={sheet}
        onOpen={setSheet}
        onClose={() => setSheet('')}
        first={
          bySteps && <StepTools id={id} replay={replay} opened={walk.opened} onClose={() => setSheet('')} />
        }
      />
      {round.offering && <PinDialog onGo={round.go} onClose={round.close} />}
      <p className="seen-by-readers">{said(say('leading'))}</p>
    </Frame>
  );
}
