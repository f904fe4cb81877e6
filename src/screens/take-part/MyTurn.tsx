import { useState } from 'react';
import { changeWays, standardWays, useWays } from '#access/ways.ts';
import type { Help } from '#workshop/changes.ts';
import type { Unfinished } from '#kiosk/turn.ts';
import type { Replay } from '#workshop/replay.ts';
import { Button } from '#ui/Button.tsx';
import { Frame } from '#ui/Frame.tsx';
import { WaysTiles } from '#ui/HowIWantIt.tsx';
import { useSaid } from '#ui/said.ts';
import { say as always } from '#ui/words.ts';
import { adoptedRules, type Opened } from '../activity.ts';
import { CardsDialog } from '../cards/CardsDialog.tsx';
import { Part } from '../Part.tsx';
import { WatchFilm } from '../spoken/WatchFilm.tsx';
import { Check, type Saving } from './Check.tsx';
import type { After } from './Curtain.tsx';
import { saveAnswer, savePassed } from './save.ts';
import { StillThere } from './StillThere.tsx';
import { backward, forward, saysNothing, skip, type Walked } from './walk.ts';
import { say } from './words.ts';

type Props = {
  replay: Replay;
  opened: Opened;
  visible: unknown;
  turn: Unfinished;
  onChange(turn: Unfinished): void;
  onEnd(how: After): Promise<void>;
  onLeader(): void;
};

/** One person's turn: how do you want it, the activity one step at a time, check, done. */
export function MyTurn({ replay, opened, visible, turn, onChange, onEnd, onLeader }: Props) {
  const [cards, setCards] = useState(false);
  const [help, setHelp] = useState<Help | ''>('');
  /** Counts the questions within a turn, so that each new one is a new screen to whoever looks or listens. */
  const [step, setStep] = useState(0);
  const [saving, setSaving] = useState<Saving>({ state: '' });
  const said = useSaid();
  const { kind, setup } = opened;
  const steps = kind.turn;
  if (!steps || !kind.parts.Screen) return null;

  const busy = saving.state === 'saving';
  const go = (stage: Unfinished['stage']): void => onChange({ ...turn, stage });
  const finish = async (done: 'saved' | 'passed'): Promise<void> => {
    if (busy) return;
    setSaving({ state: 'saving' });
    const how = saysNothing(steps, setup, turn.draft) ? 'passed' : done;
    try {
      await (how === 'saved' ? saveAnswer(opened, turn, help) : savePassed(opened, turn));
      await onEnd(how);
    } catch (error) {
      // The answer stays on the screen and in the draft: nothing is lost, and Done can be tapped again.
      setSaving({ state: 'not-saved', why: error instanceof Error ? error.message : '' });
    }
  };
  const walk = (walked: Walked): void => {
    if (walked.to === 'passed') return void finish('passed');
    setStep((now) => now + 1);
    onChange({ ...turn, stage: walked.to, draft: walked.draft });
  };

  const bars = {
    how: (
      <>
        <Button
          phrase={always('asItWas')}
          mark="undo"
          onPress={() => changeWays(useWays.getState().tablet ?? standardWays)}
        />
        <Button phrase={always('thisIsGood')} mark="tick" weight="go" onPress={() => go('answer')} />
      </>
    ),
    answer: (
      <>
        <Button
          phrase={always('back')}
          mark="back"
          onPress={() => walk(backward(steps, setup, turn.draft))}
        />
        <Button
          phrase={always('skip')}
          mark="skip"
          off={busy}
          onPress={() => walk(skip(steps, setup, turn.draft))}
        />
        <Button
          phrase={steps.next(setup, turn.draft) === null ? always('done') : say('next')}
          mark="tick"
          weight="go"
          off={!steps.ready(setup, turn.draft)}
          onPress={() => walk(forward(steps, setup, turn.draft))}
        />
      </>
    ),
    check: (
      <>
        <Button phrase={say('change')} mark="change" onPress={() => go('answer')} />
        <Button
          phrase={always('done')}
          mark="tick"
          weight="go"
          off={busy}
          onPress={() => void finish('saved')}
        />
      </>
    ),
  };
  const stage = turn.stage === 'helped' ? 'check' : turn.stage;
  return (
    <Frame
      key={stage}
      step={step}
      look={stage === 'answer' ? 'ask' : ''}
      title={
        stage === 'how' ? always('howTitle') : stage === 'check' ? say('checkTitle') : kind.heading(setup)
      }
      where={<strong>{said(kind.heading(setup))}</strong>}
      help={[say('helpAnswer'), say('helpSkip'), say('helpTime'), say('helpPerson')]}
      helpMore={<Button phrase={say('leader')} mark="lock" onPress={onLeader} />}
      rules={adoptedRules(replay)}
      notice={stage === 'answer' && <WatchFilm replay={replay} activity={opened.activity.id} />}
      onStop={() => setCards(true)}
      done={bars[stage]}
    >
      {stage === 'how' && (
        <>
          <div>
            <h1>{said(always('howTitle'))}</h1>
            <p>{said(always('howHint'))}</p>
          </div>
          <WaysTiles />
        </>
      )}
      {stage === 'answer' && (
        <Part
          load={kind.parts.Screen}
          props={{
            setup,
            state: visible,
            draft: turn.draft,
            onDraft: (draft) => onChange({ ...turn, draft }),
          }}
        />
      )}
      {stage === 'check' && (
        <Check
          rows={steps.check(setup, turn.draft, visible)}
          attachments={steps.deliver(setup, turn.draft).attachments}
          sealed={kind.round(setup) === 'sealed'}
          help={help}
          onHelp={setHelp}
          saving={saving}
        />
      )}
      <StillThere onLeader={onLeader} />
      <CardsDialog workshop={turn.workshop} open={cards} onClose={() => setCards(false)} />
    </Frame>
  );
}
