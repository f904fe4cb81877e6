import * as v from 'valibot';
import { IdSchema } from '#workshop/entry.ts';
import { defineRoute, readers } from './route.ts';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const words = v.pipe(v.string(), v.maxLength(200));
const day = v.pipe(v.string(), v.regex(/^(\d{4}-\d{2}-\d{2})?$/));
const page = v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(10_000)), 0);

/** How many workshops stand on one page of a list or of what was found. */
export const PAGE = 20;
/** The most workshops that are looked at together. */
export const MOST_TOGETHER = 1000;

/** Which workshops: '' stands for any. Days from and to, both included; a workshop without a day has none. */
export const FilterSchema = v.strictObject({
  from: v.optional(day, ''),
  to: v.optional(day, ''),
  place: v.optional(words, ''),
  theme: v.optional(words, ''),
  series: v.optional(v.pipe(v.string(), v.maxLength(64)), ''),
});
export type Filter = v.InferOutput<typeof FilterSchema>;

/** What the office knows of a workshop, as the hub last interpreted it. */
export const FactsSchema = v.object({
  workshop: IdSchema,
  title: v.string(),
  date: v.string(),
  place: v.string(),
  ledBy: v.string(),
  state: v.picklist(['preparing', 'running', 'finished']),
  /** It lies in the bin of those who made it. */
  deleted: v.boolean(),
  here: count,
  activities: count,
  themes: v.array(v.string()),
  series: v.nullable(v.object({ id: v.string(), name: v.string() })),
  /** The day until which it is kept, or ''. */
  keepUntil: v.string(),
  entries: count,
  /** Entries that this version of the hub cannot read. They are kept, and wait for a newer one. */
  unread: count,
  /** Everything that is kept here is in these facts. */
  upToDate: v.boolean(),
});
export type Facts = v.InferOutput<typeof FactsSchema>;

// Places, themes and what is looked for are words of people: they travel in the body, where no log sees them.
export const listOffice = defineRoute({
  method: 'POST',
  path: '/v1/office/workshops',
  roles: readers,
  about: 'Lists workshops, the latest day first, a page at a time.',
  body: v.strictObject({ ...FilterSchema.entries, page }),
  reply: v.object({ workshops: v.array(FactsSchema), total: count, page: count, more: v.boolean() }),
});

export const officeChoices = defineRoute({
  method: 'GET',
  path: '/v1/office/choices',
  roles: readers,
  about: 'Gives every place, theme and series that there is to choose from.',
  reply: v.object({
    places: v.array(v.string()),
    themes: v.array(v.string()),
    series: v.array(v.object({ id: v.string(), name: v.string() })),
  }),
});

export const officeWorkshop = defineRoute({
  method: 'GET',
  path: '/v1/office/workshops/:workshop',
  roles: readers,
  about: 'Tells what is known of one workshop, and which tablet handed in how much of it.',
  params: v.strictObject({ workshop: IdSchema }),
  reply: v.object({
    ...FactsSchema.entries,
    handedIn: v.array(v.object({ by: v.string(), name: v.string(), entries: count })),
  }),
});

/** A piece of what was said: `hit` where it is what was looked for. Together they are the words around it. */
export const PieceSchema = v.object({ words: v.string(), hit: v.boolean() });
export type Piece = v.InferOutput<typeof PieceSchema>;

export const FoundSchema = v.object({
  pieces: v.array(PieceSchema),
  /** `workshop` and `question` are words of those who prepared it, the others of people who were there. */
  as: v.picklist(['workshop', 'question', 'answer', 'note', 'action']),
  /** The activity that it stands in, or ''; its heading; and its kind. */
  activity: v.string(),
  question: v.string(),
  kind: v.string(),
  /** The entry that it came in, or '' where no entry is to be known. */
  entry: v.string(),
  /** Taken off the board by whoever led. */
  hidden: v.boolean(),
});
export type Found = v.InferOutput<typeof FoundSchema>;

export const searchOffice = defineRoute({
  method: 'POST',
  path: '/v1/office/search',
  roles: readers,
  about: 'Finds words that were said, by how they begin and without regard to accents, workshop by workshop.',
  body: v.strictObject({ ...FilterSchema.entries, words, page }),
  reply: v.object({
    groups: v.array(v.object({ facts: FactsSchema, found: v.array(FoundSchema), total: count })),
    workshops: count,
    page: count,
    more: v.boolean(),
  }),
});

/** How figures are set apart from each other. Each group is made of whole workshops. */
export const breakdowns = ['none', 'place', 'workshop'] as const;

const figures = v.object({
  /** '' for the whole; else the place, or the id of the workshop. */
  group: v.string(),
  people: count,
  /** One number for each of the question's answers, in their order. */
  counts: v.array(count),
});

export const CombinedSchema = v.object({
  kind: v.string(),
  question: v.string(),
  answers: v.array(v.string()),
  /** How many workshops the figures are of. */
  workshops: count,
  whole: figures,
  groups: v.array(figures),
  /** Some people chose more than one answer, so that the numbers come to more than the people. */
  several: v.boolean(),
  /** Some workshops that asked this are not in the figures: too few people answered there, or it is not over. */
  tooFew: v.boolean(),
  stillOpen: v.boolean(),
  /** A few answers came in late, and join the figures once they are enough. */
  late: v.boolean(),
});
export type Combined = v.InferOutput<typeof CombinedSchema>;

export const combine = defineRoute({
  method: 'POST',
  path: '/v1/office/combined',
  roles: readers,
  about:
    'Adds up what several workshops answered to the same question, without figures for fewer than 5 people.',
  body: v.strictObject({
    /** These workshops; none means all that the filter lets through. */
    workshops: v.optional(v.pipe(v.array(IdSchema), v.maxLength(MOST_TOGETHER)), []),
    filter: v.optional(FilterSchema, {}),
    by: v.optional(v.picklist(breakdowns), 'none'),
  }),
  reply: v.object({
    workshops: v.array(FactsSchema),
    questions: v.array(CombinedSchema),
    /** The selection was longer than what is looked at together. */
    cut: v.boolean(),
  }),
  most: 100_000,
});
