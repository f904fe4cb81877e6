import { openActivity } from '#activities/open.ts';
import { byOrder, type Entry } from '#workshop/entry.ts';
import { asSaid, type Phrase } from '#workshop/phrase.ts';
import type { Replay } from '#workshop/replay.ts';
import type { Row } from '#workshop/section.ts';
import { agenda } from '#workshop/workshop.ts';
import { headingOf } from '../../activity.ts';
import { namesIn, pieceOf } from './pieces.ts';
import { say } from './words.ts';

/**
 * One entry that says something, to choose. `sealed` counts the answers that nobody can tell apart; `alike` those
 * that chose the same.
 */
export type SaidOne = {
  id: string;
  activity: string;
  heading: Phrase;
  row: Row;
  sealed: number;
  alike: number;
};

/** Of what is said of a workshop itself, these are words of people; the rest is the plan. */
const WORDS_OF_PEOPLE: ReadonlySet<unknown> = new Set([
  'note-written',
  'action-agreed',
  'paper-typed-in',
  'checked',
  'line-heard',
  'line-corrected',
  'will-said',
  'promise-done',
  'promise-not-done',
  'carried-over',
  'pledge-looked-at',
]);

/** Everything in a workshop that somebody said, part by part, whether it is shown, hidden or was changed later. */
export function saidOnes(replay: Replay, entries: readonly Entry[]): SaidOne[] {
  const ids = new Set(entries.map(({ id }) => id));
  const sorted = entries.toSorted(byOrder);
  const inPlan = agenda(replay.workshop).map(({ id }) => id);
  const others = Object.keys(replay.workshop.activities).filter((id) => !inPlan.includes(id));
  const parts = [...inPlan, ...others, ''];
  return parts.flatMap((activity) => {
    const opened = activity === '' ? undefined : openActivity(replay, activity);
    const names = namesIn(opened?.setup);
    const sayings = opened?.kind.sayings?.(opened.setup, opened.state) ?? [];
    const rows = new Map(
      // Whoever gave their name is looked for by it.
      sayings.map(({ id, row, by }) => [id, by ? { ...row, quiet: asSaid(by) } : row]),
    );
    const heading = activity === '' ? say('besides') : headingOf(replay, activity);
    const alike = new Map<string, SaidOne>();
    return sorted.flatMap((entry): SaidOne[] => {
      if (entry.activity !== activity || entry.body === null) return [];
      const body = readBody(entry.body);
      if (activity === '' && !WORDS_OF_PEOPLE.has(typeOf(body))) return [];
      const piece = pieceOf(body, names, ids);
      if (!piece) return [];
      const one = { id: entry.id, activity, heading, sealed: 0, alike: 1 };
      if ('sealed' in piece) {
        return [{ ...one, row: { phrase: say('sealed', { count: piece.sealed }) }, sealed: piece.sealed }];
      }
      const row = rows.get(entry.id) ?? piece.row;
      if (!piece.onlyChosen || rows.has(entry.id)) return [{ ...one, row }];
      // Nobody can tell which of the same answers is whose, so they stand there once: taking one away is enough.
      const first = alike.get(row.phrase.plain);
      if (first) {
        first.alike += 1;
        return [];
      }
      const only = { ...one, row };
      alike.set(row.phrase.plain, only);
      return [only];
    });
  });
}

/** What an entry of another workshop says, which copied or was made from a note of this one. */
export function saidElsewhere(entry: Entry): Row {
  const piece =
    entry.body === null ? undefined : pieceOf(readBody(entry.body), new Map(), new Set([entry.id]));
  return piece && 'row' in piece ? piece.row : { phrase: asSaid('') };
}

const typeOf = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && 'type' in body ? body.type : undefined;

function readBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
