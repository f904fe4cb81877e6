import { useId, useState, type HTMLInputAutoCompleteAttribute } from 'react';
import type { Phrase } from '#workshop/phrase.ts';
import { Button } from '#ui/Button.tsx';
import { FieldNotes, notesOf } from '#ui/FieldNotes.tsx';
import { useSaid } from '#ui/said.ts';
import { say } from './words.ts';

type Props = {
  label: Phrase;
  value: string;
  onChange?: (value: string) => void;
  hint?: Phrase | undefined;
  wrong?: Phrase | undefined;
  /** What password managers and browsers fill in here. */
  fills: HTMLInputAutoCompleteAttribute;
  /** Dots, which can be shown. */
  secret?: boolean;
  max?: number;
};

/** A field of the door. Unlike all others, browsers and password managers may remember what stands in it. */
export function Field({ label, value, onChange, hint, wrong, fills, secret = false, max = 120 }: Props) {
  const id = useId();
  const said = useSaid();
  const [shown, setShown] = useState(false);
  return (
    <div className="field">
      <label htmlFor={id}>{said(label)}</label>
      <div className="door-field">
        <input
          id={id}
          name={fills}
          className="write"
          type={secret && !shown ? 'password' : 'text'}
          value={value}
          autoComplete={fills}
          autoCapitalize={fills === 'name' ? 'words' : 'none'}
          spellCheck={false}
          maxLength={max}
          readOnly={!onChange}
          aria-describedby={notesOf({ id, hint, wrong })}
          aria-invalid={wrong ? true : undefined}
          onChange={(event) => onChange?.(event.target.value)}
        />
        {secret && (
          <Button
            phrase={shown ? say('hidePassword') : say('showPassword')}
            mark={shown ? 'hidden' : 'show'}
            onPress={() => setShown(!shown)}
          />
        )}
      </div>
      <FieldNotes id={id} hint={hint} wrong={wrong} />
    </div>
  );
}
