import { useState } from 'react';
import { emptyPhrase } from '#workshop/phrase.ts';
import type { Explained } from '#workshop/own-words.ts';
import { AskDialog } from '#ui/AskDialog.tsx';
import { PhraseField } from '#ui/PhraseField.tsx';
import { Write } from '#ui/Write.tsx';
import { say } from './words.ts';

type Props = { start: Explained | null; onKeep(explained: Explained): void; onClose(): void };

/** Explains one hard word: the word, what it means in plain words and Easy Read, and a picture. */
export function ExplainDialog({ start, onKeep, onClose }: Props) {
  const [word, setWord] = useState(start?.word ?? '');
  const [meaning, setMeaning] = useState(start?.meaning ?? emptyPhrase);
  const whole = word.trim() !== '' && (meaning.plain || meaning.easy).trim() !== '';
  return (
    <AskDialog
      title={say('explain')}
      leave={say('leave')}
      onLeave={onClose}
      go={{
        phrase: say('keep'),
        mark: 'tick',
        off: !whole,
        onPress: () => onKeep({ word: word.trim(), meaning }),
      }}
    >
      <Write label={say('word')} value={word} max={60} onChange={setWord} />
      <PhraseField first label={say('meaning')} value={meaning} onChange={setMeaning} />
    </AskDialog>
  );
}
