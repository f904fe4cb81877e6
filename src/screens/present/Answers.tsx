import { People } from '#ui/People.tsx';
import { Picture } from '#ui/Picture.tsx';
import { useSaid } from '#ui/said.ts';
import type { Opened } from '../activity.ts';
import { turnsTaken } from '../lead/turns.ts';
import { Part } from '../Part.tsx';
import { useTitle } from './BigCard.tsx';
import { say } from './words.ts';

/** What the room may see of an activity. */
export function Results({ opened: { activity, kind, setup, state, room } }: { opened: Opened }) {
  const said = useSaid();
  const heading = kind.heading(setup);
  useTitle(heading);
  return (
    <main className="big-results">
      <h1>{said(heading)}</h1>
      <Part key={activity.id} load={kind.parts.Results} props={{ setup, state, room }} />
    </main>
  );
}

/** While answers are hidden: the question, and how many had a turn. Nothing of what was said. */
export function Hidden({ opened: { kind, setup, room } }: { opened: Opened }) {
  const said = useSaid();
  const heading = kind.heading(setup);
  const { turns, here } = room;
  useTitle(heading);
  return (
    <main className="big-card">
      <Picture symbol={heading.symbol} framed />
      <div>
        <h1>{said(heading)}</h1>
        <p>{said(say('hidden'))}</p>
        {kind.round(setup) !== 'none' && (
          <>
            <p className="big-sentence">{said(turnsTaken(room))}</p>
            <People had={turns.taken} passed={turns.passed} of={here} />
          </>
        )}
      </div>
    </main>
  );
}
