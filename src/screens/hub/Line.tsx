import { useHub } from '#sync/hub/shown.ts';
import { useSaid } from '#ui/said.ts';
import { lineOf } from './stands.ts';

/** How a workshop stands, under its name. */
export function Line({ id }: { id: string }) {
  const counts = useHub((hub) => (hub.state === 'none' ? undefined : hub.counts[id]));
  const open = useHub((hub) => hub.open);
  const said = useSaid();
  return counts ? <span className="quiet hand-in-line">{said(lineOf(counts, { open }))}</span> : null;
}
