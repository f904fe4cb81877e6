import type { Saying } from '#activities/kind.ts';
import type { Source } from '#workshop/follow-changes.ts';
import { asSaid, type Phrase } from '#workshop/phrase.ts';
import type { Replay } from '#workshop/replay.ts';
import { agenda } from '#workshop/workshop.ts';
import { headingOf, openActivity, type Opened } from '../activity.ts';
import { say } from './words.ts';

/** What was said in one activity, or by whoever led (`activity` is ''). */
export type Said = { activity: string; heading: Phrase; sayings: Saying[] };

/** Answers that the room has not seen are nobody's to write about, until the workshop is over; sealed ones never. */
function maySee({ workshop }: Replay, { kind, setup, activity }: Opened): boolean {
  const hides = kind.hides(setup) || kind.round(setup) === 'sealed';
  return (
    !hides ||
    workshop.shown.includes(activity.id) ||
    (workshop.status === 'finished' && kind.round(setup) === 'open')
  );
}

/** Everything that a line can come from: what people made one by one, each part as a whole, the leaders' notes. */
export function allSaid(replay: Replay): Said[] {
  const parts = agenda(replay.workshop).flatMap(({ id }): Said[] => {
    const opened = openActivity(replay, id);
    if (!opened || !maySee(replay, opened) || opened.kind.round(opened.setup) === 'none') return [];
    const { kind, setup, state } = opened;
    return [{ activity: id, heading: kind.heading(setup), sayings: kind.sayings?.(setup, state) ?? [] }];
  });
  const notes = replay.workshop.notes.map(({ id, text }): Saying => ({
    id,
    row: { phrase: asSaid(text, 'write') },
  }));
  return notes.length > 0 ? [...parts, { activity: '', heading: say('leadersNote'), sayings: notes }] : parts;
}

/** What a source says: the note itself, or the part it is all of. One that is hidden or gone says so. */
export function sayingOf(replay: Replay, said: readonly Said[], { activity, entry }: Source): Saying {
  const part = said.find((one) => one.activity === activity);
  const found = part?.sayings.find(({ id }) => id === entry);
  if (found) return found;
  if (entry === '' && activity !== '') {
    const { plain, easy } = headingOf(replay, activity);
    const words = say('sourceOf', { what: plain || easy });
    return {
      id: activity,
      row: {
        phrase: {
          plain: words.plain,
          easy: say('sourceOf', { what: easy || plain }).easy,
          symbol: words.symbol,
        },
      },
    };
  }
  return { id: entry, row: { phrase: say('sourceGone') } };
}

export const sameSource = (a: Source, b: Source): boolean => a.activity === b.activity && a.entry === b.entry;
