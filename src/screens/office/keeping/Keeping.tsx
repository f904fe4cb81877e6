import { useState } from 'react';
import { useNavigate } from 'react-router';
import { keepingSoon, type Kept } from '#wire/keeping.ts';
import { asSaid, type Phrase } from '#workshop/phrase.ts';
import { Button } from '#ui/Button.tsx';
import { Told } from '#ui/Told.tsx';
import { useSaid } from '#ui/said.ts';
import { dayInWords } from '#words/days.ts';
import { joined, naming } from '../../joined.ts';
import { say as sayHome } from '../../home/words.ts';
import { OfficeFrame } from '../OfficeFrame.tsx';
import { Trouble } from '../Trouble.tsx';
import { useAsked } from '../useAsked.ts';
import { LaterDialog } from './LaterDialog.tsx';
import { say } from './words.ts';

/** What the hub will remove in the next 30 days, and what it has no date for. */
export function Keeping() {
  return (
    <OfficeFrame title={say('keeping')} help={[say('helpKeeping'), say('helpLater')]}>
      <KeepingLists />
    </OfficeFrame>
  );
}

function KeepingLists() {
  const { last, problem, again } = useAsked(keepingSoon);
  const [choosing, setChoosing] = useState<Kept>();
  const [told, setTold] = useState('');
  const said = useSaid();
  const today = last?.today ?? '';
  const byHub = last?.removed.filter((one) => one.byHub).length ?? 0;
  const bySomebody = (last?.removed.length ?? 0) - byHub;
  return (
    <div className="desk">
      <section className="stack desk-main">
        <h1>{said(say('keeping'))}</h1>
        <Trouble problem={problem} again={() => void again()} />
        {told && <Told words={told} />}
        {last?.waits && <Told words={said(say('waits', { day: dayInWords(last.waits, today) }))} wrong />}
        <h2>{said(say('soon'))}</h2>
        {last && last.soon.length === 0 && <div className="empty">{said(say('soonNone'))}</div>}
        <Rows rows={last?.soon ?? []} today={today} onChoose={setChoosing} />
        {last && last.without.length > 0 && (
          <>
            <h2>{said(say('without'))}</h2>
            <p>{said(say('withoutHint'))}</p>
            <Rows rows={last.without} today={today} onChoose={setChoosing} />
          </>
        )}
      </section>
      <aside className="desk-side">
        <section className="card stack">
          <h2>{said(say('removed'))}</h2>
          {byHub > 0 && <p>{said(say('removedByHub', { count: byHub }))}</p>}
          {bySomebody > 0 && <p>{said(say('removedBySomebody', { count: bySomebody }))}</p>}
          {byHub + bySomebody === 0 && <p>{said(say('removedNone'))}</p>}
        </section>
        <section className="card stack">
          <p>{said(say('helpKeeping'))}</p>
          {today && <p className="quiet">{said(say('today', { day: dayInWords(today) }))}</p>}
        </section>
      </aside>
      {choosing && (
        <LaterDialog
          kept={choosing}
          today={today}
          onClose={() => setChoosing(undefined)}
          onDone={(words) => {
            setChoosing(undefined);
            setTold(words);
            void again();
          }}
        />
      )}
    </div>
  );
}

type RowsProps = { rows: readonly Kept[]; today: string; onChoose(kept: Kept): void };

function Rows({ rows, today, onChoose }: RowsProps) {
  const navigate = useNavigate();
  const said = useSaid();
  return (
    <ul className="stack">
      {rows.map((kept) => {
        const title = kept.title.trim() ? asSaid(kept.title) : sayHome('untitled');
        const of = (make: (what: string) => Phrase): string => said(naming(make, title));
        return (
          <li key={kept.workshop} className="card stack">
            <strong>{said(title)}</strong>
            <p>{said(lineOf(kept, today))}</p>
            {kept.why && <p className="quiet">{said(say('because', { why: kept.why }))}</p>}
            <div className="row">
              <Button
                phrase={kept.until ? say('later') : say('setDate')}
                name={of((what) => (kept.until ? say('laterThis', { what }) : say('setDateThis', { what })))}
                mark="change"
                weight="edge"
                onPress={() => onChoose(kept)}
              />
              <Button
                phrase={say('open')}
                name={of((what) => say('openThis', { what }))}
                mark="search"
                onPress={() => void navigate(`/workshop/${kept.workshop}`)}
              />
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function lineOf({ until, date, place, entries }: Kept, today: string): Phrase {
  const day = dayInWords(date, today);
  return joined(
    ...(until === ''
      ? []
      : [until < today ? say('goesNow') : say('keptUntil', { day: dayInWords(until, today) })]),
    ...(day ? [sayHome(date === today ? 'today' : 'on', { day })] : []),
    ...(place.trim() ? [asSaid(`${place.trim()}.`)] : []),
    say('howMuch', { count: entries }),
  );
}
