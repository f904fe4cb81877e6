import { writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '#hub/database/open.ts';
import { keep } from '#hub/store/entries.ts';
import { anEntry } from '../every-journal/promises.ts';

/**
 * A process of its own that keeps entries as fast as it can, and says of which it has a receipt, until it is killed. A
 * hasty one says so before the commit.
 */
const [, , data = '', databaseUrl, hasty] = process.argv;
const database = await openDatabase({ data, databaseUrl: databaseUrl || undefined });
const workshops = ['one', 'two'];
for (let counter = 1; ; counter += 1) {
  const entries = workshops.map((workshop) => anEntry({ workshop, counter, place: counter }));
  const told = `${entries.map(({ id }) => id).join(' ')}\n`;
  if (hasty) writeSync(1, told);
  if (hasty) await sleep(5);
  const receipts = await keep(database, entries, 'keeper');
  if (!hasty && receipts.length === workshops.length) writeSync(1, told);
}
