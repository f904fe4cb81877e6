import { useNavigate } from 'react-router';
import { haveReadTold } from '#sync/hub/start.ts';
import { useHub, type Shown } from '#sync/hub/shown.ts';
import type { Phrase } from '#workshop/phrase.ts';
import { Button } from '#ui/Button.tsx';
import { Mark } from '#ui/Mark.tsx';
import { useSaid } from '#ui/said.ts';
import { useAnnounced } from '#ui/Status.tsx';
import { say } from './words.ts';

/** What the leader must know or do about the office. Nothing while it goes by itself. */
export function HubNotice() {
  const hub = useHub();
  const said = useSaid();
  const navigate = useNavigate();
  const rows = rowsOf(hub);
  useAnnounced(rows.map(said).join(' '));
  if (rows.length === 0) return null;
  const lost = hub.state === 'revoked' || hub.state === 'unknown';
  const isTold = hub.told.discarded + hub.told.redacted > 0;
  return (
    <section className="notice" aria-label={said(say('office'))}>
      <Mark name="office" />
      <div className="stack">
        {rows.map((row, place) => (
          <p key={row.plain}>{place === 0 ? <strong>{said(row)}</strong> : said(row)}</p>
        ))}
        <div className="row">
          {lost && (
            <Button phrase={say('toSettings')} mark="settings" onPress={() => void navigate('/settings')} />
          )}
          {isTold && <Button phrase={say('haveRead')} mark="tick" onPress={() => void haveReadTold()} />}
        </div>
      </div>
    </section>
  );
}

function rowsOf({ state, problem, told }: Shown): Phrase[] {
  return [
    ...(state === 'revoked' || state === 'unknown' ? [say(state)] : []),
    ...(state === 'on' && problem !== '' ? [say(problem)] : []),
    ...(told.discarded > 0 ? [say('discarded', { count: told.discarded })] : []),
    ...(told.redacted > 0 ? [say('redacted', { count: told.redacted })] : []),
  ];
}
