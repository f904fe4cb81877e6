import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Change } from '#workshop/changes.ts';
import type { Replay } from '#workshop/replay.ts';
import { aboutOf, agenda } from '#workshop/workshop.ts';
import { Button } from '#ui/Button.tsx';
import { Frame } from '#ui/Frame.tsx';
import { Saved } from '#ui/Saved.tsx';
import { useSaid } from '#ui/said.ts';
import { announce } from '#ui/Status.tsx';
import { say as sayUi } from '#ui/words.ts';
import { headingOf } from '../activity.ts';
import { atOffice, savedHere } from '../at-office.ts';
import { titleOf } from '../home/rows.ts';
import { KeepingCard } from '../follow/KeepingCard.tsx';
import { SeriesCard } from '../follow/SeriesCard.tsx';
import { naming } from '../joined.ts';
import { KeepingNotice } from '../KeepingNotice.tsx';
import { CheckedCard } from '../own-words/CheckedCard.tsx';
import { WordsCard } from '../own-words/WordsCard.tsx';
import { WithWorkshop } from '../WithWorkshop.tsx';
import { say as sayScreens } from '../words.ts';
import { AboutCard } from './AboutCard.tsx';
import { AddPart } from './AddPart.tsx';
import { AgendaRow, partId } from './AgendaRow.tsx';
import { addPart, describe, keepChange, movePart, removePart } from './change.ts';
import { PrepareSteps, StepsFoot } from './steps/PrepareSteps.tsx';
import { useStep } from './steps/useStep.ts';
import { say as saySteps } from './steps/words.ts';
import { StillCard } from './StillCard.tsx';
import { TwoVersions } from './TwoVersions.tsx';
import { undoLast, useCanUndo } from './undo.ts';
import { say } from './words.ts';

/** The agenda of one workshop, to be put together. */
export function Prepare() {
  return <WithWorkshop asWritten>{(id, replay) => <Agenda id={id} replay={replay} />}</WithWorkshop>;
}

function Agenda({ id, replay }: { id: string; replay: Replay }) {
  const [adding, setAdding] = useState(false);
  const [added, setAdded] = useState('');
  const [saving, setSaving] = useState(0);
  const walk = useStep(id);
  // What two tablets wrote at once is chosen where both stand side by side.
  const bySteps = walk.bySteps && replay.workshop.about.heads.length < 2;
  const canUndo = useCanUndo(id);
  const navigate = useNavigate();
  const said = useSaid();
  const title = titleOf(replay);
  const parts = agenda(replay.workshop);

  // A new part is opened once the journal shows it.
  const isHere = added in replay.workshop.activities;
  useEffect(() => {
    if (isHere) void navigate(`/workshop/${id}/prepare/${added}`);
  }, [isHere, added, id, navigate]);

  const follow = (work: Promise<unknown>, says?: string): void => {
    setSaving((count) => count + 1);
    void work.then(() => says && announce(says)).finally(() => setSaving((count) => count - 1));
  };
  const keepIt = (change: Change, back: Change): Promise<void> => {
    const work = keepChange(id, change, back);
    follow(work);
    return work;
  };
  // A button that goes, or cannot be pressed any more, must not take the focus with it.
  const move = (part: string, place: number): void => {
    if (place === 0 || place === parts.length - 1) document.getElementById(partId(part))?.focus();
    follow(movePart(id, replay, part, place), said(say('moved', { n: place + 1, of: parts.length })));
  };
  const remove = (part: string): void => {
    const at = parts.findIndex((one) => one.id === part);
    const near = parts[at + 1] ?? parts[at - 1];
    if (near) document.getElementById(partId(near.id))?.focus();
    follow(removePart(id, part), said(naming((what) => say('removed', { what }), headingOf(replay, part))));
  };

  return (
    <Frame
      title={naming((what) => say('prepareOf', { what }), title)}
      where={
        <div>
          <strong>{said(title)}</strong>
          <span className="quiet">{said(say('title'))}</span>
        </div>
      }
      help={
        bySteps
          ? [saySteps('help'), saySteps('helpAll')]
          : [say('helpOrder'), say('helpMove'), say('helpUndo'), say('helpThree')]
      }
      onStop={() => void navigate('/')}
      notice={<KeepingNotice />}
      {...(bySteps ? { step: walk.at } : {})}
      done={
        bySteps ? (
          <StepsFoot walk={walk} onHome={() => void navigate('/')} />
        ) : (
          <>
            <Button phrase={sayUi('back')} mark="back" onPress={() => void navigate('/')} />
            <Button
              phrase={sayUi('undo')}
              mark="undo"
              off={!canUndo}
              onPress={() => follow(undoLast(id), said(say('undone')))}
            />
            <div className={saving === 0 ? '' : 'not-yet'}>
              <Saved phrase={savedHere()} />
            </div>
            <Button
              phrase={atOffice() ? sayScreens('toTablets') : say('lead')}
              markAfter="next"
              weight="go"
              className="push"
              onPress={() => void navigate(`/workshop/${id}/lead`)}
            />
          </>
        )
      }
    >
      {bySteps ? (
        <PrepareSteps
          id={id}
          replay={replay}
          walk={walk}
          saved={saving === 0}
          onAbout={(about) => follow(describe(id, replay, about))}
          onAdd={() => setAdding(true)}
        />
      ) : (
        <div className="desk">
          <section className="stack desk-main">
            {walk.easy && (
              <Button phrase={saySteps('stepByStep')} mark="next" onPress={() => walk.showAll(false)} />
            )}
            <h1>{said(say('agenda'))}</h1>
            {replay.workshop.about.heads.length > 1 && (
              <TwoVersions
                versions={replay.workshop.about.heads.map(({ id: head, value }) => ({
                  id: head,
                  phrases: [value.title],
                }))}
                onUse={(head) => {
                  const chosen = replay.workshop.about.heads.find((one) => one.id === head);
                  follow(describe(id, replay, chosen?.value ?? aboutOf(replay.workshop)));
                }}
              />
            )}
            {parts.length === 0 ? (
              <div className="empty">
                <p>{said(say('empty'))}</p>
                <p className="quiet">{said(say('emptyHint'))}</p>
                <Button phrase={say('add')} mark="plus" weight="go" big onPress={() => setAdding(true)} />
              </div>
            ) : (
              <>
                <ol className="parts">
                  {parts.map((part, place) => (
                    <AgendaRow
                      key={part.id}
                      replay={replay}
                      workshop={id}
                      id={part.id}
                      place={place}
                      of={parts.length}
                      onMove={move}
                      onRemove={remove}
                    />
                  ))}
                </ol>
                <Button phrase={say('add')} mark="plus" weight="edge" big onPress={() => setAdding(true)} />
              </>
            )}
          </section>
          <aside className="desk-side">
            <AboutCard id={id} replay={replay} />
            <KeepingCard id={id} replay={replay} />
            <SeriesCard id={id} replay={replay} />
            <StillCard replay={replay} />
            <WordsCard id={id} replay={replay} onChange={keepIt} />
            <CheckedCard replay={replay} onChange={keepIt} />
          </aside>
        </div>
      )}
      {adding && (
        <AddPart
          headings={parts.map((part) => headingOf(replay, part.id))}
          onClose={() => setAdding(false)}
          onAdd={(kind, place) => follow(addPart(id, replay, kind, place).then(setAdded))}
        />
      )}
    </Frame>
  );
}
