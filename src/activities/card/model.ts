import * as v from 'valibot';
import { PhraseSchema } from '#workshop/phrase.ts';
import type { Rules } from '#workshop/kind.ts';

/** A heading, rows of one idea each, and minutes for the leader's gentle timer (0 for none). */
export const SetupSchema = v.object({
  heading: PhraseSchema,
  rows: v.pipe(v.array(v.object({ id: v.string(), phrase: PhraseSchema })), v.maxLength(40)),
  minutes: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(600)),
  print: v.boolean(),
});
export type Setup = v.InferOutput<typeof SetupSchema>;

export type Change = never;
/** Nothing happens to a card. */
export type State = Record<string, never>;

export const rules: Rules<Setup, Change, State> = {
  name: 'card',
  setup: SetupSchema,
  change: v.never(),
  start: () => ({}),
  apply: (state) => state,
};
