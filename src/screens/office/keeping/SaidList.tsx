import { useState } from 'react';
import { Mark } from '#ui/Mark.tsx';
import { Pages } from '#ui/Pages.tsx';
import { SayRow } from '#ui/SayRow.tsx';
import { useSaid } from '#ui/said.ts';
import { Write } from '#ui/Write.tsx';
import { rowToShow } from './rows.ts';
import type { SaidOne } from './said-ones.ts';
import { say } from './words.ts';

type Props = { all: readonly SaidOne[]; chosen: ReadonlySet<string>; onToggle(id: string): void };

/** As many as fit on a screen without losing one's place. */
const PAGE = 20;

/** Everything that was said, part by part, to choose; with a field that narrows it down by words. */
export function SaidList({ all, chosen, onToggle }: Props) {
  const [find, setFind] = useState('');
  const [page, setPage] = useState(0);
  const said = useSaid();
  const wanted = find.trim().toLowerCase();
  const found = all.filter(({ row: { phrase, quiet } }) =>
    [phrase, quiet].some((words) => words && said(words).toLowerCase().includes(wanted)),
  );
  const pages = Math.ceil(found.length / PAGE);
  const at = Math.min(page, Math.max(0, pages - 1));
  const rows = found.slice(at * PAGE, (at + 1) * PAGE);
  return (
    <section className="stack">
      <Write
        label={say('find')}
        value={find}
        max={200}
        onChange={(words) => {
          setFind(words);
          setPage(0);
        }}
      />
      {found.length === 0 && <div className="empty">{said(say(all.length === 0 ? 'none' : 'notFound'))}</div>}
      <ul className="stack pick-notes">
        {rows.map((one, place) => (
          <li key={one.id} className="stack">
            {rows[place - 1]?.activity !== one.activity && <h2>{said(one.heading)}</h2>}
            <One one={one} chosen={chosen.has(one.id)} onPress={() => onToggle(one.id)} />
          </li>
        ))}
      </ul>
      <Pages page={at} pages={pages} onPage={setPage} />
    </section>
  );
}

type OneProps = { one: SaidOne; chosen: boolean; onPress(): void };

/** One thing that was said. A recording is listened to beside it: a button holds no player. */
function One({ one, chosen, onPress }: OneProps) {
  const said = useSaid();
  const { voice, ...row } = rowToShow(one.row);
  return (
    <>
      <button type="button" className="choice pick" aria-pressed={chosen} onClick={onPress}>
        <SayRow row={row} />
        {chosen && <Mark name="tick" className="tick" />}
      </button>
      {one.alike > 1 && <p className="quiet">{said(say('alike', { count: one.alike }))}</p>}
      {one.sealed > 0 && <p className="quiet">{said(say('sealedHint'))}</p>}
      {voice && <SayRow row={{ phrase: row.phrase, voice }} />}
    </>
  );
}
