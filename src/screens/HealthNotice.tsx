import { useHealth } from '#journal/health.ts';
import { acceptLoss } from '#journal/losses.ts';
import type { Phrase } from '#workshop/phrase.ts';
import { Button } from '#ui/Button.tsx';
import { Mark } from '#ui/Mark.tsx';
import { useSaid } from '#ui/said.ts';
import { useAnnounced } from '#ui/Status.tsx';
import { dayInWords, today } from '#words/days.ts';
import { say } from './words.ts';

/** A few entries given back are the last tap before a crash; more were a store that had lost them. */
const WORTH_SAYING = 4;

/** Tells the leader what this tablet has lost, how much, and where a copy may be. Nothing while all is there. */
export function HealthNotice() {
  const health = useHealth();
  const said = useSaid();
  const rows = rowsOf(health);
  useAnnounced(rows[0] ? said(rows[0]) : '');
  if (rows.length === 0) return null;
  const lacks = health.missing > 0;
  return (
    <div className="notice">
      <Mark name="tablet" />
      <div className="stack">
        {rows.map((row, place) => (
          <p key={row.plain}>{place === 0 ? <strong>{said(row)}</strong> : said(row)}</p>
        ))}
        {lacks && <Button phrase={say('haveRead')} onPress={() => void acceptLoss()} />}
      </div>
    </div>
  );
}

/** What is to be said, one idea a row. */
function rowsOf({
  state,
  missing,
  workshops,
  rebuilt,
  file,
}: ReturnType<typeof useHealth.getState>): Phrase[] {
  if (state === 'whole' || state === 'one-copy')
    return rebuilt >= WORTH_SAYING ? [say('rebuilt', { count: rebuilt }), say('rebuiltAll')] : [];
  const where = file
    ? say('copyInFile', { name: file.name, day: dayInWords(today(new Date(file.at))) })
    : say('copyElsewhere');
  return [
    say(state === 'lost' ? 'lost' : 'gap', { count: missing }),
    say('ofWorkshops', { count: workshops.length }),
    where,
    say('bringFile'),
  ];
}
