import { useEffect, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { theStore } from '#journal/store.ts';
import { askHub } from '#sync/office/ask.ts';
import { findNaming, MOST_REDACTED } from '#wire/keeping.ts';
import type { Entry } from '#workshop/entry.ts';
import type { Replay } from '#workshop/replay.ts';
import { Button } from '#ui/Button.tsx';
import { useSaid } from '#ui/said.ts';
import { Told } from '#ui/Told.tsx';
import { WithWorkshop } from '../../WithWorkshop.tsx';
import { OfficeFrame } from '../OfficeFrame.tsx';
import { useWork } from '../useWork.ts';
import { ForgetDialog } from './ForgetDialog.tsx';
import { findPointing, hangingOn, type Hanging } from './hangs.ts';
import { SaidList } from './SaidList.tsx';
import { saidOnes } from './said-ones.ts';
import { say } from './words.ts';

/** Removes what one person said: choose, look at it once more, remove. */
export function Forget() {
  return <WithWorkshop asWritten>{(id, replay) => <ForgetIn id={id} replay={replay} />}</WithWorkshop>;
}

function ForgetIn({ id, replay }: { id: string; replay: Replay }) {
  const entries = useEntries(id, replay);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [looking, setLooking] = useState<{ hanging: Hanging; more: boolean }>();
  const [told, setTold] = useState('');
  const { working, problem, work } = useWork();
  const navigate = useNavigate();
  const said = useSaid();
  // Thousands of entries are not read anew for every tap.
  const all = useMemo(() => saidOnes(replay, entries), [replay, entries]);
  const mine = all.filter((one) => chosen.has(one.id));
  const toggle = (entry: string): void => {
    const now = new Set(chosen);
    if (!now.delete(entry)) now.add(entry);
    setChosen(now);
    setTold('');
  };
  const look = (): void =>
    work(async () => {
      const ids = new Set(mine.map((one) => one.id).slice(0, MOST_REDACTED));
      const naming = await findPointing(
        entries.filter((entry) => ids.has(entry.id)),
        (some) => askHub(findNaming, { body: { entries: some } }),
      );
      setLooking({ hanging: hangingOn(id, ids, all, entries, naming.entries), more: naming.more });
    });
  const done = (removed: number): void => {
    setLooking(undefined);
    setChosen(new Set());
    setTold(said(removed > 0 ? say('done', { count: removed }) : say('doneNone')));
  };

  return (
    <OfficeFrame
      title={say('forgetTitle')}
      help={[say('forgetIntro'), say('helpForget'), say('sealedHint')]}
      done={
        <>
          <Button phrase={say('backToIt')} mark="back" onPress={() => void navigate(`/workshop/${id}`)} />
          <Button
            phrase={say('look')}
            mark="search"
            weight="go"
            off={mine.length === 0 || working}
            onPress={look}
          />
        </>
      }
    >
      <section className="stack">
        <h1>{said(say('forgetTitle'))}</h1>
        {told && <Told words={told} />}
        {problem && <Told words={problem} wrong />}
        <p>{said(say('forgetIntro'))}</p>
        <p className="quiet">{said(say('helpForget'))}</p>
        <p>
          <strong>{said(mine.length > 0 ? say('chosen', { count: mine.length }) : say('chosenNone'))}</strong>
        </p>
        <SaidList all={all} chosen={chosen} onToggle={toggle} />
      </section>
      {looking && (
        <ForgetDialog
          workshop={id}
          chosen={mine}
          {...looking}
          onClose={() => setLooking(undefined)}
          onDone={done}
        />
      )}
    </OfficeFrame>
  );
}

/** The entries themselves, read again whenever the workshop has changed. */
function useEntries(workshop: string, replay: Replay): readonly Entry[] {
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  useEffect(() => {
    let gone = false;
    void theStore()
      .since(0, workshop)
      .then((page) => !gone && setEntries(page.entries));
    return () => {
      gone = true;
    };
  }, [workshop, replay]);
  return entries;
}
