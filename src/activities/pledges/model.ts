import * as v from 'valibot';
import type { Rules } from '#workshop/kind.ts';
import { PhraseSchema } from '#workshop/phrase.ts';
import { DrawingSchema } from '#workshop/stroke.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const symbol = v.pipe(v.string(), v.maxLength(80));
const words = v.pipe(v.string(), v.maxLength(1000));
const whole = (most: number) => v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(most));

/** How a person wants to be named beside a pledge. Not at all comes first. */
export const namings = ['no-name', 'first-name', 'as-written'] as const;
export type Naming = (typeof namings)[number];

/** What became of a pledge. None of them is a failure. */
export const outcomes = ['done', 'changed', 'not-yet'] as const;
export type Outcome = (typeof outcomes)[number];

export const SetupSchema = v.object({
  question: PhraseSchema,
  /** Things that somebody could pledge, to start from. */
  ideas: v.pipe(v.array(v.object({ id, phrase: PhraseSchema })), v.maxLength(24)),
  hidden: v.boolean(),
  minutes: whole(600),
});
export type Setup = v.InferOutput<typeof SetupSchema>;

const MadeSchema = v.object({
  text: words,
  /** The idea that it started from, if any. Its words are kept in `text` too: an idea may be edited later. */
  idea: v.exactOptional(id),
  symbol: v.exactOptional(symbol),
  /** The pictures that it was built from, when it was built from pictures. */
  symbols: v.exactOptional(v.pipe(v.array(symbol), v.maxLength(12))),
  drawing: v.exactOptional(DrawingSchema),
  named: v.picklist(namings),
  name: v.pipe(v.string(), v.maxLength(80)),
  /** A day as 2026-03-03, or ''. */
  lookAgain: v.pipe(v.string(), v.regex(/^(\d{4}-\d{2}-\d{2})?$/)),
});

export const ChangeSchema = v.variant('type', [
  v.object({ type: v.literal('pledged'), ...MadeSchema.entries }),
  v.object({ type: v.literal('followed-up'), pledge: id, how: v.picklist(outcomes), words }),
  v.object({ type: v.literal('pledge-hidden'), pledge: id }),
  v.object({ type: v.literal('pledge-shown'), pledge: id }),
]);
export type Change = v.InferOutput<typeof ChangeSchema>;

export type Pledge = v.InferOutput<typeof MadeSchema> & { id: string };
export type FollowUp = { id: string; how: Outcome; words: string };

/**
 * Pledges stand sorted by their ids, which are random: so where one stands says nothing, neither merit
 * nor who came first. What became of a pledge is kept each time, for a person may come back to it twice.
 */
export type State = {
  pledges: Pledge[];
  hidden: Record<string, boolean>;
  followUps: Record<string, FollowUp[]>;
};

/** Is there anything to it? A drawing or pictures are a pledge without a word. */
function isEmpty(made: Pick<Pledge, 'text' | 'symbols' | 'drawing'>): boolean {
  return made.text.trim() === '' && !made.symbols?.length && !made.drawing?.length;
}

export const rules: Rules<Setup, Change, State> = {
  name: 'pledges',
  setup: SetupSchema,
  change: ChangeSchema,
  start: () => ({ pledges: [], hidden: {}, followUps: {} }),
  apply: (state, change, at) => {
    switch (change.type) {
      case 'pledged': {
        const { type: _, ...made } = change;
        if (isEmpty(made) || state.pledges.some((pledge) => pledge.id === at.id)) return state;
        // Whoever wants no name has none, whatever was typed before they said so.
        const pledge: Pledge = { ...made, id: at.id, name: made.named === 'no-name' ? '' : made.name.trim() };
        const place = state.pledges.findIndex((other) => other.id > at.id);
        return {
          ...state,
          pledges: state.pledges.toSpliced(place === -1 ? state.pledges.length : place, 0, pledge),
        };
      }
      case 'followed-up': {
        const { pledge, how, words: said } = change;
        const before = followUpsOf(state, pledge);
        if (before.some((other) => other.id === at.id)) return state;
        const after = [...before, { id: at.id, how, words: said.trim() }];
        return { ...state, followUps: { ...state.followUps, [pledge]: after } };
      }
      case 'pledge-hidden':
        return { ...state, hidden: { ...state.hidden, [change.pledge]: true } };
      case 'pledge-shown':
        return { ...state, hidden: { ...state.hidden, [change.pledge]: false } };
    }
  },
};

/** What became of a pledge, each time somebody said so. */
export function followUpsOf(state: State, pledge: string): FollowUp[] {
  return Object.hasOwn(state.followUps, pledge) ? (state.followUps[pledge] ?? []) : [];
}

export function isHidden(state: State, pledge: string): boolean {
  return Object.hasOwn(state.hidden, pledge) && state.hidden[pledge] === true;
}

/** The pledges that the room may see. */
export function shownPledges(state: State): Pledge[] {
  return state.pledges.filter((pledge) => !isHidden(state, pledge.id));
}
