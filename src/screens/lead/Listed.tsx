import { useState, type ReactNode } from 'react';
import { asSaid, type Phrase } from '#workshop/phrase.ts';
import { Button } from '#ui/Button.tsx';
import { useSaid } from '#ui/said.ts';
import { announce } from '#ui/Status.tsx';
import { say as sayUi } from '#ui/words.ts';
import { naming } from '../joined.ts';
import { say } from './words.ts';

type Props = { phrase: Phrase; hint?: Phrase | undefined; onRemove(): void };

/** One note or action that was kept, and its way out. */
export function Listed({ phrase, hint, onRemove }: Props) {
  const said = useSaid();
  return (
    <li className="card-row">
      <div>
        <p>{said(phrase)}</p>
        {hint && <p className="quiet small">{said(hint)}</p>}
      </div>
      <Button
        phrase={say('remove')}
        name={said(naming((what) => say('removeThis', { what }), phrase))}
        mark="remove"
        onPress={onRemove}
      />
    </li>
  );
}

/** Says what was removed last, and puts it back. */
export function useUndo(): { row: ReactNode; offer(what: string, back: () => void): void } {
  const [last, setLast] = useState<{ what: string; back: () => void } | null>(null);
  const said = useSaid();
  const row = last && (
    <div className="card-row was-removed">
      <p>{said(say('removed', { what: last.what }))}</p>
      <Button
        phrase={sayUi('undo')}
        mark="undo"
        onPress={() => {
          last.back();
          setLast(null);
        }}
      />
    </div>
  );
  const offer = (what: string, back: () => void): void => {
    setLast({ what, back });
    announce(said(naming((words) => say('removed', { what: words }), asSaid(what))));
  };
  return { row, offer };
}
