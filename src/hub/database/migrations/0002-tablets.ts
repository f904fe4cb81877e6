import type { Migration } from '../migrate.ts';

/** Tablets, how they are let in, which workshops are on them, and what a refused one has handed in. */
export const tablets: Migration = {
  number: 2,
  name: 'tablets',
  sqlite: [
    `CREATE TABLE tablet (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      token TEXT NOT NULL UNIQUE,
      paired_at TEXT NOT NULL,
      last_seen TEXT,
      unsent BIGINT,
      version TEXT NOT NULL,
      revoked INTEGER NOT NULL DEFAULT 0
    )`,
    // The code is gone after too many wrong ones; the secret of the square code then still works.
    `CREATE TABLE pairing (
      secret TEXT PRIMARY KEY,
      code TEXT,
      ends_ms BIGINT NOT NULL,
      tries INTEGER NOT NULL DEFAULT 0,
      made_by TEXT NOT NULL
    )`,
    // A workshop is on the tablets that handed some of it in, and on those it was given to; '' is all of them.
    'CREATE TABLE handed_in (workshop TEXT NOT NULL, tablet TEXT NOT NULL, PRIMARY KEY (workshop, tablet))',
    'CREATE INDEX handed_in_by ON handed_in (tablet)',
    'CREATE TABLE given (workshop TEXT NOT NULL, tablet TEXT NOT NULL, PRIMARY KEY (workshop, tablet))',
    'CREATE INDEX given_to ON given (tablet)',
    `CREATE TABLE held (
      tablet TEXT NOT NULL,
      id TEXT NOT NULL,
      workshop TEXT NOT NULL,
      entry TEXT NOT NULL,
      PRIMARY KEY (tablet, id)
    )`,
  ],
};
