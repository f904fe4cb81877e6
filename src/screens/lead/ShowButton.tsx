import { useState } from 'react';
import { Button } from '#ui/Button.tsx';
import type { Opened } from '../activity.ts';
import { ShowDialog } from './ShowDialog.tsx';
import { canHide, hide, show } from './showing.ts';
import { say } from './words.ts';

type Props = { id: string; opened: Opened; shown: boolean; className?: string };

/** Shows or hides the answers; asks first where showing closes a round. Nothing where nothing is hidden. */
export function ShowButton({ id, opened, shown, className = '' }: Props) {
  const [asking, setAsking] = useState(false);
  if (!canHide(opened)) return null;
  const sealed = opened.kind.round(opened.setup) === 'sealed';
  const showNow = (): void => (sealed ? setAsking(true) : void show(id, opened));
  return (
    <>
      {shown ? (
        <Button
          phrase={sealed ? say('openRound') : say('hide')}
          mark={sealed ? 'undo' : 'hidden'}
          className={className}
          onPress={() => void hide(id, opened)}
        />
      ) : (
        <Button phrase={say('show')} mark="show" weight="edge" className={className} onPress={showNow} />
      )}
      {asking && <ShowDialog id={id} opened={opened} onClose={() => setAsking(false)} />}
    </>
  );
}
