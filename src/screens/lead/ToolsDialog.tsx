import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { Replay } from '#workshop/replay.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { say as sayFollow } from '../follow/words.ts';
import { say as sayPapers } from '../papers/words.ts';
import { say as sayWords } from '../own-words/words.ts';
import type { Sheet } from './Sheets.tsx';
import { say } from './words.ts';

type Props = { id: string; replay: Replay; onOpen(sheet: Sheet): void; onClose(): void; first?: ReactNode };

/** What a leader needs now and then. */
export function ToolsDialog({ id, replay: { workshop }, onOpen, onClose, first }: Props) {
  const navigate = useNavigate();
  return (
    <Dialog title={say('tools')} open onClose={onClose}>
      <div className="item-menu">
        {first}
        <Button
          phrase={say('peopleTool', { count: workshop.here })}
          mark="person"
          onPress={() => onOpen('people')}
        />
        <Button
          phrase={say('notesCount', { count: workshop.notes.length })}
          mark="change"
          onPress={() => onOpen('notes')}
        />
        <Button
          phrase={say('actionsCount', { count: workshop.actions.length })}
          mark="rules"
          onPress={() => onOpen('actions')}
        />
        <Button
          phrase={sayFollow('title')}
          mark="rules"
          onPress={() => void navigate(`/workshop/${id}/follow`)}
        />
        {Object.keys(workshop.follow.carried).length > 0 && (
          <Button
            phrase={sayFollow('lastTime')}
            mark="undo"
            onPress={() => void navigate(`/workshop/${id}/last-time`)}
          />
        )}
        <Button phrase={say('screen')} mark="screen" onPress={() => onOpen('screen')} />
        <Button phrase={say('hand')} mark="pass" onPress={() => onOpen('hand')} />
        <Button
          phrase={sayPapers('printing')}
          mark="print"
          onPress={() => void navigate(`/workshop/${id}/print`)}
        />
        <Button
          phrase={sayPapers('typeIn')}
          mark="change"
          onPress={() => void navigate(`/workshop/${id}/type-in`)}
        />
        <Button phrase={say('add')} mark="plus" onPress={() => onOpen('add')} />
        <Button phrase={say('changeAgenda')} mark="more" onPress={() => onOpen('agenda')} />
        <Button phrase={sayWords('title')} mark="change" onPress={() => onOpen('words')} />
        <Button phrase={say('copyTool')} mark="file" onPress={() => onOpen('copy')} />
        <Button phrase={say('report')} mark="show" onPress={() => void navigate(`/workshop/${id}/report`)} />
        <Button phrase={say('finish')} mark="tick" onPress={() => onOpen('finish')} />
      </div>
    </Dialog>
  );
}
