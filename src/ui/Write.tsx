import { useId } from 'react';
import type { Phrase } from '#workshop/phrase.ts';
import { FieldNotes, notesOf } from './FieldNotes.tsx';
import { useSaid } from './said.ts';

type Props = {
  label: Phrase;
  value: string;
  onChange(value: string): void;
  /** A sentence beneath: what to write, or what is wrong and what to do. */
  hint?: Phrase | undefined;
  wrong?: Phrase | undefined;
  long?: boolean;
  /** For words that must not be kept by the browser, which is all that a participant writes. */
  type?: 'text' | 'date' | 'number';
  easy?: boolean;
  hideLabel?: boolean;
  max?: number;
  /** Shown as dots, with a number pad: for a PIN. */
  secret?: boolean;
};

/** A field to write in, with its label above. Nothing of it is remembered or corrected by the browser. */
export function Write(props: Props) {
  const {
    label,
    value,
    onChange,
    hint,
    wrong,
    long,
    type = 'text',
    easy,
    hideLabel,
    max = 4000,
    secret,
  } = props;
  const id = useId();
  const said = useSaid();
  const shared = {
    id,
    value,
    className: `write ${easy ? 'easy' : ''}`,
    'aria-describedby': notesOf({ id, hint, wrong }),
    'aria-invalid': wrong ? true : undefined,
    autoComplete: secret ? 'one-time-code' : 'off',
    spellCheck: !secret,
    maxLength: max,
  };
  return (
    <div className="field">
      <label htmlFor={id} className={hideLabel ? 'seen-by-readers' : ''}>
        {said(label)}
      </label>
      {long ? (
        <textarea {...shared} rows={3} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input
          {...shared}
          type={secret ? 'password' : type}
          inputMode={secret ? 'numeric' : undefined}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      <FieldNotes id={id} hint={hint} wrong={wrong} />
    </div>
  );
}
