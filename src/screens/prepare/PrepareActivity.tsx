import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { Replay } from '#workshop/replay.ts';
import type { Phrase } from '#workshop/phrase.ts';
import { agenda } from '#workshop/workshop.ts';
import { phrase } from '#words/words.ts';
import { Button } from '#ui/Button.tsx';
import { Frame } from '#ui/Frame.tsx';
import { Saved } from '#ui/Saved.tsx';
import { useSaid } from '#ui/said.ts';
import { announce } from '#ui/Status.tsx';
import { say as sayUi } from '#ui/words.ts';
import { openActivity, type Opened } from '../activity.ts';
import { savedHere } from '../at-office.ts';
import { titleOf } from '../home/rows.ts';
import { naming } from '../joined.ts';
import { KeepingNotice } from '../KeepingNotice.tsx';
import { Nowhere } from '../NotFound.tsx';
import { Part } from '../Part.tsx';
import { WithWorkshop } from '../WithWorkshop.tsx';
import { say as sayShared } from '../words.ts';
import { SpokenCard } from '../spoken/SpokenCard.tsx';
import { sendToWorkshop } from '../workshops.ts';
import { Remarks } from './Remarks.tsx';
import { SeeIt } from './SeeIt.tsx';
import { swap } from './swap.ts';
import { TwoVersions } from './TwoVersions.tsx';
import { useCanUndo } from './undo.ts';
import { useSetup } from './useSetup.ts';
import { say } from './words.ts';

/** One part of the agenda, to be written. */
export function PrepareActivity() {
  const { activity = '' } = useParams();
  return (
    <WithWorkshop asWritten>
      {(id, replay) => {
        const opened = openActivity(replay, activity);
        if (opened) return <Writing key={activity} id={id} replay={replay} opened={opened} />;
        const unknown = activity in replay.workshop.activities;
        return (
          <Nowhere title={sayShared(unknown ? 'needsNewer' : 'notFound')} help={sayShared('missingHelp')} />
        );
      }}
    </WithWorkshop>
  );
}

function Writing({ id, replay, opened }: { id: string; replay: Replay; opened: Opened }) {
  const { activity, kind, setupIds } = opened;
  const { setup, saved, problem, change, flush, undo } = useSetup(id, opened);
  const [seeing, setSeeing] = useState(false);
  const canUndo = useCanUndo(id, activity.id);
  const navigate = useNavigate();
  const said = useSaid();
  const parts = agenda(replay.workshop);
  const place = parts.findIndex((part) => part.id === activity.id);
  const title = phrase(kind.name, 'title');
  // What can't be kept at once is kept from the next screen, which says so: nobody is held here.
  const leave = (): void =>
    void Promise.race([flush(), new Promise((resolve) => setTimeout(resolve, 800))]).then(() =>
      navigate(`/workshop/${id}/prepare`),
    );
  const put = (old: Phrase, next: Phrase): void => change(swap(setup, old, next));
  const two = setupIds.length > 1 && saved;

  return (
    <Frame
      title={naming((what) => say('prepareOf', { what }), title)}
      where={
        <div>
          <strong>{said(kind.heading(setup))}</strong>
          <span className="quiet">
            {said(naming((what) => say('partOf', { n: place + 1, of: parts.length, what }), titleOf(replay)))}
          </span>
        </div>
      }
      help={[say('helpThree'), say('helpSee'), say('helpUndo')]}
      onStop={leave}
      notice={
        <>
          <KeepingNotice />
          {problem && <p className="wrong">{problem}</p>}
        </>
      }
      done={
        <>
          <Button
            phrase={sayUi('undo')}
            mark="undo"
            off={!canUndo && saved}
            onPress={() => void undo().then(() => announce(said(say('undone'))))}
          />
          <Button phrase={say('see')} mark="show" className="see" onPress={() => setSeeing(true)} />
          <div className={saved ? '' : 'not-yet'}>
            <Saved phrase={savedHere()} />
          </div>
          <Button phrase={sayUi('done')} mark="tick" weight="go" className="push" onPress={leave} />
        </>
      }
    >
      <h1 className="writing-title">{said(naming((what) => say('prepareOf', { what }), title))}</h1>
      <div className="writing">
        <section className="stack">
          {two ? (
            <TwoVersions
              versions={activity.setup.heads.map((head) => ({
                id: head.id,
                phrases: phrasesOf(opened, head.value),
              }))}
              onUse={(head) => void choose(id, opened, head)}
            />
          ) : (
            <Part load={kind.parts.Editor} props={{ setup, onChange: change }} />
          )}
        </section>
        <div className="stack writing-side">
          <Remarks phrases={kind.phrases(setup)} onPhrase={put} />
          <SpokenCard workshop={id} replay={replay} opened={{ ...opened, setup }} />
        </div>
      </div>
      {seeing && <SeeIt kind={kind} setup={setup} onClose={() => setSeeing(false)} />}
    </Frame>
  );
}

function phrasesOf({ kind }: Opened, stored: unknown): Phrase[] {
  const setup = kind.readSetup(stored);
  return setup === undefined ? [sayShared('needsNewer')] : kind.phrases(setup);
}

/** The chosen version becomes the only one: it builds on all of them. */
async function choose(workshop: string, { activity, setupIds }: Opened, head: string): Promise<void> {
  const chosen = activity.setup.heads.find((one) => one.id === head);
  if (!chosen) return;
  await sendToWorkshop(
    workshop,
    [{ type: 'activity-set-up', activity: activity.id, setup: chosen.value }],
    setupIds,
  );
}
