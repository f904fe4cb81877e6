import { Button } from '#ui/Button.tsx';
import { Mark } from '#ui/Mark.tsx';
import { useSaid } from '#ui/said.ts';
import { useHubParts } from '../hub/parts.ts';
import { usePromised } from '../storage.ts';
import { applyNewVersion, useVersion } from '../version.ts';
import type { Listed } from './rows.ts';
import { say } from './words.ts';

/** What stands on this tablet, whether it stays there, and which version keeps it. */
export function TabletCard({ list }: { list: 'opening' | readonly Listed[] }) {
  const said = useSaid();
  const promised = usePromised();
  const { Card } = useHubParts();
  const all = list === 'opening' ? [] : list;
  const entries = all.reduce((sum, { replay }) => sum + replay.entries, 0);
  return (
    <section className="card stack tablet-card">
      <h2>{said(say('kept'))}</h2>
      <div className="counts">
        <div>
          <Mark name="tablet" />
          <span>{said(say('onTablet'))}</span>
          <b>{list !== 'opening' && entries}</b>
        </div>
      </div>
      {Card ? <Card /> : <p className="quiet">{said(say('keptHint'))}</p>}
      <p className="parted">{said(say(`storage-${promised}`))}</p>
      <Version running={all.some(({ replay }) => isRunning(replay))} />
    </section>
  );
}

const isRunning = ({ workshop }: Listed['replay']): boolean =>
  workshop.status === 'running' && workshop.deletedAt === 0;

/** The state of the app itself. A new version is never offered while a workshop runs. */
export function Version({ running }: { running: boolean }) {
  const said = useSaid();
  const { state } = useVersion();
  const waits = state === 'new-version-waiting' || state === 'older-window';
  return (
    <>
      <p className="parted">{said(say(`version-${state}`))}</p>
      {waits && running && <p className="quiet">{said(say('newLater'))}</p>}
      {waits && !running && (
        <Button phrase={say('useNew')} mark="next" weight="edge" className="wide" onPress={applyNewVersion} />
      )}
    </>
  );
}
