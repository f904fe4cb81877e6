import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Replay } from '#workshop/replay.ts';
import { Button } from '#ui/Button.tsx';
import { Frame } from '#ui/Frame.tsx';
import { Say } from '#ui/Say.tsx';
import { adoptedRules } from '../activity.ts';
import { CardsDialog } from '../cards/CardsDialog.tsx';
import { KeepingCard } from '../follow/KeepingCard.tsx';
import { say as sayFollow } from '../follow/words.ts';
import { useHubParts } from '../hub/parts.ts';
import { Notices } from '../Notices.tsx';
import { say as sayScreens } from '../words.ts';
import { sendToWorkshop } from '../workshops.ts';
import { Actions } from './Actions.tsx';
import { CopyOffer } from './CopyOffer.tsx';
import { LeftOpen } from './LeftOpen.tsx';
import { Notes } from './Notes.tsx';
import { Where } from './Where.tsx';
import { say } from './words.ts';

/** Once it is finished: the report, notes and actions, or open it again. */
export function Finished({ id, replay }: { id: string; replay: Replay }) {
  const [open, setOpen] = useState<'' | 'cards' | 'notes' | 'actions'>('');
  const navigate = useNavigate();
  const { AtEnd } = useHubParts();
  const close = (): void => setOpen('');
  const { workshop } = replay;
  const again = (): void => void sendToWorkshop(id, [{ type: 'opened-again', at: Date.now() }]);
  return (
    <Frame
      title={say('isFinished')}
      where={<Where workshop={workshop} />}
      help={[say('helpFinished')]}
      onStop={() => setOpen('cards')}
      rules={adoptedRules(replay)}
      notice={
        <>
          <Notices />
          <CopyOffer id={id} replay={replay} />
        </>
      }
      done={
        <>
          <Button phrase={sayScreens('home')} mark="back" onPress={() => void navigate('/')} />
          <Button phrase={say('openAgain')} mark="undo" onPress={again} />
          <Button
            phrase={say('seeReport')}
            markAfter="next"
            weight="go"
            onPress={() => void navigate(`/workshop/${id}/report`)}
          />
        </>
      }
    >
      <Say phrase={say('isFinished')} level={1} hint={say('isFinishedHint')} />
      <LeftOpen id={id} replay={replay} />
      {AtEnd && <AtEnd id={id} />}
      <div className="lead-tools">
        <Button
          phrase={say('notesCount', { count: workshop.notes.length })}
          mark="change"
          onPress={() => setOpen('notes')}
        />
        <Button
          phrase={say('actionsCount', { count: workshop.actions.length })}
          mark="rules"
          onPress={() => setOpen('actions')}
        />
        <Button
          phrase={sayFollow('title')}
          mark="rules"
          onPress={() => void navigate(`/workshop/${id}/follow`)}
        />
        <Button
          phrase={sayFollow('makeNext')}
          mark="next"
          onPress={() => void navigate(`/workshop/${id}/next`)}
        />
      </div>
      <KeepingCard id={id} replay={replay} />
      <CardsDialog workshop={id} open={open === 'cards'} onClose={close} />
      {open === 'notes' && <Notes id={id} replay={replay} onClose={close} />}
      {open === 'actions' && <Actions id={id} replay={replay} onClose={close} />}
    </Frame>
  );
}
