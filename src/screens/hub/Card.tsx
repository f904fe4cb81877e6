import { askWorker, useHub } from '#sync/hub/shown.ts';
import { Button } from '#ui/Button.tsx';
import { Mark } from '#ui/Mark.tsx';
import { useSaid } from '#ui/said.ts';
import { meaningOf, reachOf, together } from './stands.ts';
import { say } from './words.ts';

/** What of this tablet is in the office, and what that means. */
export function Card() {
  const hub = useHub();
  const said = useSaid();
  if (hub.state === 'none' || !hub.counted) return null;
  const all = together(hub.counts);
  const left = all.here > all.office || all.files > 0;
  return (
    <>
      <div className="counts">
        <div>
          <Mark name="office" />
          <span>{said(say('inOffice'))}</span>
          <b>{all.office}</b>
        </div>
      </div>
      <div className="parted stack hand-in-means">
        {meaningOf(all, hub).map((phrase) => (
          <p key={phrase.plain}>{said(phrase)}</p>
        ))}
        {hub.state === 'on' && <p className="quiet">{said(reachOf(hub))}</p>}
      </div>
      {left && hub.state === 'on' && (
        <Button
          phrase={say('handInNow')}
          mark="office"
          weight="edge"
          className="wide"
          onPress={() => askWorker('now')}
        />
      )}
    </>
  );
}
