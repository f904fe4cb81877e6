import type { Heard, Will } from './follow-changes.ts';
import type { Follow, Line, Outcome, Reading } from './follow.ts';
import type { Phrase } from './phrase.ts';
import { headIds, type Versions } from './versions.ts';

/** What the room thinks of a line as it stands now: nobody read it back yet, it agreed, or it put it otherwise. */
export type Room = 'not-read' | 'agreed' | 'not-quite';

/** What is to be done about a line. `outcomes` has two or more when tablets apart said different things. */
export type Promised = {
  id: string;
  wills: Versions<Will>;
  outcomes: Outcome[];
  /** The versions that a new outcome builds on. */
  from: string[];
};

export type HeardLine = {
  id: string;
  /** Two or more when it was written in two places at once: both stand, until somebody chooses. */
  versions: Versions<Heard>;
  words: Phrase;
  room: Room;
  /** What the room said instead, in its own words. Never taken away. */
  corrections: (Reading & { since: boolean })[];
  promises: Promised[];
  /** Why nothing can be done about it, where somebody said so. */
  cannot: Outcome | undefined;
};

const nothing: Phrase = { plain: '', easy: '', symbol: '' };

/** The lines of "You said, we will", in the order in which they were first written. */
export function heardLines(follow: Follow): HeardLine[] {
  return Object.values(follow.lines)
    .filter((line) => !line.removed && line.heard.heads.length > 0)
    .map((line) => heardLine(follow, line));
}

function heardLine(follow: Follow, line: Line): HeardLine {
  const now = headIds(line.heard);
  // A reading of an earlier version says nothing of the words that stand there now.
  const isNow = ({ of }: Reading): boolean => now.every((head) => of.includes(head));
  const heardNow = line.readings.filter(isNow);
  const [cannot] = notOpen(follow, line.id);
  return {
    id: line.id,
    versions: line.heard,
    words: line.heard.heads[0]?.value.words ?? nothing,
    room: heardNow.some(({ agreed }) => !agreed) ? 'not-quite' : heardNow.length > 0 ? 'agreed' : 'not-read',
    corrections: line.readings
      .filter(({ agreed }) => !agreed)
      .map((reading) => ({ ...reading, since: !isNow(reading) })),
    promises: Object.values(follow.wills)
      .filter((will) => will.line === line.id && !will.removed && will.will.heads.length > 0)
      .map(({ id, will }) => ({
        id,
        wills: will,
        outcomes: outcomesOf(follow, id),
        from: outcomeIds(follow, id),
      })),
    cannot: cannot?.how === 'not-done' ? cannot : undefined,
  };
}

/** What became of a promise: nothing yet, one outcome, or the different ones that tablets apart gave. */
export function outcomesOf(follow: Follow, promise: string): Outcome[] {
  return distinct(notOpen(follow, promise));
}

/** The versions that a new outcome of this promise builds on. */
export function outcomeIds(follow: Follow, promise: string): string[] {
  const versions = follow.outcomes[promise];
  return versions ? headIds(versions) : [];
}

function notOpen(follow: Follow, promise: string): Outcome[] {
  return (follow.outcomes[promise]?.heads ?? [])
    .map(({ value }) => value)
    .filter(({ how }) => how !== 'open');
}

/** Those that say different things: two tablets that say the same need nobody to choose. */
export function distinct(outcomes: readonly Outcome[]): Outcome[] {
  const seen = new Map(outcomes.map((outcome) => [JSON.stringify([outcome.how, outcome.words]), outcome]));
  return [...seen.values()];
}

/** How many lines are still without an answer: neither what we will do, nor why nothing can be done. */
export function unanswered(lines: readonly HeardLine[]): number {
  return lines.filter(({ promises, cannot }) => promises.length === 0 && !cannot).length;
}
