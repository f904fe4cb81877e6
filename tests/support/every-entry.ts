import type { Database } from '#hub/database/database.ts';
import { since } from '#hub/store/entries.ts';
import type { Entry } from '#workshop/entry.ts';

/** Reads page after page until there is no more. */
export async function everyEntry(
  page: (cursor: number) => Promise<{ entries: Entry[]; cursor: number; more: boolean }>,
  after = 0,
): Promise<Entry[]> {
  const all: Entry[] = [];
  for (let cursor = after; ;) {
    const next = await page(cursor);
    all.push(...next.entries);
    if (!next.more) return all;
    cursor = next.cursor;
  }
}

/** Everything that a hub keeps, page by page, of one workshop or of all. */
export const everyEntryIn = (database: Database, workshop?: string, most = 500): Promise<Entry[]> =>
  everyEntry((cursor) => since(database, cursor, workshop === undefined ? { most } : { workshop, most }));
