import type { Phrase } from '#workshop/phrase.ts';
import type { Replay } from '#workshop/replay.ts';
import { agenda } from '#workshop/workshop.ts';
import { Mark } from '#ui/Mark.tsx';
import { Picture } from '#ui/Picture.tsx';
import { useSaid } from '#ui/said.ts';
import { headingOf } from '../activity.ts';
import { lookOf, type Look } from './order.ts';
import { say } from './words.ts';

const classes = { now: 'now', done: 'was', skipped: 'was', 'to-come': '' };

/** The agenda at the side: what was done, where the room is, what is to come. */
export function Agenda({ replay }: { replay: Replay }) {
  const said = useSaid();
  const items = agenda(replay.workshop);
  return (
    <>
      <h2 id="agenda-title" className="agenda-title">
        {said(say('agenda'))}
      </h2>
      {items.length === 0 && <p className="quiet">{said(say('nothingYet'))}</p>}
      <ol className="agenda">
        {items.map(({ id }) => {
          const look = lookOf(replay.workshop, id);
          return (
            <li key={id} className={classes[look]} aria-current={look === 'now' ? 'step' : undefined}>
              <Item heading={headingOf(replay, id)} look={look} />
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** One item: its picture, its words, and how it stands. */
export function Item({ heading, look }: { heading: Phrase; look: Look }) {
  const said = useSaid();
  return (
    <>
      <span className="picture-place">
        <Picture symbol={heading.symbol} />
      </span>
      <span>{said(heading)}</span>
      {look === 'now' && <em>{said(say('now'))}</em>}
      {look === 'skipped' && <span className="small">{said(say('skipped'))}</span>}
      {look === 'done' && (
        <span>
          <Mark name="tick" />
          <span className="seen-by-readers">{said(say('done'))}</span>
        </span>
      )}
    </>
  );
}
