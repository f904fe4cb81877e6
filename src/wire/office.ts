import * as v from 'valibot';
import { IdSchema } from '#workshop/entry.ts';
import { PhraseSchema } from '#workshop/phrase.ts';
import { count } from './parts.ts';
import { defineRoute, readers } from './route.ts';

const words = v.pipe(v.string(), v.maxLength(200));
const day = v.pipe(v.string(), v.regex(/^(\d{4}-\d{2}-\d{2})?$/));
/** Which part of a long list: so many after so many. */
const part = {
  after: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(1_000_000)), 0),
  most: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(100)), 20),
};

export const workshopStates = ['preparing', 'running', 'finished'] as const;
/** `all`: as far as the office knows, nothing is still to come. `waiting`: something is. */
export const handedStates = ['all', 'waiting'] as const;
/** The most workshops that are looked at together. */
export const MOST_TOGETHER = 1000;

/** Which workshops: '' stands for any. Days from and to, both included; `words` are looked for in the title. */
export const FilterSchema = v.strictObject({
  words: v.optional(words, ''),
  from: v.optional(day, ''),
  to: v.optional(day, ''),
  where: v.optional(words, ''),
  theme: v.optional(words, ''),
  series: v.optional(v.pipe(v.string(), v.maxLength(64)), ''),
  state: v.optional(v.picklist(['', ...workshopStates]), ''),
  handedIn: v.optional(v.picklist(['', ...handedStates]), ''),
});
export type Filter = v.InferOutput<typeof FilterSchema>;

const SeriesSchema = v.object({ id: v.string(), name: v.string() });

/** What the office knows of a workshop, as the hub last interpreted it. */
export const ListedSchema = v.object({
  workshop: IdSchema,
  title: PhraseSchema,
  date: v.string(),
  where: v.string(),
  ledBy: v.string(),
  state: v.picklist(workshopStates),
  /** How many people were there, as whoever led counted them. */
  people: count,
  activities: count,
  themes: v.array(v.string()),
  series: v.nullable(SeriesSchema),
  /** The day until which it is kept, or ''. */
  keepUntil: v.string(),
  entries: count,
  /** Entries that this version of the hub cannot read. They are kept, and wait for a newer one. */
  unread: count,
  /** Entries that tablets with some of it last said they have still to hand in, of this or another workshop. */
  waiting: count,
  /** Entries that must be somewhere, since later ones of the same tablet are here. */
  missing: count,
  /** Whoever led put it in the bin of their tablet. */
  deleted: v.boolean(),
  /** Everything that is kept here is in this. */
  upToDate: v.boolean(),
});
export type Listed = v.InferOutput<typeof ListedSchema>;

// Places, themes and what is looked for are words of people: they travel in the body, where no log sees them.
export const officeWorkshops = defineRoute({
  method: 'POST',
  path: '/v1/office/workshops',
  roles: readers,
  about:
    'Lists workshops, the latest day first, and gives every place, theme and series there is to choose from.',
  body: v.strictObject({ filter: v.optional(FilterSchema, {}), ...part }),
  reply: v.object({
    workshops: v.array(ListedSchema),
    total: count,
    places: v.array(v.string()),
    themes: v.array(v.string()),
    series: v.array(SeriesSchema),
    /** Workshops with entries that are not in this yet: the hub is still reading them. */
    behind: count,
  }),
});

/** Somebody who handed in some of a workshop: a tablet, or an account of the office, which has no name here. */
export const HandedSchema = v.object({
  tablet: v.string(),
  name: v.string(),
  entries: count,
  /** When it was last heard of, as ISO 8601 by the hub's clock. */
  last: v.nullable(v.string()),
  /** What it last said that it has still to hand in, of all workshops. */
  unsent: v.nullable(count),
  revoked: v.boolean(),
});
export type Handed = v.InferOutput<typeof HandedSchema>;

export const officeWorkshop = defineRoute({
  method: 'GET',
  path: '/v1/office/workshops/:workshop',
  roles: readers,
  about:
    'Tells what is known of one workshop, who handed in how much of it, and which tablets it is given to.',
  params: v.strictObject({ workshop: IdSchema }),
  reply: v.object({
    listed: ListedSchema,
    handed: v.array(HandedSchema),
    on: v.object({ all: v.boolean(), tablets: v.array(v.string()) }),
    /** Entries that are kept and not in this yet: the hub is still reading them. */
    behind: count,
  }),
});

/** The most workshops that are asked for by name at a time. */
export const MOST_NAMED = 500;

export const officeTitles = defineRoute({
  method: 'POST',
  path: '/v1/office/titles',
  roles: readers,
  about: 'Gives the titles of these workshops, those of them that are still kept.',
  body: v.strictObject({ workshops: v.pipe(v.array(IdSchema), v.maxLength(MOST_NAMED)) }),
  reply: v.object({ workshops: v.array(v.object({ workshop: IdSchema, title: PhraseSchema })) }),
});

/** A piece of what was said: `hit` where it is what was looked for. Together they are the words around it. */
export const PieceSchema = v.object({ text: v.string(), hit: v.boolean() });
export type Piece = v.InferOutput<typeof PieceSchema>;

export const FoundSchema = v.object({
  pieces: v.array(PieceSchema),
  /**
   * `workshop` and `question` are words of those who prepared it, `follow` is what stands in "You said, we will", and
   * the others are words of people who were there.
   */
  as: v.picklist(['workshop', 'question', 'answer', 'note', 'action', 'follow']),
  /** The activity that it stands in, or ''; its heading, empty without one; and its kind. */
  activity: v.string(),
  heading: PhraseSchema,
  kind: v.string(),
  /** The entry that it came in, or '' where no entry is to be known. */
  entry: v.string(),
  /** Taken off the board by whoever led. */
  hidden: v.boolean(),
});
export type Found = v.InferOutput<typeof FoundSchema>;

export const searchWords = defineRoute({
  method: 'POST',
  path: '/v1/office/search',
  roles: readers,
  about: 'Finds words that were said, by how they begin and without regard to accents, workshop by workshop.',
  body: v.strictObject({ words, filter: v.optional(FilterSchema, {}), ...part }),
  reply: v.object({
    /** The first of what was found in each workshop, and how much that is in all. */
    groups: v.array(v.object({ listed: ListedSchema, found: v.array(FoundSchema), total: count })),
    /** In how many workshops something was found, and how much in all. */
    workshops: count,
    total: count,
    /** Workshops with entries that cannot be found yet: the hub is still reading them. */
    behind: count,
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

export const combineWorkshops = defineRoute({
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
    workshops: v.array(ListedSchema),
    questions: v.array(CombinedSchema),
    /** The selection was longer than what is looked at together. */
    cut: v.boolean(),
  }),
  most: 100_000,
});
