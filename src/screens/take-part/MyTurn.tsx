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
import { Check, type Saving } from './Check.tsx';
import type { After } from './Curtain.tsx';
import { saveAnswer, savePassed } from './save.ts';
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
  const [saving, setSaving] = useState<Saving>({ state: '' });
  const said = useSaid();
  const { kind, setup } = opened;
  const steps = kind.turn;
  if (!steps || !kind.parts.Screen) return null;

  const busy = saving.state === 'saving';
  const go = (stage: Unfinished['stage']): void => onChange({ ...turn, stage });
  const finish = async (how: 'saved' | 'passed'): Promise<void> => {
    if (busy) return;
    setSaving({ state: 'saving' });
    try {
      await (how === 'saved' ? saveAnswer(opened, turn, help) : savePassed(turn));
      await onEnd(how);
    } catch (error) {
      // The answer stays on the screen and in the draft: nothing is lost, and Done can be tapped again.
      setSaving({ state: 'not-saved', why: error instanceof Error ? error.message : '' });
    }
  };
  const forward = (): void => {
    const next = steps.next(setup, turn.draft);
    if (next === null) go('check');
    else onChange({ ...turn, draft: next });
  };
  const backward = (): void => {
    const back = steps.back(setup, turn.draft);
    if (back === null) go('how');
    else onChange({ ...turn, draft: back });
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
        <Button phrase={always('back')} mark="back" onPress={backward} />
        <Button phrase={always('skip')} mark="skip" off={busy} onPress={() => void finish('passed')} />
        <Button
          phrase={steps.next(setup, turn.draft) === null ? always('done') : say('next')}
          mark="tick"
          weight="go"
          off={!steps.ready(setup, turn.draft)}
          onPress={forward}
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
      look={stage === 'answer' ? 'ask' : ''}
      title={stage === 'how' ? always('howTitle') : stage === 'check' ? say('checkTitle') : kind.heading(setup)}
      where={<strong>{said(kind.heading(setup))}</strong>}
      help={[say('helpAnswer'), say('helpSkip'), say('helpTime'), say('helpPerson')]}
      helpMore={<Button phrase={say('leader')} mark="lock" onPress={onLeader} />}
      rules={adoptedRules(replay)}
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
          props={{ setup, state: visible, draft: turn.draft, onDraft: (draft) => onChange({ ...turn, draft }) }}
        />
      )}
      {stage === 'check' && (
        <Check
          rows={steps.check(setup, turn.draft, visible)}
          sealed={kind.round(setup) === 'sealed'}
          help={help}
          onHelp={setHelp}
          saving={saving}
        />
      )}
      <CardsDialog workshop={turn.workshop} open={cards} onClose={() => setCards(false)} />
    </Frame>
  );
}
