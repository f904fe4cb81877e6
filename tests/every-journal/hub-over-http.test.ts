import { afterAll, describe, expect, test } from 'vitest';
import * as v from 'valibot';
import type { Journal } from '#journal/journal.ts';
import { PageSchema } from '#wire/entries.ts';
import { databasesOfThisFile, kinds } from '../support/hub-databases.ts';
import { startOwnHub, type OwnHub } from '../support/own-hub.ts';
import { everyEntry } from '../support/every-entry.ts';
import { everyJournal } from './promises.ts';

const databases = databasesOfThisFile();
const hubs: OwnHub[] = [];
afterAll(async () => {
  await Promise.all(hubs.map((hub) => hub.app.close()));
});

/** The hub as a tablet that was just connected sees it. It asks for one workshop, as all of them do. */
async function journalOver(hub: OwnHub): Promise<Journal> {
  const { as } = await hub.tablet();
  return {
    async append(entries) {
      const { status, text } = await hub.ask('/v1/entries', { as, method: 'POST', body: { entries } });
      if (status !== 200) throw new Error(text);
    },
    async since(after, workshop = 'w', most) {
      let cursor = after;
      const page = async (from: number) => {
        const path = `/v1/workshops/${workshop}/entries?after=${from}${most ? `&most=${most}` : ''}`;
        const { status, json } = await hub.ask(path, { as });
        // Nothing of it has been handed in yet.
        if (status === 404) return { entries: [], cursor: from, more: false };
        const read = v.parse(PageSchema, json());
        cursor = read.cursor;
        return read;
      };
      const entries = most ? (await page(after)).entries : await everyEntry(page, after);
      return { entries, cursor };
    },
  };
}

describe.each(kinds)('the journal of a hub on %s, over HTTP', (kind) => {
  test.for(everyJournal)('$name', async ({ holds }) => {
    const hub = await startOwnHub({ database: await databases.open(kind) });
    hubs.push(hub);
    await expect(holds(await journalOver(hub))).resolves.toBeUndefined();
  });
});
