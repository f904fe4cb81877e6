import type { Replay } from '#workshop/replay.ts';
import { aboutOf, agenda } from '#workshop/workshop.ts';
import { Say } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import { headingOf, openActivity } from '../activity.ts';
import { longDay } from '../reports/MadeBy.tsx';
import { say } from './words.ts';

/** What we will do, in order, each with its picture. Times are about right, and nobody is hurried. */
export function AgendaSheet({ replay }: { replay: Replay }) {
  const said = useSaid();
  const { title, date, where } = aboutOf(replay.workshop);
  const parts = agenda(replay.workshop);
  const when = [longDay(date), where].filter(Boolean).join(', ');
  return (
    <>
      <Say phrase={title} level={1}>
        {when && <p>{when}</p>}
      </Say>
      <h2>{said(say('willDo'))}</h2>
      {parts.length === 0 && <p>{said(say('noAgenda'))}</p>}
      <ol className="rows numbered">
        {parts.map(({ id }) => {
          const opened = openActivity(replay, id);
          const minutes = opened?.kind.minutes(opened.setup) ?? 0;
          return (
            <li key={id}>
              <Say phrase={headingOf(replay, id)}>
                {minutes > 0 && <p className="quiet">{said(say('minutes', { count: minutes }))}</p>}
              </Say>
            </li>
          );
        })}
      </ol>
      <Say phrase={say('ownPace')} />
    </>
  );
}
