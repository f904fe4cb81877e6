import { useEffect, useState } from 'react';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Say } from '#ui/Say.tsx';
import { say } from './words.ts';

/** After this long without a touch somebody may have been called away. */
const QUIET_MS = 180_000;
const signs = ['pointerdown', 'keydown', 'input', 'scroll'] as const;

/**
 * Asks whether the person is still there. There is no time limit: nothing is closed or discarded, any tap
 * puts the question away, and a half-made answer stays beneath it.
 */
export function StillThere({ onLeader }: { onLeader(): void }) {
  const [asking, setAsking] = useState<'' | 'there' | 'later'>('');
  useEffect(() => {
    let timer = 0;
    const wait = (): void => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => setAsking((now) => now || 'there'), QUIET_MS);
    };
    wait();
    for (const sign of signs) window.addEventListener(sign, wait, { capture: true, passive: true });
    return () => {
      window.clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, wait, { capture: true });
    };
  }, []);

  const close = (): void => setAsking('');
  const later = asking === 'later';
  return (
    <Dialog
      title={say(later ? 'forNow' : 'stillThere')}
      open={asking !== ''}
      onClose={close}
      foot={
        <>
          {later ? (
            <Button phrase={say('leader')} mark="lock" big onPress={onLeader} />
          ) : (
            <Button phrase={say('forNow')} mark="pause" big onPress={() => setAsking('later')} />
          )}
          <Button phrase={say('goOn')} mark="tick" weight="go" big onPress={close} />
        </>
      }
    >
      <div className={`stack ${later ? 'put-down' : ''}`}>
        <Say phrase={say(later ? 'answerStays' : 'noHurry')} />
        <Say phrase={say(later ? 'giveTablet' : 'helpPerson')} />
      </div>
    </Dialog>
  );
}
