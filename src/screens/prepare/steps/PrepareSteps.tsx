import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { About } from '#workshop/changes.ts';
import type { Replay } from '#workshop/replay.ts';
import { aboutOf, agenda } from '#workshop/workshop.ts';
import { Button } from '#ui/Button.tsx';
import { Mark } from '#ui/Mark.tsx';
import { PhraseField } from '#ui/PhraseField.tsx';
import { Picture } from '#ui/Picture.tsx';
import { Saved } from '#ui/Saved.tsx';
import { Say } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import { Write } from '#ui/Write.tsx';
import { say as sayUi } from '#ui/words.ts';
import { headingOf, openActivity } from '../../activity.ts';
import { atOffice, savedHere } from '../../at-office.ts';
import { BigStep } from '../../lead/steps/BigStep.tsx';
import { say as saySteps } from '../../lead/steps/words.ts';
import { say as sayScreens } from '../../words.ts';
import { remarksOf } from '../remarks.ts';
import { say as sayPrepare } from '../words.ts';
import { steps, type Walk } from './useStep.ts';
import { say } from './words.ts';

type Props = {
  id: string;
  replay: Replay;
  walk: Walk;
  saved: boolean;
  onAbout(about: About): void;
  onAdd(): void;
};

/** Preparing, one question a screen: what, when, which parts, and is it ready. */
export function PrepareSteps({ id, replay, walk: { step, at }, saved, onAbout, onAdd }: Props) {
  const said = useSaid();
  return (
    <div className="stack prepare-step">
      <Say phrase={say(step)} level={1} hint={sayStepOf(at)} />
      {(step === 'what' || step === 'when') && (
        <>
          <AboutStep key={step} about={aboutOf(replay.workshop)} step={step} onAbout={onAbout} />
          <div className={saved ? '' : 'not-yet'}>
            <Saved phrase={savedHere()} />
          </div>
        </>
      )}
      {step === 'parts' && (
        <>
          <p>{said(say('partsHint'))}</p>
          <Parts id={id} replay={replay} of={agenda(replay.workshop).map((part) => part.id)} />
          <Button phrase={sayPrepare('add')} mark="plus" weight="edge" big onPress={onAdd} />
        </>
      )}
      {step === 'check' && <Check id={id} replay={replay} />}
    </div>
  );
}

const sayStepOf = (at: number) => saySteps('stepOf', { n: at + 1, count: steps.length });

/** The name, or the day and the place. What was written is kept when the step is left, by whichever way. */
function AboutStep({
  about,
  step,
  onAbout,
}: {
  about: About;
  step: 'what' | 'when';
  onAbout(about: About): void;
}) {
  const [draft, setDraft] = useState(about);
  const latest = useRef({ draft, about, onAbout });
  useEffect(() => {
    latest.current = { draft, about, onAbout };
  });
  const [keep] = useState(() => (): void => {
    const last = latest.current;
    if (JSON.stringify(last.draft) !== JSON.stringify(last.about)) last.onAbout(last.draft);
  });
  useEffect(() => keep, [keep]);
  const put = (change: Partial<About>): void => setDraft({ ...draft, ...change });
  if (step === 'what')
    return (
      <div onBlur={keep}>
        <PhraseField
          first
          label={sayPrepare('name')}
          value={draft.title}
          onChange={(title) => put({ title })}
        />
      </div>
    );
  return (
    <div className="stack" onBlur={keep}>
      <Write label={sayPrepare('day')} type="date" value={draft.date} onChange={(date) => put({ date })} />
      <Write label={sayPrepare('place')} value={draft.where} onChange={(where) => put({ where })} />
      <Write
        label={sayPrepare('leads')}
        hint={sayPrepare('leadsHint')}
        value={draft.ledBy}
        onChange={(ledBy) => put({ ledBy })}
      />
    </div>
  );
}

/** Parts as big rows: a tap opens one to write. */
function Parts({ id, replay, of }: { id: string; replay: Replay; of: readonly string[] }) {
  const navigate = useNavigate();
  const said = useSaid();
  return (
    <ol className="stack">
      {of.map((part) => {
        const heading = headingOf(replay, part);
        return (
          <li key={part}>
            <button
              type="button"
              className="workshop"
              onClick={() => void navigate(`/workshop/${id}/prepare/${part}`)}
            >
              <Picture symbol={heading.symbol} />
              <strong>{said(heading)}</strong>
              <Mark name="next" />
            </button>
          </li>
        );
      })}
    </ol>
  );
}

/** What is still to be written, or that all of it is there; and then it is led. */
function Check({ id, replay }: { id: string; replay: Replay }) {
  const navigate = useNavigate();
  const parts = agenda(replay.workshop);
  const toWrite = parts
    .map((part) => part.id)
    .filter((part) => {
      const opened = openActivity(replay, part);
      return opened && remarksOf(opened.kind.phrases(opened.setup)).length > 0;
    });
  return (
    <>
      <Say
        phrase={toWrite.length > 0 ? say('toWrite') : parts.length > 0 ? say('ready') : sayPrepare('empty')}
      />
      <Parts id={id} replay={replay} of={toWrite} />
      <BigStep
        phrase={atOffice() ? sayScreens('toTablets') : sayPrepare('lead')}
        onPress={() => void navigate(`/workshop/${id}/lead`)}
      />
    </>
  );
}

/** One step back, all on one page, and one step on. */
export function StepsFoot({ walk, onHome }: { walk: Walk; onHome(): void }) {
  const { at, go, showAll } = walk;
  return (
    <>
      <Button phrase={sayUi('back')} mark="back" onPress={() => (at > 0 ? go(at - 1) : onHome())} />
      <Button phrase={say('onePage')} mark="more" onPress={() => showAll(true)} />
      {at < steps.length - 1 && (
        <Button phrase={sayUi('next')} markAfter="next" weight="go" onPress={() => go(at + 1)} />
      )}
    </>
  );
}
