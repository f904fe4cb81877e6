import * as v from 'valibot';
import { IdSchema } from './entry.ts';
import { PhraseSchema, type Phrase } from './phrase.ts';
import { DrawingSchema } from './stroke.ts';

const id = IdSchema;
const idOrNone = v.union([v.literal(''), id]);
const words = v.pipe(v.string(), v.maxLength(4000));
const isReal = (text: string): boolean => {
  const at = Date.parse(`${text}T00:00Z`);
  // A 30 February is read as a day in March.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
};
const realDay = v.pipe(v.string(), v.isoDate(), v.check(isReal));
const day = v.union([v.literal(''), realDay]);
const attachment = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const isWritten = ({ plain, easy }: Phrase): boolean => `${plain}${easy}`.trim() !== '';
/** Words that must be there: a line, what will be done, a reason. */
const written = v.pipe(PhraseSchema, v.check(isWritten));
const spoken = v.pipe(words, v.trim(), v.minLength(1));

/** Where something came from: an entry of an activity, or what the whole activity came to while `entry` is ''. */
export const SourceSchema = v.object({
  /** Absent: this workshop itself. */
  workshop: v.exactOptional(id),
  activity: idOrNone,
  entry: idOrNone,
});
export type Source = v.InferOutput<typeof SourceSchema>;

export const HeardSchema = v.object({
  words: written,
  sources: v.pipe(v.array(SourceSchema), v.maxLength(200)),
});
/** What we heard: the words of one line, and whose words it came from. */
export type Heard = v.InferOutput<typeof HeardSchema>;

/** Whether those who can say so have decided it, or it is a suggestion to them. '' until somebody says. */
export const standings = ['decision', 'suggestion', ''] as const;
export const WillSchema = v.object({
  what: written,
  who: words,
  by: day,
  as: v.picklist(standings),
});
export type Will = v.InferOutput<typeof WillSchema>;

/** What is brought from an earlier session. */
export const carriedAs = ['will', 'action', 'pledge', 'note', 'rules'] as const;
export type CarriedAs = (typeof carriedAs)[number];
export const CarriedSchema = v.object({
  as: v.picklist(carriedAs),
  from: v.object({ ...SourceSchema.entries, workshop: id }),
  words: PhraseSchema,
  /** Of what we will do: the line that it answers. */
  heard: v.exactOptional(PhraseSchema),
  who: words,
  by: day,
  symbols: v.exactOptional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(80))), v.maxLength(12))),
  drawing: v.exactOptional(DrawingSchema),
  photo: v.exactOptional(attachment),
  voice: v.exactOptional(attachment),
  /** Of rules: the activity of this workshop that they stand in. */
  activity: v.exactOptional(id),
});
export type Carried = v.InferOutput<typeof CarriedSchema>;

/** What became of a pledge, as whoever made it says. None of them is a failure, and none needs a reason. */
export const pledgeOutcomes = ['done', 'changed', 'not-yet'] as const;
export type PledgeOutcome = (typeof pledgeOutcomes)[number];

export const MembershipSchema = v.object({ series: id, name: words, after: idOrNone });
/** Which series of sessions a workshop is one of, and which session it follows ('' for the first). */
export type Membership = v.InferOutput<typeof MembershipSchema>;

export const KeepingSchema = v.object({ until: realDay, why: spoken });
/** Until when a workshop is kept, and why so long. */
export type Keeping = v.InferOutput<typeof KeepingSchema>;

const theme = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60));
export const MOST_THEMES = 12;

/**
 * What is said of a workshop afterwards, and between one session and the next. Words of people build on the
 * versions in their entry's `from`; so do readings back, which name the version that the room heard.
 * `promise` is the id of a will, an action, a line that nothing can be done about, or of what was carried over.
 */
export const FollowChangeSchema = v.variant('type', [
  v.object({ type: v.literal('line-heard'), line: id, ...HeardSchema.entries }),
  v.object({ type: v.literal('line-agreed'), line: id }),
  v.object({ type: v.literal('line-corrected'), line: id, words: spoken }),
  v.object({ type: v.literal('line-removed'), line: id }),
  v.object({ type: v.literal('line-brought-back'), line: id }),
  v.object({ type: v.literal('will-said'), will: id, line: id, ...WillSchema.entries }),
  v.object({ type: v.literal('will-removed'), will: id }),
  v.object({ type: v.literal('will-brought-back'), will: id }),
  v.object({ type: v.literal('promise-done'), promise: id, words: PhraseSchema, on: day }),
  v.object({ type: v.literal('promise-not-done'), promise: id, reason: written, on: day }),
  v.object({ type: v.literal('promise-opened-again'), promise: id }),
  v.object({ type: v.literal('put-in-series'), ...MembershipSchema.entries }),
  v.object({ type: v.literal('carried-over'), carried: id, ...CarriedSchema.entries }),
  v.object({ type: v.literal('carried-left'), carried: id }),
  v.object({
    type: v.literal('pledge-looked-at'),
    carried: id,
    how: v.picklist(pledgeOutcomes),
    words,
  }),
  // What whoever leads reads out to the room, a line or a promise: the big screen shows it. '' when they are done.
  v.object({ type: v.literal('held-up'), what: idOrNone }),
  v.object({ type: v.literal('themed'), themes: v.pipe(v.array(theme), v.maxLength(MOST_THEMES)) }),
  v.object({ type: v.literal('keep-until-set'), ...KeepingSchema.entries }),
]);
export type FollowChange = v.InferOutput<typeof FollowChangeSchema>;

const types: ReadonlySet<string> = new Set(
  FollowChangeSchema.options.map(({ entries }) => entries.type.literal),
);

/** Is it one of the changes that follow a workshop up? */
export function isFollowChange(change: { type: string }): change is FollowChange {
  return types.has(change.type);
}
