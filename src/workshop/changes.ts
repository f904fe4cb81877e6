import * as v from 'valibot';
import { IdSchema } from './entry.ts';
import { FollowChangeSchema } from './follow-changes.ts';
import { ExplainedSchema, OwnWordSchema } from './own-words.ts';
import { PhraseSchema } from './phrase.ts';
import { FilmSchema, PromptSchema } from './prompts.ts';

const id = IdSchema;
const words = v.pipe(v.string(), v.maxLength(4000));
const day = v.pipe(v.string(), v.maxLength(10));
const people = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(10_000));

/** The four silent cards that anyone can put up from any screen. */
export const cards = ['stop', 'slow-down', 'agree', 'break'] as const;
export type Card = (typeof cards)[number];

/** What the leader may hand to a participant. */
export const controls = ['next', 'back', 'reveal', 'timer'] as const;
export type Control = (typeof controls)[number];

/** Who helped with an answer: counted, and never kept beside the answer. */
export const helps = ['alone', 'with-help', 'for-them'] as const;
export type Help = (typeof helps)[number];

/** Wall time in ms, only ever for reading; nothing is ordered or decided by it. */
const wall = v.pipe(v.number(), v.safeInteger());

export const AboutSchema = v.object({
  title: PhraseSchema,
  date: day,
  where: words,
  ledBy: words,
});
export type About = v.InferOutput<typeof AboutSchema>;

/** What an invitation says besides: the times, how to answer, until when, and how to find the place. */
export const InviteSchema = v.object({ times: words, answerTo: words, answerBy: day, gettingThere: words });
export type Invite = v.InferOutput<typeof InviteSchema>;

const attachment = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/**
 * Everything that can happen to a workshop itself, in the past tense. Once shipped, a change
 * is never altered: a new meaning is a new type. Versioned words (`described`, `activity-set-up`)
 * name what they build on in their entry's `from`.
 */
export const ChangeSchema = v.variant('type', [
  v.object({ type: v.literal('made'), template: words, at: wall }),
  v.object({ type: v.literal('described'), about: AboutSchema }),
  v.object({ type: v.literal('activity-added'), activity: id, kind: id, rank: words, setup: v.unknown() }),
  v.object({ type: v.literal('activity-set-up'), activity: id, setup: v.unknown() }),
  v.object({ type: v.literal('activity-moved'), activity: id, rank: words }),
  v.object({ type: v.literal('activity-removed'), activity: id }),
  v.object({ type: v.literal('activity-brought-back'), activity: id }),
  v.object({ type: v.literal('people-counted'), here: people }),
  v.object({ type: v.literal('started'), at: wall }),
  v.object({ type: v.literal('finished'), at: wall }),
  v.object({ type: v.literal('opened-again'), at: wall }),
  v.object({ type: v.literal('went-to'), activity: id }),
  v.object({ type: v.literal('skipped'), activity: id }),
  v.object({ type: v.literal('shown'), activity: id }),
  v.object({ type: v.literal('hidden'), activity: id }),
  v.object({ type: v.literal('turn-taken'), activity: id }),
  v.object({ type: v.literal('turn-passed'), activity: id }),
  v.object({ type: v.literal('help-counted'), activity: id, help: v.picklist(helps) }),
  // An answer that came on paper, beside the turn that it counts as. `answers` are its entries; of a sealed
  // activity there are none to name. `photo` is the sheet itself, if somebody chose to keep it.
  v.object({
    type: v.literal('paper-typed-in'),
    activity: id,
    answers: v.pipe(v.array(id), v.maxLength(100)),
    photo: v.exactOptional(attachment),
  }),
  v.object({ type: v.literal('invite-written'), invite: InviteSchema }),
  v.object({ type: v.literal('timer-started'), activity: id, minutes: people, at: wall }),
  v.object({ type: v.literal('timer-stopped'), activity: id }),
  v.object({ type: v.literal('card-put-up'), card: v.picklist(cards) }),
  v.object({ type: v.literal('card-taken-down'), card: v.picklist(cards) }),
  v.object({ type: v.literal('controls-handed'), controls: v.array(v.picklist(controls)) }),
  v.object({ type: v.literal('note-written'), activity: v.pipe(v.string(), v.maxLength(64)), text: words }),
  v.object({ type: v.literal('note-removed'), note: id }),
  v.object({ type: v.literal('action-agreed'), action: id, what: words, who: words, by: day }),
  v.object({ type: v.literal('action-removed'), action: id }),
  v.object({ type: v.literal('own-word-chosen'), ...OwnWordSchema.entries }),
  v.object({ type: v.literal('word-explained'), ...ExplainedSchema.entries }),
  v.object({ type: v.literal('word-taken-out'), word: ExplainedSchema.entries.word }),
  // It was started with texts that had no Easy Read or picture: how many, and why.
  v.object({ type: v.literal('left-out'), reason: words, count: people }),
  // People with a learning disability read it and said what to change. An empty `by` takes it back.
  v.object({ type: v.literal('checked'), by: words, on: day }),
  v.object({ type: v.literal('prompt-recorded'), activity: id, ...PromptSchema.entries }),
  v.object({ type: v.literal('prompt-removed'), activity: id, words: PromptSchema.entries.words }),
  v.object({ type: v.literal('film-attached'), activity: id, ...FilmSchema.entries }),
  v.object({ type: v.literal('film-removed'), activity: id }),
  v.object({ type: v.literal('deleted'), at: wall }),
  v.object({ type: v.literal('brought-back') }),
  FollowChangeSchema,
]);
export type Change = v.InferOutput<typeof ChangeSchema>;
