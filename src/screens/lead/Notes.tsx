import { useState } from 'react';
import { asSaid } from '#workshop/phrase.ts';
import type { Replay } from '#workshop/replay.ts';
import { aboutOf } from '#workshop/workshop.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Saved } from '#ui/Saved.tsx';
import { useSaid } from '#ui/said.ts';
import { Write } from '#ui/Write.tsx';
import { headingOf } from '../activity.ts';
import { naming } from '../joined.ts';
import { sendToWorkshop } from '../workshops.ts';
import { Listed, useUndo } from './Listed.tsx';
import { say } from './words.ts';

/** The leader's notes: one about the part that the room is at, and all that were written before. */
export function Notes({ id, replay, onClose }: { id: string; replay: Replay; onClose(): void }) {
  const { workshop } = replay;
  const activity = workshop.status === 'running' ? workshop.now : '';
  const [text, setText] = useState('');
  const [kept, setKept] = useState(false);
  const [empty, setEmpty] = useState(false);
  const undo = useUndo();
  const said = useSaid();
  const about = (of: string) => (of === '' ? aboutOf(workshop).title : headingOf(replay, of));
  const keepNote = async (): Promise<void> => {
    setEmpty(text.trim() === '');
    if (text.trim() === '') return;
    await sendToWorkshop(id, [{ type: 'note-written', activity, text: text.trim() }]);
    setText('');
    setKept(true);
  };
  return (
    <Dialog title={say('notes')} open onClose={onClose}>
      <Write
        label={naming((what) => say('noteField', { what }), about(activity))}
        hint={say('noteHint')}
        wrong={empty ? say('needsNote') : undefined}
        long
        value={text}
        onChange={(typed) => {
          setText(typed);
          setKept(false);
        }}
      />
      <div className="row">
        <Button phrase={say('keepNote')} mark="tick" weight="edge" onPress={() => void keepNote()} />
        {kept && <Saved phrase={say('kept')} />}
      </div>
      {workshop.notes.length === 0 && <p className="quiet">{said(say('noNotes'))}</p>}
      {undo.row}
      <ul className="listed">
        {workshop.notes.toReversed().map((note) => (
          <Listed
            key={note.id}
            phrase={asSaid(note.text)}
            hint={about(note.activity)}
            onRemove={() => {
              void sendToWorkshop(id, [{ type: 'note-removed', note: note.id }]);
              const { text: words, activity: of } = note;
              undo.offer(
                note.text,
                () => void sendToWorkshop(id, [{ type: 'note-written', activity: of, text: words }]),
              );
            }}
          />
        ))}
      </ul>
    </Dialog>
  );
}
