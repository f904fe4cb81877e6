import { Logo } from '#ui/Logo.tsx';
import { useSaid } from '#ui/said.ts';
import { say } from './words.ts';

/** At the start of the top bar: that this is the office. */
export function OfficeSign() {
  const said = useSaid();
  return (
    <>
      <Logo />
      <div>
        <strong className="brand">Cuppa</strong>
        <span className="quiet">{said(say('office'))}</span>
      </div>
    </>
  );
}
