import type { Report } from '#report/report.ts';
import { asSaid, type Phrase } from '#workshop/phrase.ts';
import type { Outcome } from '#workshop/follow.ts';
import type { Action } from '#workshop/workshop.ts';
import { Picture } from '#ui/Picture.tsx';
import { LeavingContext } from '#ui/PackPicture.tsx';
import { Say } from '#ui/Say.tsx';
import { useSaid, WordsContext } from '#ui/said.ts';
import { followFoot, lastTimeBlocks } from '../follow/blocks.ts';
import { Lines } from '../follow/FollowSheet.tsx';
import { outcomeWords } from '../follow/told.ts';
import { say as sayFollow } from '../follow/words.ts';
import { naming } from '../joined.ts';
import { BlockRows } from './BlockRows.tsx';
import { dayOf, longDay, MadeBy } from './MadeBy.tsx';
import { Notes, PaperPart } from './PaperPart.tsx';
import { useLeaving } from '../packs/worn.ts';
import { WordList } from './WordList.tsx';
import { say } from './words.ts';

export type Format = 'standard' | 'easy' | 'large';

type Props = { report: Report; format: Format; running: boolean };

/** What the report is called: on the paper, and as the title of a PDF. */
export function titleOf({ about }: Report): Phrase {
  const heard = naming((title) => say('heard', { title }), about.title);
  return { ...heard, symbol: about.title.symbol || heard.symbol };
}

/** The report as a sheet of paper, on the screen as it will print. Its format is its own, not the reader's ways. */
export function Paper({ report, format, running }: Props) {
  const words = format === 'easy' ? 'easy' : 'plain';
  const { may, credits } = useLeaving(report);
  return (
    <WordsContext value={words}>
      <article className={`paper ${format}`} data-theme="light" data-words={words} data-calm="no">
        <LeavingContext value={may}>
          <Inside report={report} running={running} credits={credits} />
        </LeavingContext>
      </article>
    </WordsContext>
  );
}

type InsideProps = { report: Report; running: boolean; credits: readonly string[] };

function Inside({ report, running, credits }: InsideProps) {
  const words = useSaid();
  const { about, here, notes, actions, newer, follow } = report;
  const before = lastTimeBlocks(follow);
  const when = [longDay(about.date) || dayOf(report.startedAt), about.where].filter(Boolean).join(', ');
  return (
    <>
      <Say phrase={titleOf(report)} level={1}>
        {when && <p>{when}.</p>}
        {here > 0 && <p>{words(say('tookPart', { count: here }))}</p>}
        {running && <p className="quiet">{words(say('unfinished'))}</p>}
      </Say>
      {before.length > 0 && (
        <section>
          <h2>{words(sayFollow('lastTime'))}</h2>
          <BlockRows blocks={before} />
        </section>
      )}
      {report.parts.map((part) => (
        <PaperPart key={part.activity} part={part} />
      ))}
      {follow.lines.length > 0 && (
        <section>
          <h2>{words(sayFollow('title'))}</h2>
          <Lines lines={follow.lines} />
        </section>
      )}
      <section>
        <h2>{words(say('whatNow'))}</h2>
        <div className="rows">
          {actions.length === 0 && follow.lines.length === 0 && <p>{words(say('noActions'))}</p>}
          {actions.map((action) => (
            <ActionOf key={action.id} action={action} outcomes={follow.actions[action.id] ?? []} />
          ))}
        </div>
      </section>
      {notes.length > 0 && (
        <section>
          <h2>{words(say('notes'))}</h2>
          <Notes notes={notes} />
        </section>
      )}
      {newer > 0 && <p className="quiet">{words(say('someNewer', { count: newer }))}</p>}
      <WordList report={report} />
      <MadeBy {...report} wording={report.wording} credits={credits} more={followFoot(follow)} />
    </>
  );
}

type ActionProps = { action: Action; outcomes: readonly Outcome[] };

function ActionOf({ action: { what, who, by }, outcomes }: ActionProps) {
  const words = useSaid();
  const day = longDay(by);
  const more = who ? (day ? say('whoBy', { who, by: day }) : say('who', { who })) : say('by', { by: day });
  return (
    <div className="say">
      <Picture symbol={say('weWill').symbol} />
      <div>
        <p>
          <b>{words(say('weWill'))}</b> {words(asSaid(what))}
        </p>
        {(who || day) && <p>{words(more)}</p>}
        {outcomes.map((one) => (
          <p key={one.how}>{words(outcomeWords(one))}</p>
        ))}
      </div>
    </div>
  );
}
