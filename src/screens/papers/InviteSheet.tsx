import type { Phrase } from '#workshop/phrase.ts';
import type { Invite } from '#workshop/changes.ts';
import type { Replay } from '#workshop/replay.ts';
import { aboutOf, agenda } from '#workshop/workshop.ts';
import { Say } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import { headingOf } from '../activity.ts';
import { longDay } from '../reports/MadeBy.tsx';
import { Ticks } from './Pieces.tsx';
import { say } from './words.ts';

/** What people can ask for. It is a start: the last one is a line of their own. */
const support = [
  say('transport'),
  say('companion'),
  say('step'),
  say('interpreter'),
  say('bigPrint'),
  say('quietRoom'),
  say('food'),
  say('travelMoney'),
].map((phrase) => ({ phrase }));
const coming = [say('yes'), say('no'), say('maybe')].map((phrase) => ({ phrase }));
/** More than this is the agenda's own sheet. */
const MOST_PARTS = 6;

/** Come along: what, when, where, who, what can help you, and how to answer. */
export function InviteSheet({ replay, invite }: { replay: Replay; invite: Invite }) {
  const { title, date, where, ledBy } = aboutOf(replay.workshop);
  const parts = agenda(replay.workshop).slice(0, MOST_PARTS);
  const day = longDay(invite.answerBy);
  return (
    <>
      <Say phrase={say('youAreInvited')} level={1} />
      <Fact
        phrase={{ ...say('what'), symbol: title.symbol || say('what').symbol }}
        told={[title, say('whatHint')]}
      />
      <Fact phrase={say('when')} told={[longDay(date), invite.times]} />
      <Fact phrase={say('where')} told={[where, invite.gettingThere]} />
      <Fact phrase={say('who')} told={[ledBy]} />
      {parts.length > 0 && (
        <Fact phrase={say('willDo')} told={parts.map(({ id }) => headingOf(replay, id))} list />
      )}
      <Ticks phrase={say('support')} hint={say('supportHint')} boxes={support} />
      <section className="to-write">
        <Say phrase={say('other')} />
        <div className="line" />
      </section>
      <Ticks phrase={say('answer')} boxes={coming} />
      <Fact phrase={say('tellUs')} told={[invite.answerTo, ...(day ? [say('tellBy', { day })] : [])]} />
    </>
  );
}

type FactProps = { phrase: Phrase; told: readonly (Phrase | string)[]; list?: boolean };

/** One thing to know. What nobody has said yet is a line to write on. */
function Fact({ phrase, told, list = false }: FactProps) {
  const said = useSaid();
  const known = told.map((one) => (typeof one === 'string' ? one : said(one)));
  const [first = '', ...more] = known;
  if (list)
    return (
      <Say phrase={phrase} level={2}>
        <ul className="dashed">
          {known.map((one, place) => (
            <li key={place}>{one}</li>
          ))}
        </ul>
      </Say>
    );
  return (
    <Say phrase={phrase} level={2}>
      {first ? <p>{first}</p> : <div className="line" />}
      {more.filter(Boolean).map((one) => (
        <p key={one}>{one}</p>
      ))}
    </Say>
  );
}
