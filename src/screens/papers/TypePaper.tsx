import { useState, type KeyboardEvent } from 'react';
import { newId } from '#workshop/entry.ts';
import type { Attachment } from '#workshop/attachment.ts';
import type { Help } from '#workshop/changes.ts';
import { Button } from '#ui/Button.tsx';
import { Frame } from '#ui/Frame.tsx';
import { Saved } from '#ui/Saved.tsx';
import { useSaid } from '#ui/said.ts';
import { say as always } from '#ui/words.ts';
import type { Opened } from '../activity.ts';
import { Part } from '../Part.tsx';
import { saveAnswer, savePassed } from '../take-part/save.ts';
import { backward, forward, saysNothing, skip, type Walked } from '../take-part/walk.ts';
import { CheckPaper, type Saving } from './CheckPaper.tsx';
import { say } from './words.ts';

type Props = {
  workshop: string;
  opened: Opened;
  visible: unknown;
  n: number;
  of: number;
  onSaved(): void;
  onStop(): void;
};

/**
 * One paper, on the screens of a turn. The paper lies on the table, so nothing of it is kept half-made; the ids
 * are chosen once, so that trying again after a failure counts nobody twice.
 */
export function TypePaper({ workshop, opened, visible, n, of, onSaved, onStop }: Props) {
  const { kind, setup, activity } = opened;
  const steps = kind.turn;
  // Always the first turn's: the answers stand in the order in which they stand on the paper.
  const [turn, setTurn] = useState(() => ({
    workshop,
    activity: activity.id,
    draft: steps?.start(setup, 0, visible),
    answerIds: Array.from({ length: 8 }, newId),
    turnId: newId(),
  }));
  const [stage, setStage] = useState<'answer' | 'check'>('answer');
  const [step, setStep] = useState(0);
  const [help, setHelp] = useState<Help | ''>('');
  const [photo, setPhoto] = useState<Attachment>();
  const [saving, setSaving] = useState<Saving>({ state: '' });
  const said = useSaid();
  if (!steps || !kind.parts.Screen) return null;

  const { draft } = turn;
  const busy = saving.state === 'saving';
  const finish = async (): Promise<void> => {
    if (busy) return;
    setSaving({ state: 'saving' });
    try {
      await (saysNothing(steps, setup, turn.draft)
        ? savePassed(opened, turn)
        : saveAnswer(opened, turn, help, { photo }));
      onSaved();
    } catch (error) {
      setSaving({ state: 'not-saved', why: error instanceof Error ? error.message : '' });
    }
  };
  const walk = (walked: Walked): void => {
    if (walked.to === 'passed') {
      void savePassed(opened, turn).then(onSaved, () => setSaving({ state: 'not-saved', why: '' }));
      return;
    }
    if (walked.to === 'how') return onStop();
    setStep((now) => now + 1);
    setStage(walked.to);
    setTurn({ ...turn, draft: walked.draft });
  };
  const ready = stage === 'check' ? !busy : steps.ready(setup, draft);
  const goOn = (): void => (stage === 'check' ? void finish() : walk(forward(steps, setup, draft)));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !ready) return;
    event.preventDefault();
    goOn();
  };
  const title = say('paperOf', { n, of });
  return (
    <div onKeyDownCapture={onKeyDown} role="presentation">
      <Frame
        key={stage}
        step={step}
        look={stage === 'answer' ? 'ask' : ''}
        title={title}
        where={
          <div>
            <strong>{said(title)}</strong>
            <span className="quiet">{said(kind.heading(setup))}</span>
          </div>
        }
        help={[say('asOnPaper'), say('howManyHint')]}
        onStop={onStop}
        notice={
          <section className="paper-notice" aria-label={said(title)}>
            <p>
              <strong>{said(title)}.</strong> {said(say('asOnPaper'))}
            </p>
            {n > 1 && step === 0 && stage === 'answer' && <Saved phrase={say('savedPaper', { n: n - 1 })} />}
          </section>
        }
        done={
          stage === 'check' ? (
            <>
              <Button phrase={say('change')} mark="change" onPress={() => setStage('answer')} />
              <Button phrase={say('keepPaper')} mark="tick" weight="go" off={busy} onPress={goOn} />
            </>
          ) : (
            <>
              <Button
                phrase={always('back')}
                mark="back"
                onPress={() => walk(backward(steps, setup, draft))}
              />
              <Button phrase={say('blank')} mark="skip" onPress={() => walk(skip(steps, setup, draft))} />
              <Button phrase={say('next')} mark="tick" weight="go" off={!ready} onPress={goOn} />
            </>
          )
        }
      >
        {stage === 'answer' ? (
          <Part
            load={kind.parts.Screen}
            props={{
              setup,
              state: visible,
              draft,
              onDraft: (next) => setTurn({ ...turn, draft: next }),
            }}
          />
        ) : (
          <CheckPaper
            rows={steps.check(setup, draft, visible)}
            attachments={steps.deliver(setup, draft).attachments}
            sealed={kind.round(setup) === 'sealed'}
            help={help}
            onHelp={setHelp}
            photo={photo}
            onPhoto={setPhoto}
            saving={saving}
          />
        )}
      </Frame>
    </div>
  );
}
