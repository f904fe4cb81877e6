import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Phrase } from '#workshop/phrase.ts';
import { AskDialog } from '#ui/AskDialog.tsx';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import type { MarkName } from '#ui/Mark.tsx';
import { Say } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import { CopySheet } from '../CopySheet.tsx';
import { useHubParts } from '../hub/parts.ts';
import { naming } from '../joined.ts';
import { sendToWorkshop } from '../workshops.ts';
import { copyOf, savePlan } from './files.ts';
import { titleOf, type Listed } from './rows.ts';
import { say } from './words.ts';

type Props = { listed: Listed; onClose: () => void; onDone: (work: Promise<Phrase>) => void };

/** Everything that can be done with one workshop. */
export function MoreDialog({ listed, onClose, onDone }: Props) {
  const [asking, setAsking] = useState(false);
  const [saving, setSaving] = useState(false);
  const navigate = useNavigate();
  const { id, replay } = listed;
  const title = titleOf(replay);
  const { Share } = useHubParts();
  const go = (screen: string): void => void navigate(`/workshop/${id}/${screen}`);
  const close = (work: Promise<Phrase>): void => {
    onDone(work);
    onClose();
  };
  if (saving) return <CopySheet id={id} replay={replay} onClose={onClose} />;
  if (asking) {
    return (
      <AskDialog
        title={naming((what) => say('deleteAsk', { what }), title)}
        leave={say('deleteNo')}
        onLeave={onClose}
        go={{
          phrase: say('deleteYes'),
          mark: 'remove',
          className: 'stop',
          weight: 'quiet',
          onPress: () => close(remove(listed)),
        }}
      >
        <Say phrase={say('deleteHint')} />
      </AskDialog>
    );
  }
  const running = replay.workshop.status === 'running';
  return (
    <Dialog title={title} open onClose={onClose}>
      <ul className="acts">
        <Act phrase={say('prepare')} mark="change" onPress={() => go('prepare')} />
        <Act phrase={say('lead')} mark="play" onPress={() => go('lead')} />
        <Act phrase={say('report')} mark="show" onPress={() => go('report')} />
        <Act phrase={say('follow')} mark="rules" onPress={() => go('follow')} />
        <Act phrase={say('next')} hint={say('nextHint')} mark="next" onPress={() => go('next')} />
        <Act phrase={say('copy')} hint={say('copyHint')} mark="copy" onPress={() => close(copyOf(listed))} />
        <Act
          phrase={say('saveAll')}
          hint={say(running ? 'saveAllRunning' : 'saveAllHint')}
          mark="file"
          onPress={() => setSaving(true)}
        />
        <Act
          phrase={say('savePlan')}
          hint={say('savePlanHint')}
          mark="file"
          onPress={() => close(savePlan(listed))}
        />
        {Share && <Share id={id} />}
        <Act phrase={say('delete')} mark="remove" onPress={() => setAsking(true)} />
      </ul>
    </Dialog>
  );
}

type ActProps = { phrase: Phrase; hint?: Phrase; mark: MarkName; onPress: () => void };

function Act({ phrase, hint, mark, onPress }: ActProps) {
  const said = useSaid();
  return (
    <li>
      <Button phrase={phrase} mark={mark} className="act" onPress={onPress} />
      {hint && <p className="quiet small">{said(hint)}</p>}
    </li>
  );
}

async function remove({ id, replay }: Listed): Promise<Phrase> {
  await sendToWorkshop(id, [{ type: 'deleted', at: Date.now() }]);
  return naming((what) => say('deleted', { what }), titleOf(replay));
}
