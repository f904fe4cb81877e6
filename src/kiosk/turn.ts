import * as v from 'valibot';
import { WaysSchema, type Ways } from '#access/ways.ts';
import { newId } from '#workshop/entry.ts';

/** Where a person is in their turn. */
export const stages = ['how', 'answer', 'check', 'helped'] as const;
export type Stage = (typeof stages)[number];

/**
 * A turn that is not finished: all that a crash must not lose, and all that hand-over must forget.
 * The ids are chosen at the start, so that saving again after a crash counts nobody twice. They are not
 * alike, so that the entry that counts the turn leads to no answer.
 */
export const UnfinishedSchema = v.object({
  workshop: v.string(),
  activity: v.string(),
  stage: v.picklist(stages),
  ways: WaysSchema,
  /** The kind's own draft: read by the kind's schema before it is used. */
  draft: v.unknown(),
  answerIds: v.array(v.string()),
  turnId: v.string(),
});
export type Unfinished = v.InferOutput<typeof UnfinishedSchema>;

/** A new turn, from "it is my turn". */
export function newTurn(workshop: string, activity: string, draft: unknown, ways: Ways): Unfinished {
  return {
    workshop,
    activity,
    stage: 'how',
    ways,
    draft,
    answerIds: Array.from({ length: 8 }, newId),
    turnId: newId(),
  };
}

/** The half-made answer that a crash left, if what was found is one. */
export function readUnfinished(found: unknown): Unfinished | null {
  const read = v.safeParse(UnfinishedSchema, found);
  return read.success ? { ...read.output, draft: read.output.draft } : null;
}
