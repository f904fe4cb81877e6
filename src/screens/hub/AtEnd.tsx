import { useEffect } from 'react';
import { askWorker, useHub } from '#sync/hub/shown.ts';
import { Button } from '#ui/Button.tsx';
import { Mark } from '#ui/Mark.tsx';
import { Saved } from '#ui/Saved.tsx';
import { useSaid } from '#ui/said.ts';
import { announce } from '#ui/Status.tsx';
import { meaningOf, reachOf, together } from './stands.ts';
import { say } from './words.ts';

/** A half-made answer or a box may be finished with meanwhile, and nothing tells of that. */
const LOOK_AGAIN_MS = 10_000;

/** At the end of a workshop: its two numbers, and whether the tablet can go back. */
export function AtEnd({ id }: { id: string }) {
  const hub = useHub();
  const said = useSaid();
  useEffect(() => {
    askWorker('now');
    const again = setInterval(() => askWorker('now'), LOOK_AGAIN_MS);
    return () => clearInterval(again);
  }, []);
  const canGo = hub.done ? said(say('canGoBack')) : '';
  useEffect(() => {
    if (canGo) announce(canGo);
  }, [canGo]);
  const counts = hub.counts[id];
  if (hub.state === 'none' || !counts) return null;
  const means = meaningOf(together(hub.counts), hub);
  return (
    <section className="card stack hand-in" aria-label={said(say('handingIn'))}>
      <div className="counts">
        <div>
          <Mark name="tablet" />
          <span>{said(say('onTablet'))}</span>
          <b>{counts.here}</b>
        </div>
        <div>
          <Mark name="office" />
          <span>{said(say('inOffice'))}</span>
          <b>{counts.office}</b>
        </div>
      </div>
      <div className="parted stack hand-in-means">
        {means.map((phrase) =>
          hub.done ? <Saved key={phrase.plain} phrase={phrase} /> : <p key={phrase.plain}>{said(phrase)}</p>,
        )}
        {!hub.done && hub.state === 'on' && <p className="quiet">{said(reachOf(hub))}</p>}
      </div>
      {!hub.done && hub.state === 'on' && (
        <div className="row">
          <Button phrase={say('handInNow')} mark="office" weight="edge" onPress={() => askWorker('now')} />
        </div>
      )}
    </section>
  );
}
