import { useNavigate } from 'react-router';
import { Button } from '#ui/Button.tsx';
import { useSaid } from '#ui/said.ts';
import { Version } from '../../home/TabletCard.tsx';
import { useVersion } from '../../version.ts';
import { say } from '../words.ts';

/** Which Cuppa this is, a newer one if it waits, and what it is made of. */
export function AboutCard() {
  const said = useSaid();
  const navigate = useNavigate();
  const { state } = useVersion();
  const waits = state === 'new-version-waiting' || state === 'older-window';
  return (
    <section className="card stack">
      <p className="quiet">{said(say('version', { version: __APP_VERSION__ }))}</p>
      {waits && <Version running={false} />}
      <Button phrase={say('licences')} mark="file" onPress={() => void navigate('/licences')} />
    </section>
  );
}
