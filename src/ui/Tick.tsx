import { Checkbox } from 'react-aria-components';
import type { Phrase } from '#workshop/phrase.ts';
import { Mark } from './Mark.tsx';
import { useSaid } from './said.ts';

type Props = { label: Phrase; on: boolean; onChange(on: boolean): void };

/** One thing to switch on or off. */
export function Tick({ label, on, onChange }: Props) {
  const said = useSaid();
  return (
    <Checkbox className="tick-box" isSelected={on} onChange={onChange}>
      <span className="box">{on && <Mark name="tick" />}</span>
      <span>{said(label)}</span>
    </Checkbox>
  );
}
