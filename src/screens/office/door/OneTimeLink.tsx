import { useState } from 'react';
import { Button } from '#ui/Button.tsx';
import { Say } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import { Told } from '#ui/Told.tsx';
import { say } from './words.ts';

type Props = { secret: string; hours: number; name: string };

/** A one-time link, to be passed on now: the hub has only its hash, so it cannot be shown again. */
export function OneTimeLink({ secret, hours, name }: Props) {
  const [told, setTold] = useState<'' | 'copied' | 'notCopied'>('');
  const said = useSaid();
  const link = `${window.location.origin}/office/invited#${secret}`;
  const copy = (): void => {
    navigator.clipboard.writeText(link).then(
      () => setTold('copied'),
      () => setTold('notCopied'),
    );
  };
  return (
    <div className="stack">
      <Say
        phrase={say('linkFor', { name })}
        hint={hours > 24 ? say('linkDays', { count: hours / 24 }) : say('linkHours', { count: hours })}
      />
      <div className="field">
        <label htmlFor="one-time-link">{said(say('theLink'))}</label>
        {/* A field, so that a tap can choose all of it where copying by a button is not allowed. */}
        <textarea
          id="one-time-link"
          className="write door-link"
          rows={3}
          readOnly
          value={link}
          onFocus={(event) => event.target.select()}
        />
      </div>
      <Button phrase={say('copyLink')} mark="copy" weight="edge" onPress={copy} />
      {told && <Told words={said(say(told))} wrong={told === 'notCopied'} />}
      <p className="quiet">{said(say('linkSafe'))}</p>
    </div>
  );
}
