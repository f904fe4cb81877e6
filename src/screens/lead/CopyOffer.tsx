import { useState } from 'react';
import { useHealth } from '#journal/health.ts';
import type { Replay } from '#workshop/replay.ts';
import { Button } from '#ui/Button.tsx';
import { Mark } from '#ui/Mark.tsx';
import { useSaid } from '#ui/said.ts';
import { announce } from '#ui/Status.tsx';
import { headingOf } from '../activity.ts';
import { useLastCopy } from '../copies.ts';
import { lastCopy, sinceThen } from '../copy-words.ts';
import { CopySheet } from '../CopySheet.tsx';
import { offersCopy, pauseOf } from './pause.ts';
import { say } from './words.ts';

const BREAKS = ['break', 'lunch'];

/** Offers a copy at each pause. It never stands in the way, and goes when somebody says "not now". */
export function CopyOffer({ id, replay }: { id: string; replay: Replay }) {
  const copy = useLastCopy(id);
  const oneCopy = useHealth(({ state }) => state === 'one-copy');
  const [put, setPut] = useState('');
  const [asking, setAsking] = useState(false);
  const [saved, setSaved] = useState('');
  const [busy, setBusy] = useState(false);
  const said = useSaid();
  const { workshop } = replay;
  const atBreak =
    workshop.cards.break > 0 ||
    (workshop.now !== '' && BREAKS.includes(headingOf(replay, workshop.now).symbol));
  if (copy === undefined) return null;
  const moment = { replay, copy, atBreak: atBreak || workshop.status === 'finished', oneCopy };
  const pause = pauseOf(moment);
  const save = async (): Promise<void> => {
    setBusy(true);
    const { saveAgain } = await import('../copy/door.ts');
    // What has no key yet, or could not be saved so, is for the sheet.
    const done = await saveAgain(id, replay, copy).catch(() => 'ask' as const);
    setBusy(false);
    if (done === 'ask') setAsking(true);
    if (done !== 'saved') return;
    setSaved(pause);
    announce(said(say('copySaved')));
  };
  const sheet = asking && <CopySheet id={id} replay={replay} onClose={() => setAsking(false)} />;
  const offers = put !== pause && offersCopy(moment);
  if (!offers) return saved === pause && copy ? <SavedRow at={copy.at} /> : sheet || null;
  return (
    <section className={`copy-offer ${oneCopy ? 'pressing' : ''}`} aria-label={said(say('copyTool'))}>
      <Mark name="file" />
      <p>
        <strong>{said(oneCopy ? say('copyOneStore') : lastCopy(copy))}</strong>{' '}
        <span>{said(sinceThen(replay, copy))}</span>
      </p>
      <div className="row">
        <Button phrase={say('copyNow')} mark="file" weight="edge" off={busy} onPress={() => void save()} />
        <Button phrase={say('notNow')} mark="close" onPress={() => setPut(pause)} />
      </div>
      {sheet}
    </section>
  );
}

function SavedRow({ at }: { at: number }) {
  const said = useSaid();
  return (
    <section className="copy-offer saved" aria-label={said(say('copyTool'))}>
      <Mark name="tick" />
      <p>{said(lastCopy({ at }))}</p>
    </section>
  );
}
