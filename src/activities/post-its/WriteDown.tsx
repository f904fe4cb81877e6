import { useState } from 'react';
import { headIds } from '#workshop/versions.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Said } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import { announce } from '#ui/Status.tsx';
import { VoicePlayer } from '#ui/VoicePlayer.tsx';
import { Write } from '#ui/Write.tsx';
import { LONGEST_TEXT, type Change } from './model.ts';
import { NoteFace } from './NoteFace.tsx';
import { writtenDown } from './row.ts';
import type { Note } from './state.ts';
import { say } from './words.ts';

type Props = { note: Note; send(changes: Change[], from?: string[]): Promise<void> };

/** A helper puts what was spoken, drawn or photographed into words. The note itself stays as it is. */
export function WriteDown({ note, send }: Props) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const said = useSaid();
  const begin = (): void => {
    setText(writtenDown(note));
    setOpen(true);
  };
  const keep = async (): Promise<void> => {
    const change: Change = { type: 'written-down', note: note.id, text };
    await send([change], note.inWords ? headIds(note.inWords) : []);
    setOpen(false);
    announce(said(say('wordsKept')));
  };
  return (
    <>
      <Button phrase={say('writeDown')} mark="change" onPress={begin} />
      <Dialog
        title={say('writeDown')}
        open={open}
        onClose={() => setOpen(false)}
        foot={
          <>
            <Button phrase={say('notNow')} mark="back" big onPress={() => setOpen(false)} />
            <Button phrase={say('keepWords')} mark="tick" weight="go" big onPress={() => void keep()} />
          </>
        }
      >
        <p>
          <Said phrase={say('writeDownHint')} />
        </p>
        <div className="note still pictured">
          <NoteFace note={note} />
        </div>
        {note.voice && <VoicePlayer name={note.voice.name} big />}
        <Write long label={say('writeDownField')} value={text} max={LONGEST_TEXT} onChange={setText} />
      </Dialog>
    </>
  );
}
