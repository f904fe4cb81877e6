import * as v from 'valibot';
import type { Rules } from '#workshop/kind.ts';
import { PhraseSchema } from '#workshop/phrase.ts';

/** The two ways out that every question has. They stand alone: nobody is unsure and also chooses. */
export const waysOut = ['not-sure', 'private'] as const;
/** The five faces, in the order of the scale. */
export const faceIds = ['very-good', 'good', 'ok', 'bad', 'very-bad'] as const;

export const FEWEST = 2;
export const MOST = 12;
export const MOST_GROUPS = 6;

const id = v.pipe(v.string(), v.regex(/^[a-zA-Z0-9][a-zA-Z0-9-]{0,63}$/));
const AnswerSchema = v.object({
  id,
  phrase: PhraseSchema,
  /** The group that this answer is in, where groups are asked for first. */
  group: v.exactOptional(id),
  /** Taken out by the facilitator: no longer offered, and kept because somebody may have chosen it. */
  removed: v.exactOptional(v.boolean()),
});
export type PollAnswer = v.InferOutput<typeof AnswerSchema>;

const GroupSchema = v.object({ id, phrase: PhraseSchema });
export type PollGroup = v.InferOutput<typeof GroupSchema>;

/** The question, how it is answered, and who may see it when. Faces are kept beside answers, so that changing the kind of poll loses neither. */
export const SetupSchema = v.pipe(
  v.object({
    question: PhraseSchema,
    how: v.picklist(['one', 'several', 'scale']),
    answers: v.pipe(v.array(AnswerSchema), v.maxLength(200)),
    /** Asked for before the answers in them: of a long ladder nobody has to read every rung. */
    groups: v.exactOptional(v.pipe(v.array(GroupSchema), v.maxLength(MOST_GROUPS))),
    faces: v.pipe(v.array(AnswerSchema), v.length(faceIds.length)),
    rotate: v.boolean(),
    sealed: v.boolean(),
    hidden: v.boolean(),
    minutes: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(600)),
  }),
  v.check(({ faces }) => faces.every((face, index) => face.id === faceIds[index])),
  v.check(({ answers, groups = [], faces }) => {
    const ids = [...answers, ...groups, ...faces].map((answer) => answer.id).concat(waysOut);
    return new Set(ids).size === ids.length;
  }),
);
export type Setup = v.InferOutput<typeof SetupSchema>;

const chosen = v.pipe(v.array(v.pipe(v.string(), v.maxLength(64))), v.maxLength(250));
export const ChangeSchema = v.object({ type: v.literal('answered'), chosen });
export type Change = v.InferOutput<typeof ChangeSchema>;

/** Tallies only. A list of answers, even in a shuffled order, would say which of them belong together. */
export type State = { people: number; counts: Record<string, number>; unread: number };

/** What people may choose now. */
export function offered(setup: Setup): PollAnswer[] {
  return setup.how === 'scale' ? setup.faces : setup.answers.filter((answer) => !answer.removed);
}

/** The groups that are asked for first: those that hold an answer, if there are two. */
export function groupsAsked(setup: Setup): PollGroup[] {
  if (setup.how !== 'one') return [];
  const used = new Set(offered(setup).map((answer) => groupOf(setup, answer)));
  const groups = (setup.groups ?? []).filter((group) => used.has(group.id));
  return groups.length > 1 ? groups : [];
}

/** The group of an answer: the first one, if it was never put into one. */
export function groupOf({ groups = [] }: Setup, { group }: PollAnswer): string {
  return groups.find(({ id }) => id === group)?.id ?? groups[0]?.id ?? '';
}

/** How many chose it. Safe for any id, also `constructor`. */
export function countOf(state: State, id: string): number {
  return Object.hasOwn(state.counts, id) ? (state.counts[id] ?? 0) : 0;
}

/**
 * What a person's choice comes to: known answers once each, one only unless several may be chosen, a way out alone.
 * Answers that were taken out still hold: someone chose them while they were offered.
 */
export function limited(setup: Setup, chosen: readonly string[]): string[] {
  const answers = [...setup.answers, ...setup.faces].map((answer) => answer.id);
  const known = new Set<string>([...answers, ...waysOut]);
  const valid = [...new Set(chosen)].filter((id) => known.has(id));
  const out = valid.find((id) => waysOut.some((way) => way === id));
  if (setup.how !== 'several') return valid.slice(0, 1);
  return out === undefined ? valid : [out];
}

export const rules: Rules<Setup, Change, State> = {
  name: 'poll',
  setup: SetupSchema,
  change: ChangeSchema,
  start: () => ({ people: 0, counts: {}, unread: 0 }),
  apply: (state, change, { setup }) => {
    const ids = limited(setup, change.chosen);
    const counts = { ...state.counts };
    for (const id of ids) counts[id] = countOf(state, id) + 1;
    return { people: state.people + 1, counts, unread: state.unread + (ids.length === 0 ? 1 : 0) };
  },
};
