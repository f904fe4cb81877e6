import { writeSync } from 'node:fs';
import { openDatabase } from '#hub/database/open.ts';
import { keep } from '#hub/store/entries.ts';
import { anEntry } from '../every-journal/promises.ts';

/** A process of its own that keeps entries as fast as it can, and says of which it has a receipt, until it is killed. */
const [, , data = '', databaseUrl] = process.argv;
const database = await openDatabase({ data, databaseUrl });
const workshops = ['one', 'two'];
for (let counter = 1; ; counter += 1) {
  const entries = workshops.map((workshop) => anEntry({ workshop, counter, place: counter }));
  // oxlint-disable-next-line no-await-in-loop
  const receipts = await keep(database, entries, 'keeper');
  if (receipts.length === workshops.length) writeSync(1, `${entries.map(({ id }) => id).join(' ')}\n`);
}
