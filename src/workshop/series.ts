import type { Carried, Membership } from './follow-changes.ts';
import type { CarriedOver, Follow, Outcome } from './follow.ts';
import { heardLines, distinct, outcomesOf } from './heard.ts';
import { asSaid } from './phrase.ts';
import { current } from './versions.ts';
import { aboutOf, type Workshop } from './workshop.ts';

/** The series that a workshop is a session of. */
export function seriesOf({ follow }: Workshop): Membership | undefined {
  return current(follow.series);
}

type Session = { id: string; workshop: Workshop };

/** The sessions of one series that are here, in their order: by day, then one after the other. */
export function sessionsOf<T extends Session>(series: string, all: readonly T[]): T[] {
  const day = ({ workshop }: Session): string => aboutOf(workshop).date;
  return all
    .filter(({ workshop }) => workshop.deletedAt === 0 && seriesOf(workshop)?.series === series)
    .toSorted((a, b) => compare(day(a), day(b)) || a.workshop.madeAt - b.workshop.madeAt);
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** Something that was to be done, with what became of it as far as is known here. */
export type Open = { id: string; carried: Carried; outcomes: Outcome[] };

/**
 * What a next session is told of: every "we will" and action of this one, and of those that this session was
 * told of itself the ones that were still open. Each keeps the id and the place that it first had.
 */
export function promisesOf(id: string, workshop: Workshop): Open[] {
  const { follow } = workshop;
  const outcomes = (promise: string): Outcome[] => outcomesOf(follow, promise);
  const lines = heardLines(follow);
  const wills = lines.flatMap(({ words, promises }) =>
    promises.flatMap((promise): Open[] => {
      const head = promise.wills.heads[0];
      if (!head) return [];
      const { what, who, by } = head.value;
      const from = { workshop: id, activity: '', entry: head.id };
      return [
        {
          id: promise.id,
          carried: { as: 'will', from, words: what, heard: words, who, by },
          outcomes: promise.outcomes,
        },
      ];
    }),
  );
  // What nothing can be done about was answered as well: people hear that again, with its reason.
  const cannot = lines.flatMap(({ id: line, words, cannot: why, versions }): Open[] => {
    if (!why) return [];
    const from = { workshop: id, activity: '', entry: versions.heads[0]?.id ?? line };
    return [{ id: line, carried: { as: 'will', from, words, who: '', by: '' }, outcomes: [why] }];
  });
  const actions = workshop.actions.map(({ id: action, what, who, by }): Open => {
    const from = { workshop: id, activity: '', entry: action };
    return {
      id: action,
      carried: { as: 'action', from, words: asSaid(what), who, by: isDay(by) ? by : '' },
      outcomes: outcomes(action),
    };
  });
  const before = lastTime(follow)
    .filter(({ as }) => as === 'will' || as === 'action')
    .filter(({ id: promise }) => outcomes(promise).length === 0)
    .map((one): Open => {
      const { id: promise, left: _, ...carried } = one;
      return { id: promise, carried, outcomes: [] };
    });
  return [...wills, ...cannot, ...actions, ...before];
}

const isDay = (day: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(day);

/** What this session was given of earlier ones, without what was left behind. */
export function lastTime(follow: Follow): CarriedOver[] {
  return Object.values(follow.carried).filter(({ left }) => !left);
}

/**
 * What became of something that was carried over: as this session knows it, and as the session that it came
 * from has it by now, where that is here too. More than one: they differ, and somebody has to say.
 */
export function becameOf(follow: Follow, promise: string, origin?: Follow): Outcome[] {
  return distinct([...outcomesOf(follow, promise), ...(origin ? outcomesOf(origin, promise) : [])]);
}
