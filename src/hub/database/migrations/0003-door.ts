import type { Migration } from '../migrate.ts';

// Times that only the door reckons with are milliseconds; those that people read are ISO 8601 in UTC.
const tables = [
  `CREATE TABLE account (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    sign_in TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL,
    password TEXT,
    subject TEXT UNIQUE,
    role_by_claim INTEGER NOT NULL,
    off INTEGER NOT NULL,
    made_at TEXT NOT NULL,
    last_in TEXT
  )`,
  // Somebody who is signed in on one browser: the hash of the cookie's secret.
  `CREATE TABLE signed_in (
    hash TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    began BIGINT NOT NULL,
    seen BIGINT NOT NULL
  )`,
  'CREATE INDEX signed_in_of_account ON signed_in (account)',
  // The link to the first account has no account yet.
  `CREATE TABLE door_link (
    hash TEXT PRIMARY KEY,
    purpose TEXT NOT NULL,
    account TEXT REFERENCES account (id) ON DELETE CASCADE,
    ends BIGINT NOT NULL
  )`,
  // Tries that failed or have not come to an end, by the hash of what they were aimed at.
  'CREATE TABLE door_try (about TEXT PRIMARY KEY, tries BIGINT NOT NULL, last BIGINT NOT NULL, opens BIGINT NOT NULL)',
  // The way to the council's own sign-in and back.
  `CREATE TABLE door_flow (
    hash TEXT PRIMARY KEY,
    state TEXT NOT NULL,
    nonce TEXT NOT NULL,
    verifier TEXT NOT NULL,
    link TEXT,
    ends BIGINT NOT NULL
  )`,
];

const audit = (number: string) => [
  `CREATE TABLE audit (
    number ${number},
    at TEXT NOT NULL,
    who_kind TEXT NOT NULL,
    who TEXT NOT NULL,
    who_name TEXT NOT NULL,
    what TEXT NOT NULL,
    about TEXT NOT NULL
  )`,
  'CREATE INDEX audit_about ON audit (about)',
];

/** Accounts, who is signed in, and the audit trail, whose lines the database itself refuses to change. */
export const door: Migration = {
  number: 3,
  name: 'door',
  sqlite: [
    ...tables,
    ...audit('INTEGER PRIMARY KEY AUTOINCREMENT'),
    `CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
      BEGIN SELECT RAISE(ABORT, 'The audit trail is never changed'); END`,
    `CREATE TRIGGER audit_is_not_removed BEFORE DELETE ON audit
      BEGIN SELECT RAISE(ABORT, 'The audit trail is never changed'); END`,
  ],
  postgres: [
    ...tables,
    ...audit('BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY'),
    `CREATE FUNCTION audit_stays() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'The audit trail is never changed'; END $$`,
    `CREATE TRIGGER audit_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
      FOR EACH STATEMENT EXECUTE FUNCTION audit_stays()`,
  ],
};
