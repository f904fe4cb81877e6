import { useState } from 'react';
import { putOnAllTablets } from '#sync/hub/start.ts';
import { useHub } from '#sync/hub/shown.ts';
import { Button } from '#ui/Button.tsx';
import { Told } from '#ui/Told.tsx';
import { useSaid } from '#ui/said.ts';
import { say } from './words.ts';

/** Puts a workshop that was made here on the office's other tablets too. */
export function Share({ id }: { id: string }) {
  const on = useHub(({ state }) => state === 'on');
  const [state, setState] = useState<'' | 'asking' | 'done' | 'failed'>('');
  const said = useSaid();
  if (!on) return null;
  const share = (): void => {
    setState('asking');
    putOnAllTablets(id).then(
      () => setState('done'),
      () => setState('failed'),
    );
  };
  return (
    <li>
      <Button phrase={say('share')} mark="tablet" className="act" off={state === 'asking'} onPress={share} />
      {state === 'done' || state === 'failed' ? (
        <Told words={said(say(state === 'done' ? 'shared' : 'notShared'))} wrong={state === 'failed'} />
      ) : (
        <p className="quiet small">{said(say('shareHint'))}</p>
      )}
    </li>
  );
}
