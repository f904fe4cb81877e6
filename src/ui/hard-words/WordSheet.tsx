import { asSaid } from '#workshop/phrase.ts';
import type { Term } from '#words/glossary/glossary.ts';
import { Dialog } from '../Dialog.tsx';
import { Picture } from '../Picture.tsx';
import { useSaid } from '../said.ts';
import { say } from './words.ts';

type Props = { term: Term; onClose: () => void };

/** One hard word: its picture and what it means. Like every sheet it can be read aloud. */
export function WordSheet({ term: { word, meaning, for: stands }, onClose }: Props) {
  const said = useSaid();
  return (
    <Dialog title={asSaid(capital(word), 'words')} open onClose={onClose}>
      <div className="say word-meaning">
        <Picture symbol={meaning.symbol} />
        <div>
          <p>{said(meaning)}</p>
          {stands && <p className="quiet">{said(say('ourWordFor', { word: stands }))}</p>}
        </div>
      </div>
    </Dialog>
  );
}

const capital = (word: string): string => (word[0] ?? '').toUpperCase() + word.slice(1);
