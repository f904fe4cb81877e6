import { useEffect, useState } from 'react';
import { Button } from '#ui/Button.tsx';
import { Say } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import { Write } from '#ui/Write.tsx';
import { hasPin, inGroups, removePin, setPin } from './pin.ts';
import { say } from './words.ts';

/** Sets, changes and takes away the PIN of this tablet; shows the recovery code once. */
export function PinSettings() {
  const [there, setThere] = useState<boolean | null>(null);
  const [typed, setTyped] = useState('');
  const [short, setShort] = useState(false);
  const [code, setCode] = useState('');
  const said = useSaid();
  useEffect(() => {
    void hasPin().then(setThere);
  }, []);

  const set = async (): Promise<void> => {
    if (!/^\d{6}$/.test(typed)) {
      setShort(true);
      return;
    }
    setShort(false);
    setCode(await setPin(typed));
    setTyped('');
    setThere(true);
  };
  const remove = async (): Promise<void> => {
    await removePin();
    setCode('');
    setThere(false);
  };
  if (there === null) return null;
  return (
    <section className="card stack">
      <Say phrase={say('pinSettings')} level={2} hint={there ? say('isPin') : say('noPin')} />
      <Write
        label={say('choosePin')}
        value={typed}
        onChange={setTyped}
        wrong={short ? say('sixNumbers') : undefined}
        hint={say('slows')}
        max={6}
        secret
      />
      <div className="row">
        <Button phrase={say('setPin')} mark="lock" weight="edge" onPress={() => void set()} />
        {there && <Button phrase={say('removePin')} mark="remove" onPress={() => void remove()} />}
      </div>
      {code && (
        <div className="stack print-alone">
          <p>{said(say('recovery'))}</p>
          <p className="code">
            <span className="quiet">{said(say('recoveryCode'))}</span> <b>{inGroups(code)}</b>
          </p>
          <Button phrase={say('printCode')} mark="print" onPress={() => window.print()} />
        </div>
      )}
    </section>
  );
}
