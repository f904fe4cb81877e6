import * as v from 'valibot';
import { EntrySchema, IdSchema } from '#workshop/entry.ts';
import { count, WorkshopParams } from './parts.ts';
import { defineRoute, organisers } from './route.ts';

/** How many days ahead organisers see what will be removed. */
export const DAYS_AHEAD = 30;
/** The most entries that are removed, or looked for, at a time. */
export const MOST_REDACTED = 500;

const EntriesBody = v.strictObject({
  entries: v.pipe(v.array(IdSchema), v.minLength(1), v.maxLength(MOST_REDACTED)),
});

/** A workshop as its keeping date concerns it. `until` is '' where nobody has set one; `why` is the reason given. */
export const KeptSchema = v.object({
  workshop: IdSchema,
  title: v.string(),
  date: v.string(),
  place: v.string(),
  until: v.string(),
  why: v.string(),
  entries: count,
});
export type Kept = v.InferOutput<typeof KeptSchema>;

export const keepingSoon = defineRoute({
  method: 'GET',
  path: '/v1/keeping',
  roles: organisers,
  about:
    'Lists what the hub will remove in the next 30 days, by its own clock, and what has no keeping date.',
  reply: v.object({
    /** The hub's own day. */
    today: v.string(),
    /** The hub's clock has jumped: nothing is removed before this day. '' if it has not. */
    waits: v.string(),
    soon: v.array(KeptSchema),
    /** The first hundred of those that nobody has set a date for. */
    without: v.array(KeptSchema),
    /** Removed in the last 30 days: ids only, since nothing else is left. */
    removed: v.array(v.object({ workshop: v.string(), at: v.string(), byHub: v.boolean() })),
  }),
});

export const removeWorkshop = defineRoute({
  method: 'POST',
  path: '/v1/workshops/:workshop/discard',
  roles: organisers,
  about:
    'Removes a workshop from the hub now, and from each tablet when it next connects. It is not kept again.',
  params: WorkshopParams,
});

export const findNaming = defineRoute({
  method: 'POST',
  path: '/v1/office/naming',
  roles: organisers,
  about: 'Finds the entries of any workshop that name these, as edits, copies and lines made from them do.',
  body: EntriesBody,
  reply: v.object({ entries: v.array(EntrySchema), more: v.boolean() }),
});

export const redactEntries = defineRoute({
  method: 'POST',
  path: '/v1/workshops/:workshop/redactions',
  roles: organisers,
  about:
    'Removes what these entries say, here now and on each tablet when it next connects. It never comes back.',
  params: WorkshopParams,
  body: EntriesBody,
  reply: v.object({ removed: count }),
  most: 65_536,
});
