import type { Phrase } from '#workshop/phrase.ts';
import type { Replay } from '#workshop/replay.ts';
import { Mark } from '#ui/Mark.tsx';
import { Picture } from '#ui/Picture.tsx';
import { useSaid } from '#ui/said.ts';
import { say as sayUi } from '#ui/words.ts';
import type { Opened } from '../activity.ts';
import { Part } from '../Part.tsx';
import { sendToActivity } from '../workshops.ts';
import { canHide, isShown } from './showing.ts';
import { SignalStrip, Signals } from './Signals.tsx';
import { TimerCard } from './TimerCard.tsx';
import { TurnsCard } from './TurnsCard.tsx';
import { say } from './words.ts';

type Props = {
  id: string;
  replay: Replay;
  title: Phrase;
  hint?: Phrase | undefined;
  opened: Opened | undefined;
  onRound(): void;
};

/** Where the room is: the part, its turns, its answers once shown, the leader's tools, the timer, the cards. */
export function Now({ id, replay, title, hint, opened, onRound }: Props) {
  const said = useSaid();
  const { workshop } = replay;
  const there = opened && !opened.activity.removed ? opened : undefined;
  const shown = there !== undefined && isShown(there, workshop.shown);
  // What was just revealed, or is all that there is, comes first; what the group still works on comes last.
  const first = there && shown && (canHide(there) || there.kind.round(there.setup) === 'none');
  return (
    <>
      {first && <SignalStrip id={id} up={workshop.cards} />}
      <div className="now-title">
        <Picture symbol={title.symbol} framed />
        <div>
          <h1>{said(title)}</h1>
          {hint && <p className="quiet">{said(hint)}</p>}
          {there && <Tag opened={there} shown={shown} />}
        </div>
      </div>
      {there && <Turns opened={there} shown={shown} onRound={onRound} />}
      {first && <Answers opened={there} />}
      {there && (
        <TimerCard
          id={id}
          activity={there.activity.id}
          timer={workshop.timer}
          planned={there.kind.minutes(there.setup)}
        />
      )}
      <Signals id={id} up={workshop.cards} />
      {there && shown && !first && <Answers opened={there} />}
      {there && <LeadersPart id={id} opened={there} shown={shown} />}
    </>
  );
}

function Tag({ opened, shown }: { opened: Opened; shown: boolean }) {
  const said = useSaid();
  if (!canHide(opened)) return null;
  return (
    <p className="tag">
      <Mark name={shown ? 'show' : 'hidden'} />
      {said(shown ? say('shownTag') : say('hiddenTag'))}
    </p>
  );
}

function Turns({ opened, shown, onRound }: { opened: Opened; shown: boolean; onRound(): void }) {
  const said = useSaid();
  const { kind, setup, room, newer } = opened;
  const round = kind.round(setup);
  return (
    <>
      {newer > 0 && <p className="card">{said(sayUi('newer'))}</p>}
      {round !== 'none' && <TurnsCard room={room} closed={round === 'sealed' && shown} onRound={onRound} />}
    </>
  );
}

/** The answers, as the room sees them. */
export function Answers({ opened: { activity, kind, setup, state, room } }: { opened: Opened }) {
  return (
    <section className="card shown-results">
      <Part key={activity.id} load={kind.parts.Results} props={{ setup, state, room }} />
    </section>
  );
}

/** The leader's own tools of this kind, if it has any. */
export function LeadersPart({ id, opened, shown }: { id: string; opened: Opened; shown: boolean }) {
  const { activity, kind, setup, state, room } = opened;
  const send = (changes: unknown[], from?: string[]): Promise<void> =>
    sendToActivity(id, activity.id, changes, from ? { from } : {});
  if (!kind.parts.Lead) return null;
  return <Part key={activity.id} load={kind.parts.Lead} props={{ setup, state, room, shown, send }} />;
}
