import type { Part } from '#report/report.ts';
import { asSaid, type Phrase } from '#workshop/phrase.ts';
import { Say } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import { joined, naming } from '../joined.ts';
import { BlockRows } from './BlockRows.tsx';
import { partIn } from './wanted-part.ts';
import { say } from './words.ts';

/** One activity on paper: what was asked, what was said, then how many had a turn and the leader's notes. */
export function PaperPart({ part }: { part: Part }) {
  const words = useSaid();
  const { section, notes } = part;
  if (!section) return <p className="card">{words(say('newer'))}</p>;
  const hidden = hiddenOf(part);
  const rows = besidesOf(part);
  return (
    <section id={partIn(part.activity)}>
      <h2>{words(asked(section.heading))}</h2>
      {hidden && <Say phrase={hidden} />}
      {section.blocks.length > 0 && <BlockRows blocks={section.blocks} />}
      {rows.map((row) => (
        <Say key={row.symbol} phrase={row} />
      ))}
      <Notes notes={notes} />
    </section>
  );
}

/** What stands in the place of answers that are still closed. Where nobody was asked, there are none to wait for. */
export function hiddenOf({ why, turns, papers }: Pick<Part, 'why' | 'turns' | 'papers'>): Phrase | undefined {
  if (why !== 'hidden') return undefined;
  return say(turns.taken + turns.passed + papers.count === 0 ? 'unasked' : 'hidden');
}

/** How many had a turn, how many of them on paper, and who helped. */
export function besidesOf({ turns, helped, papers }: Part): Phrase[] {
  const onPaper = papers.count > 0 ? say('onPaper', { count: papers.count }) : undefined;
  return [turnsOf(turns), onPaper, helped ? helpOf(helped) : undefined].filter((row) => row !== undefined);
}

/** The leader's notes, each as it was written. */
export function Notes({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <ul className="rows">
      {notes.map((note, i) => (
        <li key={i}>
          <Say phrase={asSaid(note, say('notes').symbol)} />
        </li>
      ))}
    </ul>
  );
}

/** A question is said as one that was asked: the reader may not have been there. */
export function asked(heading: Phrase): Phrase {
  const isQuestion = (heading.plain || heading.easy).trim().endsWith('?');
  return isQuestion ? naming((question) => say('asked', { question }), heading) : heading;
}

function turnsOf({ taken, passed }: Part['turns']): Phrase | undefined {
  if (taken + passed === 0) return undefined;
  const had = say('tookTurn', { count: taken });
  return passed > 0 ? joined(had, say('passedTurn', { count: passed })) : had;
}

function helpOf(helped: NonNullable<Part['helped']>): Phrase | undefined {
  const told = [
    ...(helped.alone > 0 ? [say('alone', { count: helped.alone })] : []),
    ...(helped['with-help'] > 0 ? [say('withHelp', { count: helped['with-help'] })] : []),
    ...(helped['for-them'] > 0 ? [say('forThem', { count: helped['for-them'] })] : []),
  ];
  return told.length > 0 ? joined(...told) : undefined;
}
