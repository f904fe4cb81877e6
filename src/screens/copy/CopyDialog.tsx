import { useState } from 'react';
import { fourWords } from '#sync/plain-words.ts';
import type { Phrase } from '#workshop/phrase.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Saved } from '#ui/Saved.tsx';
import { Say } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import { announce } from '#ui/Status.tsx';
import { Tick } from '#ui/Tick.tsx';
import { Write } from '#ui/Write.tsx';
import { useLastCopy } from '../copies.ts';
import { lastCopy, sinceThen } from '../copy-words.ts';
import type { CopySheetProps } from '../CopySheet.tsx';
import { joined } from '../joined.ts';
import { Part } from '../Part.tsx';
import { canSend, saveCopy, type Way } from './save.ts';
import { say } from './words.ts';

const SHORTEST = 12;
const leftOut = async () => (await import('../packs/LeftOut.tsx')).LeftOut;

/** Saves a copy of the workshop as a file, locked with words if somebody wants that. */
export function CopyDialog({ id, replay, onClose }: CopySheetProps) {
  const copy = useLastCopy(id);
  // A workshop that was locked before is locked again, unless somebody says otherwise.
  const [chosen, setLocked] = useState<boolean>();
  const [words, setWords] = useState(fourWords);
  const [short, setShort] = useState(false);
  const [state, setState] = useState<'asking' | 'making' | 'made'>('asking');
  const [failed, setFailed] = useState<Phrase>();
  const said = useSaid();
  const locked = chosen ?? copy?.locked ?? false;
  const save = async (way: Way): Promise<void> => {
    setShort(locked && words.trim().length < SHORTEST);
    if (locked && words.trim().length < SHORTEST) return;
    setState('making');
    setFailed(undefined);
    // Making the key takes all of this tablet for a moment: what is said of it must stand there first.
    await new Promise((drawn) => setTimeout(drawn, 50));
    try {
      const done = await saveCopy(id, replay, way, locked ? words : '');
      setState(done === 'saved' ? 'made' : 'asking');
      if (done === 'saved') announce(said(say('title')));
    } catch (error) {
      const why = error instanceof Error && error.constructor === Error ? error.message : say('again').plain;
      setFailed(say('notMade', { why }));
      setState('asking');
    }
  };
  if (state === 'made' && copy) {
    return (
      <Dialog title={say('title')} open onClose={onClose}>
        <Saved phrase={say('madeNow', { name: copy.name })} />
        <Say phrase={say('where')} />
        {copy.locked && <TheWords words={words} />}
      </Dialog>
    );
  }
  const busy = state === 'making';
  return (
    <Dialog
      title={say('title')}
      open
      onClose={onClose}
      foot={
        <>
          <Button phrase={say('back')} mark="back" big onPress={onClose} />
          {canSend() && (
            <Button phrase={say('send')} mark="pass" big off={busy} onPress={() => void save('send')} />
          )}
          <Button
            phrase={busy ? say('making') : say('save')}
            mark="file"
            weight="go"
            big
            off={busy}
            onPress={() => void save('download')}
          />
        </>
      }
    >
      {copy !== undefined && <Say phrase={joined(lastCopy(copy), sinceThen(replay, copy))} />}
      <Say phrase={say('why')} />
      {replay.workshop.status === 'running' && <Say phrase={say('openLeft')} />}
      <Part load={leftOut} props={{ told: replay }} />
      <Tick label={say('lock')} on={locked} onChange={setLocked} />
      {!locked && <p className="quiet">{said(say('lockHint'))}</p>}
      {locked && (
        <section className="card stack" aria-label={said(say('lock'))}>
          <Write
            label={say('theWords')}
            value={words}
            onChange={setWords}
            max={200}
            wrong={short ? say('tooShort') : undefined}
          />
          <div className="row">
            <Button phrase={say('otherWords')} mark="change" onPress={() => setWords(fourWords())} />
          </div>
          <Say phrase={say('writeDown')} />
        </section>
      )}
      {failed && <p className="wrong">{said(failed)}</p>}
    </Dialog>
  );
}

/** The words once more: this is the last moment to write them down. */
function TheWords({ words }: { words: string }) {
  return (
    <section className="card stack">
      <Say phrase={say('theWords')}>
        <strong className="the-words">{words}</strong>
      </Say>
      <Say phrase={say('writeDown')} />
    </section>
  );
}
