import { useState } from 'react';
import type { Phrase } from '#workshop/phrase.ts';
import { AskDialog } from '#ui/AskDialog.tsx';
import { Say } from '#ui/Say.tsx';
import { announce } from '#ui/Status.tsx';
import { useSaid } from '#ui/said.ts';
import { Write } from '#ui/Write.tsx';
import { naming } from '../joined.ts';
import { bringRead, openLocked, type Asked } from './bring-in.ts';
import { say } from './words.ts';

export type BringInProps = {
  asked: Asked;
  onTold(rows: Phrase[]): void;
  onFailed(error: unknown): void;
  onClose(): void;
};

/** Asks what a file needs before anything of it is added: its words, or a yes to what is left of it. */
export function BringInDialog(props: BringInProps) {
  const [asked, setAsked] = useState(props.asked);
  return asked.as === 'locked' ? (
    <Locked {...props} text={asked.text} onAsked={setAsked} />
  ) : (
    <Damaged {...props} damaged={asked} />
  );
}

type LockedProps = BringInProps & { text: string; onAsked(asked: Asked): void };

function Locked({ text, onAsked, onTold, onFailed, onClose }: LockedProps) {
  const [words, setWords] = useState('');
  const [wrong, setWrong] = useState(false);
  const [busy, setBusy] = useState(false);
  const said = useSaid();
  const open = async (): Promise<void> => {
    setBusy(true);
    setWrong(false);
    // Making the key takes all of this tablet for a moment: what is said of it must stand there first.
    await new Promise((drawn) => setTimeout(drawn, 50));
    try {
      const read = await openLocked(text, words);
      if (read === 'wrong') {
        setWrong(true);
        announce(said(say('wrongWords')));
      } else if (read.as === 'told') onTold(read.rows);
      else onAsked(read);
    } catch (error) {
      onFailed(error);
    }
    setBusy(false);
  };
  return (
    <AskDialog
      title={say('lockedTitle')}
      leave={say('leave')}
      onLeave={onClose}
      go={{ phrase: say(busy ? 'opening' : 'open'), mark: 'lock', off: busy, onPress: () => void open() }}
    >
      <Say phrase={say('lockedAsk')} />
      <Write
        label={say('theWords')}
        value={words}
        onChange={setWords}
        max={200}
        wrong={wrong ? say('wrongWords') : undefined}
      />
    </AskDialog>
  );
}

type DamagedProps = BringInProps & { damaged: Extract<Asked, { as: 'damaged' }> };

function Damaged({ damaged, onTold, onFailed, onClose }: DamagedProps) {
  const { salvaged, title } = damaged;
  const count = salvaged.contents.entries.length;
  const { of } = salvaged;
  const [busy, setBusy] = useState(false);
  const bring = (): void => {
    setBusy(true);
    bringRead(salvaged).then(onTold, onFailed);
  };
  return (
    <AskDialog
      title={say('damagedTitle')}
      leave={say('leave')}
      onLeave={onClose}
      go={{ phrase: say('bringWhole'), mark: 'put', weight: 'edge', off: busy, onPress: bring }}
    >
      <Say phrase={say('damagedHint')} />
      <Say
        phrase={naming(
          (what) =>
            of === undefined ? say('readable', { what, count }) : say('readableOf', { what, count, of }),
          title,
        )}
      />
      <Say phrase={say('whole')} />
    </AskDialog>
  );
}
