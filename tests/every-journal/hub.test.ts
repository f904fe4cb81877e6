import { describe, expect, test } from 'vitest';
import { keep, since } from '#hub/store/entries.ts';
import type { Database } from '#hub/database/database.ts';
import type { Journal } from '#journal/journal.ts';
import { databasesOfThisFile, kinds } from '../support/hub-databases.ts';
import { everyJournal } from './promises.ts';

const databases = databasesOfThisFile();

const journalOn = (database: Database): Journal => ({
  async append(entries) {
    await keep(database, entries, 'test');
  },
  since: (cursor, workshop, most) =>
    since(database, cursor, {
      ...(workshop === undefined ? {} : { workshop }),
      ...(most === undefined ? {} : { most }),
    }),
});

describe.each(kinds)('the journal of a hub on %s', (kind) => {
  test.for(everyJournal)('$name', async ({ holds }) => {
    await expect(holds(journalOn(await databases.open(kind)))).resolves.toBeUndefined();
  });
});
