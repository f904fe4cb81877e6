import * as v from 'valibot';
import { byOrder, type Entry } from './entry.ts';
import type { AnyRules } from './kind.ts';
import { current } from './versions.ts';
import { applyChange, newWorkshop, type Workshop } from './workshop.ts';
import { ChangeSchema } from './changes.ts';

/** One activity's state, and how many changes a newer app made that this one could not read. */
export type Told = { state: unknown; newer: number };

/** All that a journal tells of one workshop. Plain data, so that it can be kept as a snapshot. */
export type Replay = { workshop: Workshop; activities: Record<string, Told>; newer: number; entries: number };

export type FindRules = (kind: string) => AnyRules | undefined;

export function newReplay(): Replay {
  return { workshop: newWorkshop(), activities: {}, newer: 0, entries: 0 };
}

/** Answers of a sealed activity: they leave the box in one batch, sorted by id, when the activity closes. */
export const SealedSchema = v.object({
  type: v.literal('sealed-answers'),
  answers: v.array(v.object({ id: v.string(), change: v.unknown() })),
});
export type SealedAnswers = v.InferOutput<typeof SealedSchema>;

/** The replay with one more entry, which must come after all before it in order. Pure. */
export function withEntry(replay: Replay, entry: Entry, find: FindRules): Replay {
  const counted = { ...replay, entries: replay.entries + 1 };
  if (entry.body === null) return counted;
  const body = readJson(entry.body);
  return entry.activity === '' ? ofWorkshop(counted, entry, body) : ofActivity(counted, entry, body, find);
}

/** The whole state from any set of entries of one workshop: any order, any repeats, the same result. */
export function replayAll(entries: readonly Entry[], find: FindRules): Replay {
  const once = new Map(entries.map((entry) => [entry.id, entry]));
  return [...once.values()]
    .sort(byOrder)
    .reduce((replay, entry) => withEntry(replay, entry, find), newReplay());
}

function ofWorkshop(replay: Replay, entry: Entry, body: unknown): Replay {
  const change = v.safeParse(ChangeSchema, body);
  if (!change.success) return { ...replay, newer: replay.newer + 1 };
  return { ...replay, workshop: applyChange(replay.workshop, change.output, entry) };
}

function ofActivity(replay: Replay, entry: Entry, body: unknown, find: FindRules): Replay {
  const activity = replay.workshop.activities[entry.activity];
  const rules = activity && find(activity.kind);
  const told = replay.activities[entry.activity] ?? { state: rules?.start(), newer: 0 };
  const put = (next: Told): Replay => ({
    ...replay,
    activities: { ...replay.activities, [entry.activity]: next },
  });
  if (!activity || !rules) return put({ ...told, newer: told.newer + 1 });

  const sealed = v.safeParse(SealedSchema, body);
  const changes = sealed.success ? sealed.output.answers : [{ id: entry.id, change: body }];
  const setup = current(activity.setup);
  return put(
    changes.reduce((sofar, { id, change }) => {
      const state = rules.applyStored(sofar.state, change, { id, from: entry.from, setup });
      return state === undefined ? { ...sofar, newer: sofar.newer + 1 } : { ...sofar, state };
    }, told),
  );
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
