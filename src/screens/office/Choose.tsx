import { useId } from 'react';
import type { Phrase } from '#workshop/phrase.ts';
import { useSaid } from '#ui/said.ts';

type Props = {
  label: Phrase;
  /** What choosing nothing says, such as "Any place". */
  any: Phrase;
  value: string;
  choices: readonly { id: string; words: string }[];
  onChange(value: string): void;
};

/** One of many, as the computer itself lets people choose. */
export function Choose({ label, any, value, choices, onChange }: Props) {
  const id = useId();
  const said = useSaid();
  return (
    <div className="field">
      <label htmlFor={id}>{said(label)}</label>
      <select id={id} className="write" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{said(any)}</option>
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.words}
          </option>
        ))}
      </select>
    </div>
  );
}
