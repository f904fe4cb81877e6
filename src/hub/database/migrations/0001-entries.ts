import type { Migration } from '../migrate.ts';

/** Only INTEGER makes SQLite number the rows themselves by it, without an index besides. */
const texts = (bytes: 'BLOB' | 'BYTEA', number: 'INTEGER' | 'BIGINT') => [
  // One row. Whoever keeps something holds its lock until the commit, so that numbers follow the commits.
  `CREATE TABLE hub (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    epoch TEXT NOT NULL,
    name TEXT NOT NULL,
    kept BIGINT NOT NULL
  )`,
  `CREATE TABLE entry (
    kept ${number} PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    workshop TEXT NOT NULL,
    activity TEXT NOT NULL,
    tablet TEXT NOT NULL,
    place BIGINT NOT NULL,
    counter BIGINT NOT NULL,
    "from" TEXT NOT NULL,
    previous TEXT NOT NULL,
    salt TEXT,
    body TEXT,
    hash TEXT NOT NULL,
    handed_by TEXT NOT NULL
  )`,
  'CREATE INDEX entry_of_workshop ON entry (workshop, kept)',
  // What can be told of a workshop without opening an entry. "last" is the number kept last.
  'CREATE TABLE workshop (workshop TEXT PRIMARY KEY, "last" BIGINT NOT NULL, entries BIGINT NOT NULL)',
  `CREATE TABLE discarded (
    workshop TEXT PRIMARY KEY,
    "last" BIGINT NOT NULL,
    done_by TEXT NOT NULL,
    done_at TEXT NOT NULL
  )`,
  `CREATE TABLE redaction (
    id TEXT PRIMARY KEY,
    workshop TEXT NOT NULL,
    done_by TEXT NOT NULL,
    done_at TEXT NOT NULL
  )`,
  `CREATE TABLE attachment (
    name TEXT PRIMARY KEY,
    type TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    whole INTEGER NOT NULL,
    changed_at TEXT NOT NULL
  )`,
  `CREATE TABLE attachment_piece (
    name TEXT NOT NULL REFERENCES attachment (name) ON DELETE CASCADE,
    begins BIGINT NOT NULL,
    piece ${bytes} NOT NULL,
    PRIMARY KEY (name, begins)
  )`,
  `CREATE TABLE attachment_of (
    workshop TEXT NOT NULL,
    name TEXT NOT NULL REFERENCES attachment (name) ON DELETE CASCADE,
    PRIMARY KEY (workshop, name)
  )`,
  'CREATE INDEX attachment_of_name ON attachment_of (name)',
];

export const entries: Migration = {
  number: 1,
  name: 'entries',
  sqlite: texts('BLOB', 'INTEGER'),
  postgres: texts('BYTEA', 'BIGINT'),
};
