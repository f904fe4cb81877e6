import * as v from 'valibot';
import { AboutSchema } from './changes.ts';
import { OwnWordsSchema } from './own-words.ts';

/** What can be carried to another day: what the workshop says of itself, and its activities in order. */
export const PlanSchema = v.object({
  format: v.literal('cuppa-plan'),
  version: v.literal(1),
  about: AboutSchema,
  activities: v.pipe(
    v.array(v.object({ kind: v.pipe(v.string(), v.minLength(1), v.maxLength(64)), setup: v.unknown() })),
    v.maxLength(500),
  ),
  /** The group's own words, and the hard words that it explains itself. */
  words: v.exactOptional(OwnWordsSchema),
});
export type Plan = v.InferOutput<typeof PlanSchema>;
