import type { Replay } from '#workshop/replay.ts';
import { asSaid } from '#workshop/phrase.ts';
import { aboutOf, agenda } from '#workshop/workshop.ts';
import { Say } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import type { Opened } from '../activity.ts';
import { naming } from '../joined.ts';
import { longDay } from '../reports/MadeBy.tsx';
import { Pieces, Ticks } from './Pieces.tsx';
import { say as shared } from '../words.ts';
import { say } from './words.ts';

const helped = [shared('alone'), shared('withHelp'), shared('forMe')].map((phrase) => ({ phrase }));

/** By what the sheets of an activity are known: the same on each of them, so that none leads to a person. */
export function sheetOf({ workshop }: Replay, activity: string): { number: number; code: string } {
  const number = agenda(workshop).findIndex((one) => one.id === activity) + 1;
  return { number, code: activity.slice(0, 4).toUpperCase() };
}

/** What a person may know of what others said: on paper as on the tablet. */
export function visibleState(replay: Replay, { kind, setup, state, activity }: Opened): unknown {
  return kind.hides(setup) && !replay.workshop.shown.includes(activity.id) ? kind.start() : state;
}

/** An activity to fill in with a pen: question, answers, whom to give it to. It asks for no name. */
export function AnswerSheet({ replay, opened }: { replay: Replay; opened: Opened }) {
  const said = useSaid();
  const { kind, setup, activity } = opened;
  const { title, date, ledBy } = aboutOf(replay.workshop);
  const round = kind.round(setup);
  const answered = kind.turn !== undefined && round !== 'none';
  const giver = ledBy ? asSaid(ledBy) : say('giver');
  return (
    <>
      <header className="sheet-head">
        <p>{[said(title), longDay(date)].filter(Boolean).join(', ')}</p>
        <p>{said(say('sheetNumber', sheetOf(replay, activity.id)))}</p>
      </header>
      <Say phrase={kind.heading(setup)} level={1} />
      <Pieces pieces={kind.paper(setup, visibleState(replay, opened))} />
      {answered ? (
        <>
          <Ticks phrase={say('howAnswered')} boxes={helped} />
          <section className="give-back">
            <Say phrase={naming((who) => say('giveBack', { who }), giver)} />
            <Say phrase={round === 'sealed' ? say('nobodyKnows') : say('groupReads')} />
            <Say phrase={say('noNames')} />
          </section>
        </>
      ) : (
        <Say phrase={say('yoursToKeep')} />
      )}
    </>
  );
}
