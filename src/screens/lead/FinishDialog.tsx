import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Phrase } from '#workshop/phrase.ts';
import type { Replay } from '#workshop/replay.ts';
import { agenda } from '#workshop/workshop.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Say } from '#ui/Say.tsx';
import { headingOf } from '../activity.ts';
import { useLastCopy } from '../copies.ts';
import { CopySheet } from '../CopySheet.tsx';
import { lastCopy, sinceThen } from '../copy-words.ts';
import { joined, naming } from '../joined.ts';
import { sendToWorkshop } from '../workshops.ts';
import { lookOf } from './order.ts';
import { offersCopy } from './pause.ts';
import { useClosed } from './useClosed.ts';
import { say } from './words.ts';

/** Asks before the workshop is finished: what was not visited, and which answers are still closed. */
export function FinishDialog({ id, replay, onClose }: { id: string; replay: Replay; onClose(): void }) {
  const navigate = useNavigate();
  const closed = useClosed(id, replay);
  const toCome = agenda(replay.workshop).filter(
    (one) => lookOf(replay.workshop, one.id) === 'to-come',
  ).length;
  const finish = async (): Promise<void> => {
    await sendToWorkshop(id, [{ type: 'finished', at: Date.now() }]);
    await navigate(`/workshop/${id}/report`);
  };
  const row = (activity: string): Phrase =>
    naming((what) => say('finishSealed', { what }), headingOf(replay, activity));
  const foot = (
    <>
      <Button phrase={say('goOn')} mark="back" big onPress={onClose} />
      <Button phrase={say('finishNow')} mark="tick" weight="go" big onPress={() => void finish()} />
    </>
  );
  return (
    <Dialog title={say('finishAsk')} open onClose={onClose} foot={foot}>
      {toCome > 0 && <Say phrase={say('finishToCome', { count: toCome })} />}
      {closed.map((activity) => (
        <Say key={activity} phrase={row(activity)} />
      ))}
      <Say phrase={say('finishMore')} />
      <CopyLine id={id} replay={replay} />
    </Dialog>
  );
}

/** Whether there is a copy, and a way to one, before everybody goes home. */
function CopyLine({ id, replay }: { id: string; replay: Replay }) {
  const copy = useLastCopy(id);
  const [saving, setSaving] = useState(false);
  if (saving) return <CopySheet id={id} replay={replay} onClose={() => setSaving(false)} />;
  if (copy === undefined || !offersCopy({ replay, copy, atBreak: true, oneCopy: false })) return null;
  return (
    <>
      <Say phrase={joined(lastCopy(copy), sinceThen(replay, copy))} />
      <Button phrase={say('copyTool')} mark="file" weight="edge" onPress={() => setSaving(true)} />
    </>
  );
}
