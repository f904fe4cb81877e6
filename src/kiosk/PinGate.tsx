import { useEffect, useState } from 'react';
import { Button } from '#ui/Button.tsx';
import { Say } from '#ui/Say.tsx';
import { announce } from '#ui/Status.tsx';
import { Write } from '#ui/Write.tsx';
import { keepTries, readTries, tryPin } from './pin.ts';
import { aSecondLater, noTries, type Tries } from './tries.ts';
import { say } from './words.ts';

/** Asks for the leader's PIN. Waits get longer after five wrong tries, and a reload does not shorten them. */
export function PinGate({ onOpen }: { onOpen(): void }) {
  const [typed, setTyped] = useState('');
  const [tries, setTries] = useState<Tries>(noTries);
  const [state, setState] = useState<'asking' | 'checking' | 'wrong'>('asking');

  useEffect(() => {
    void readTries().then(setTries);
  }, []);
  useEffect(() => {
    if (tries.wait === 0) return;
    const later = setTimeout(() => {
      const next = aSecondLater(tries);
      setTries(next);
      void keepTries(next);
    }, 1000);
    return () => clearTimeout(later);
  }, [tries]);

  const open = async (): Promise<void> => {
    setState('checking');
    const result = await tryPin(typed);
    setTyped('');
    setTries(result.tries);
    setState(result.right ? 'asking' : 'wrong');
    if (result.right) onOpen();
    else announce(say('wrong').plain);
  };
  const waiting = tries.wait > 0;
  const wrong = waiting ? say('wait', { count: tries.wait }) : state === 'wrong' ? say('wrong') : undefined;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!waiting && typed !== '') void open();
      }}
    >
      <Say phrase={say('pinTitle')} level={1} hint={say('pinHelp')} />
      <Write label={say('pinField')} value={typed} onChange={setTyped} wrong={wrong} max={20} secret />
      <Button
        phrase={state === 'checking' ? say('checking') : say('open')}
        mark="lock"
        weight="go"
        big
        off={waiting || state === 'checking' || typed === ''}
        onPress={() => void open()}
      />
    </form>
  );
}
