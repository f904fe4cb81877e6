import { useNavigate } from 'react-router';
import type { Listed } from '#wire/office.ts';
import { Button } from '#ui/Button.tsx';
import { useSaid } from '#ui/said.ts';
import { say } from '../words.ts';

/** The series that a workshop belongs to, with the way to all of its sessions. Nothing where there is none. */
export function SeriesCard({ listed: { series } }: { listed: Listed }) {
  const navigate = useNavigate();
  const said = useSaid();
  if (!series) return null;
  return (
    <section className="card stack">
      <h2>{said(say('filterSeries'))}</h2>
      <p>{series.name}</p>
      <Button
        phrase={say('wholeSeries')}
        mark="next"
        onPress={() => void navigate(`/?series=${encodeURIComponent(series.id)}`)}
      />
    </section>
  );
}
