import { useId } from 'react';
import { officeRoles, type OfficeRole } from '#wire/route.ts';
import { Choices } from '#ui/Choices.tsx';
import { useSaid } from '#ui/said.ts';
import { say } from './words.ts';

type Props = { role: OfficeRole; onChange(role: OfficeRole): void };

/** What somebody may do: one of three, each in its own words. */
export function RoleField({ role, onChange }: Props) {
  const id = useId();
  const said = useSaid();
  return (
    <div className="field">
      <h3 id={id}>{said(say('role'))}</h3>
      <Choices
        labelledBy={id}
        answers={officeRoles.map((one) => ({ id: one, phrase: say(one) }))}
        chosen={[role]}
        onChoose={([one]) => {
          const chosen = officeRoles.find((known) => known === one);
          if (chosen) onChange(chosen);
        }}
      />
      <p className="quiet">{said(say(`${role}May`))}</p>
    </div>
  );
}
