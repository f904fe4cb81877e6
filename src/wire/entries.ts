import * as v from 'valibot';
import { EntrySchema, IdSchema, type Entry } from '#workshop/entry.ts';
import { count, numberInText, WorkshopParams } from './parts.ts';
import { defineRoute, facilitators, readers } from './route.ts';

/** The most of one batch. */
export const MOST_ENTRIES = 500;
export const MOST_BYTES = 4_000_000;

/** An entry as it travels: nothing beside the envelope, and nothing that UTF-8 cannot write. */
export const SentEntrySchema = v.pipe(
  v.strictObject(EntrySchema.entries),
  v.check(isWellFormed, 'Half of a surrogate pair and the character 0 cannot be kept.'),
  v.check(({ salt, body }) => (salt === null) === (body === null), 'Salt and body go together.'),
);

/**
 * Given only after the commit. `digest` is `digestOf` the entries that were sent, with the hashes as the hub has
 * them; `count` is how many of this workshop were in the batch; `discarded` says that the office no longer keeps it.
 */
export const ReceiptSchema = v.object({
  workshop: IdSchema,
  count,
  digest: v.string(),
  discarded: v.boolean(),
});
export type Receipt = v.InferOutput<typeof ReceiptSchema>;

export const handIn = defineRoute({
  method: 'POST',
  path: '/v1/entries',
  roles: ['tablet', 'revoked', ...facilitators],
  about:
    'Keeps entries, one of each id, and answers with receipts once they are committed. What a disconnected tablet hands in is refused, and set aside until an organiser decides.',
  body: v.strictObject({
    entries: v.pipe(v.array(SentEntrySchema), v.minLength(1), v.maxLength(MOST_ENTRIES)),
  }),
  reply: v.object({ epoch: v.string(), receipts: v.array(ReceiptSchema) }),
  // Some room for what stands around the entries.
  most: MOST_BYTES + 65_536,
});

export const PageSchema = v.object({
  epoch: v.string(),
  entries: v.array(EntrySchema),
  cursor: count,
  /** There is more after this cursor already. */
  more: v.boolean(),
});

export const readEntries = defineRoute({
  method: 'GET',
  path: '/v1/workshops/:workshop/entries',
  roles: ['tablet', ...readers],
  about: 'Gives the entries of a workshop that were kept after a cursor, in the order of keeping.',
  params: WorkshopParams,
  query: v.strictObject({ after: v.optional(numberInText, '0'), most: v.optional(numberInText, '500') }),
  reply: PageSchema,
});

export const listWorkshops = defineRoute({
  method: 'GET',
  path: '/v1/workshops',
  roles: ['tablet'],
  about: 'Lists the workshops of this tablet, how far each has come, and those that were discarded.',
  reply: v.object({
    epoch: v.string(),
    workshops: v.array(v.object({ workshop: IdSchema, cursor: count, discarded: v.boolean() })),
  }),
});

export const shareWorkshop = defineRoute({
  method: 'PUT',
  path: '/v1/workshops/:workshop/tablets',
  roles: ['tablet', ...facilitators],
  about: 'Says which tablets a workshop is on, besides those that handed some of it in.',
  params: WorkshopParams,
  body: v.strictObject({ all: v.boolean(), tablets: v.pipe(v.array(IdSchema), v.maxLength(1000)) }),
});

/** One piece of news: there is more of this workshop, up to this cursor. */
export const NewsSchema = v.object({ workshop: IdSchema, cursor: count });
export type OneNews = v.InferOutput<typeof NewsSchema>;

export const followNews = defineRoute({
  method: 'GET',
  path: '/v1/news',
  roles: ['tablet', ...readers],
  about: 'Tells as server-sent events which workshops have new entries. Says nothing of what is in them.',
  reply: NewsSchema,
  kind: 'news',
});

const encoder = new TextEncoder();

/** What a receipt covers: SHA-256 (hex) over the sorted lines "id hash"; '' stands for the hash of a redacted entry. */
export async function digestOf(entries: readonly { id: string; hash: string }[]): Promise<string> {
  const lines = entries.map(({ id, hash }) => `${id} ${hash}`).toSorted((a, b) => (a < b ? -1 : 1));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(lines.join('\n'))));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function isWellFormed({ id, workshop, activity, tablet, from, previous, salt, body }: Entry): boolean {
  return [id, workshop, activity, tablet, ...from, previous, salt ?? '', body ?? ''].every(
    (text) => text.isWellFormed() && !text.includes('\0'),
  );
}
