import type { Migration } from '../migrate.ts';

const texts = [
  // Until when a workshop is kept, as its entries up to "reached" say it. Made from entries, and from nothing else.
  'CREATE TABLE keeping (workshop TEXT PRIMARY KEY, until TEXT NOT NULL)',
  'CREATE INDEX keeping_until ON keeping (until)',
  // "looked" is the hub's day when it last looked what is over; "waits" the day before which it removes nothing.
  `CREATE TABLE keeping_clock (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    reached BIGINT NOT NULL,
    looked TEXT NOT NULL,
    waits TEXT NOT NULL
  )`,
  "INSERT INTO keeping_clock (one, reached, looked, waits) VALUES (1, 0, '', '')",
];

export const keeping: Migration = { number: 20, name: 'keeping', sqlite: texts };
