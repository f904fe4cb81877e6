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
import { Signals } from './Signals.tsx';
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
  return (
    <>
      <div className="now-title">
        <Picture symbol={title.symbol} framed />
        <div>
          <h1>{said(title)}</h1>
          {hint && <p className="quiet">{said(hint)}</p>}
          {there && <Tag opened={there} shown={isShown(there, workshop.shown)} />}
        </div>
      </div>
      {there && <Activity id={id} opened={there} shown={isShown(there, workshop.shown)} onRound={onRound} />}
      {there && (
        <TimerCard
          id={id}
          activity={there.activity.id}
          timer={workshop.timer}
          planned={there.kind.minutes(there.setup)}
        />
      )}
      <Signals id={id} up={workshop.cards} />
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

type ActivityProps = { id: string; opened: Opened; shown: boolean; onRound(): void };

function Activity({ id, opened, shown, onRound }: ActivityProps) {
  const said = useSaid();
  const { activity, kind, setup, state, room, newer } = opened;
  const round = kind.round(setup);
  const send = (changes: unknown[], from?: string[]): Promise<void> =>
    sendToActivity(id, activity.id, changes, from ? { from } : {});
  return (
    <>
      {newer > 0 && <p className="card">{said(sayUi('newer'))}</p>}
      {round !== 'none' && <TurnsCard room={room} closed={round === 'sealed' && shown} onRound={onRound} />}
      {shown && (
        <section className="card shown-results">
          <Part key={activity.id} load={kind.parts.Results} props={{ setup, state, room }} />
        </section>
      )}
      {kind.parts.Lead && (
        <Part
          key={`lead-${activity.id}`}
          load={kind.parts.Lead}
          props={{ setup, state, room, shown, send }}
        />
      )}
    </>
  );
}
