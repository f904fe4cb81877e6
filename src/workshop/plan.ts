import * as v from 'valibot';
import { AboutSchema } from './changes.ts';

/** What can be carried to another day: what the workshop says of itself, and its activities in order. */
export const PlanSchema = v.object({
  format: v.literal('cuppa-plan'),
  version: v.literal(1),
  about: AboutSchema,
  activities: v.pipe(
    v.array(v.object({ kind: v.pipe(v.string(), v.minLength(1), v.maxLength(64)), setup: v.unknown() })),
    v.maxLength(500),
  ),
});
export type Plan = v.InferOutput<typeof PlanSchema>;
