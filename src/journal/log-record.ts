import * as v from 'valibot';
import { AttachmentSchema } from '#workshop/attachment.ts';
import { EntrySchema } from '#workshop/entry.ts';

/** The end of a chain as somebody knew it: at least this many places were given. */
export const EndSchema = v.object({ workshop: v.string(), tablet: v.string(), place: v.number() });
export type End = v.InferOutput<typeof EndSchema>;

/**
 * A small value of this tablet; of two, the one with the higher `turn` is newer. `alone`: the database did not
 * answer when it was kept, so what stands there is older.
 */
export const AboutSchema = v.object({
  key: v.string(),
  value: v.unknown(),
  turn: v.number(),
  alone: v.optional(v.boolean(), false),
});
export type AboutValue = v.InferOutput<typeof AboutSchema>;

/** What is kept all at once, or not at all. */
export const LogRecordSchema = v.object({
  entries: v.optional(v.array(EntrySchema), []),
  attachments: v.optional(v.array(AttachmentSchema), []),
  about: v.optional(v.array(AboutSchema), []),
});
export type LogRecord = v.InferOutput<typeof LogRecordSchema>;

/** A record with only what is given. */
export function recordOf(part: Partial<LogRecord>): LogRecord {
  return { entries: [], attachments: [], about: [], ...part };
}
