import { dayInWords, today } from '#words/days.ts';
import type { Part, Report } from '#report/report.ts';
import type { Action } from '#workshop/workshop.ts';
import { asSaid, type Phrase } from '#workshop/phrase.ts';
import { Logo } from '#ui/Logo.tsx';
import { Say } from '#ui/Say.tsx';
import { said, useSaid, WordsContext } from '#ui/said.ts';
import { BlockRows } from './BlockRows.tsx';
import { say } from './words.ts';

export type Format = 'standard' | 'easy' | 'large';

type Props = { report: Report; format: Format; running: boolean };

/** The report as a sheet of paper, on the screen as it will print. Its format is its own, not the reader's ways. */
export function Paper({ report, format, running }: Props) {
  return (
    <WordsContext value={format === 'easy' ? 'easy' : 'plain'}>
      <article
        className={`paper ${format}`}
        data-theme="light"
        data-words={format === 'easy' ? 'easy' : 'plain'}
        data-calm="no"
      >
        <Inside report={report} running={running} />
      </article>
    </WordsContext>
  );
}

function Inside({ report, running }: { report: Report; running: boolean }) {
  const words = useSaid();
  const { about } = report;
  const title: Phrase = {
    plain: say('heard', { title: said(about.title, 'plain') }).plain,
    easy: say('heard', { title: said(about.title, 'easy') }).easy,
    symbol: about.title.symbol || say('heard').symbol,
  };
  const when = [dayInWords(about.date), about.where].filter(Boolean).join(', ');
  return (
    <>
      <Say phrase={title} level={1}>
        {when && <p>{when}.</p>}
        {report.here > 0 && <p>{words(say('tookPart', { count: report.here }))}</p>}
        {running && <p className="quiet">{words(say('unfinished'))}</p>}
      </Say>
      {report.rules.length > 0 && (
        <section>
          <h2>{words(say('rules'))}</h2>
          <div className="rows">
            {report.rules.map((rule) => (
              <Say key={rule.plain + rule.easy} phrase={rule} />
            ))}
          </div>
        </section>
      )}
      {report.parts.map((part) => (
        <PartOf key={part.activity} part={part} />
      ))}
      <section>
        <h2>{words(say('whatNow'))}</h2>
        <div className="rows">
          {report.actions.length === 0 && <p>{words(say('noActions'))}</p>}
          {report.actions.map((action) => (
            <ActionOf key={action.id} action={action} />
          ))}
        </div>
      </section>
      {report.notes.length > 0 && (
        <section>
          <h2>{words(say('notes'))}</h2>
          <Notes notes={report.notes} />
        </section>
      )}
      <Foot report={report} />
    </>
  );
}

function PartOf({ part }: { part: Part }) {
  const words = useSaid();
  if (!part.section) return <p className="card">{words(say('newer'))}</p>;
  const { taken, passed } = part.turns;
  const { helped } = part;
  return (
    <section>
      <h2>{words(part.section.heading)}</h2>
      {part.why === 'hidden' && <p>{words(say('hidden'))}</p>}
      <BlockRows blocks={part.section.blocks} />
      {taken + passed > 0 && <p className="quiet">{words(say('turns', { taken, passed }))}</p>}
      {helped && (
        <p className="quiet">
          {words(say('helped', { alone: helped.alone, help: helped['with-help'], forThem: helped['for-them'] }))}
        </p>
      )}
      <Notes notes={part.notes} />
    </section>
  );
}

function Notes({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <ul className="rows">
      {notes.map((note, i) => (
        <li key={i}>
          <Say phrase={asSaid(note, 'notes')} />
        </li>
      ))}
    </ul>
  );
}

function ActionOf({ action }: { action: Action }) {
  const words = useSaid();
  const by = dayInWords(action.by);
  const more = action.who ? (by ? say('whoBy', { who: action.who, by }) : say('who', { who: action.who })) : say('by', { by });
  return (
    <Say phrase={say('weWill', { what: action.what })}>{(action.who || by) && <p>{words(more)}</p>}</Say>
  );
}

function Foot({ report }: { report: Report }) {
  const words = useSaid();
  const made = report.finishedAt || report.startedAt;
  const date = dayInWords(made ? today(new Date(made)) : today());
  return (
    <footer className="paper-foot">
      <Logo />
      <p>
        {words(say('madeBy', { who: report.about.ledBy || words(say('leaders')), date }))}{' '}
        {words(say('updated', { date: dayInWords(today()) }))}
        <br />
        {words(say('credit'))}
      </p>
    </footer>
  );
}
