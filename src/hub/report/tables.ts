import type { Migration } from '../database/migrate.ts';
import { viewMigration } from './views.ts';

const shared = [
  // Whose entries the rows were made of, and by which way of reading them: anything else, and they are made anew.
  `CREATE TABLE report_about (one INTEGER PRIMARY KEY CHECK (one = 1), epoch TEXT NOT NULL, reading INTEGER NOT NULL)`,
  // "reached" is the number kept last that the rows stand for. A claim that has run out is anybody's.
  `CREATE TABLE report_work (
    workshop TEXT PRIMARY KEY,
    reached BIGINT NOT NULL,
    changed_ms BIGINT NOT NULL,
    due_ms BIGINT,
    claimed_by TEXT,
    claimed_until_ms BIGINT NOT NULL,
    tries INTEGER NOT NULL,
    failed INTEGER NOT NULL
  )`,
  `CREATE TABLE report_workshop (
    workshop TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    title_phrase TEXT NOT NULL,
    title_folded TEXT NOT NULL,
    date TEXT NOT NULL,
    place TEXT NOT NULL,
    place_folded TEXT NOT NULL,
    led_by TEXT NOT NULL,
    state TEXT NOT NULL,
    deleted INTEGER NOT NULL,
    people INTEGER NOT NULL,
    activities INTEGER NOT NULL,
    series TEXT,
    series_name TEXT,
    keep_until TEXT NOT NULL,
    entries BIGINT NOT NULL,
    missing BIGINT NOT NULL,
    unread BIGINT NOT NULL
  )`,
  'CREATE INDEX report_workshop_by_date ON report_workshop (date, workshop)',
  `CREATE TABLE report_theme (
    workshop TEXT NOT NULL,
    theme TEXT NOT NULL,
    folded TEXT NOT NULL,
    PRIMARY KEY (workshop, folded)
  )`,
  'CREATE INDEX report_theme_by_name ON report_theme (folded)',
  `CREATE TABLE report_answer (
    workshop TEXT NOT NULL,
    activity TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    kind TEXT NOT NULL,
    question TEXT NOT NULL,
    words TEXT NOT NULL,
    theme TEXT NOT NULL,
    entry TEXT NOT NULL,
    hidden INTEGER NOT NULL,
    sealed INTEGER NOT NULL,
    PRIMARY KEY (workshop, activity, "row")
  )`,
  // Figures as they are given out, and no others: what fewer than 5 people said never stands here.
  `CREATE TABLE report_figure (
    workshop TEXT NOT NULL,
    activity TEXT NOT NULL,
    unit TEXT NOT NULL,
    kind TEXT NOT NULL,
    question TEXT NOT NULL,
    alike TEXT NOT NULL,
    standing TEXT NOT NULL,
    people INTEGER,
    PRIMARY KEY (workshop, activity, unit)
  )`,
  'CREATE INDEX report_figure_alike ON report_figure (alike)',
  `CREATE TABLE report_count (
    workshop TEXT NOT NULL,
    activity TEXT NOT NULL,
    unit TEXT NOT NULL,
    place INTEGER NOT NULL,
    answer TEXT NOT NULL,
    people INTEGER NOT NULL,
    PRIMARY KEY (workshop, activity, unit, place)
  )`,
];

const said = (id: string, found: string) => `CREATE TABLE report_said (
    id ${id},
    workshop TEXT NOT NULL,
    stands_as TEXT NOT NULL,
    activity TEXT NOT NULL,
    heading TEXT NOT NULL,
    kind TEXT NOT NULL,
    entry TEXT NOT NULL,
    hidden INTEGER NOT NULL,
    words TEXT NOT NULL,
    folded TEXT NOT NULL${found}
  )`;
const saidByWorkshop = 'CREATE INDEX report_said_by_workshop ON report_said (workshop)';

const tables: Migration = {
  number: 30,
  name: 'reports',
  sqlite: [
    ...shared,
    said('INTEGER PRIMARY KEY', ''),
    saidByWorkshop,
    // The words are folded already, so that both databases find the same; marks that are letters stay in a word.
    `CREATE VIRTUAL TABLE report_found USING fts5(
      folded, content='report_said', content_rowid='id',
      tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'", prefix='2 3 4'
    )`,
    // What is forgotten also goes from the index, at once.
    "INSERT INTO report_found (report_found, rank) VALUES ('secure-delete', 1)",
    `CREATE TRIGGER report_said_in AFTER INSERT ON report_said BEGIN
      INSERT INTO report_found (rowid, folded) VALUES (new.id, new.folded);
    END`,
    `CREATE TRIGGER report_said_out AFTER DELETE ON report_said BEGIN
      INSERT INTO report_found (report_found, rowid, folded) VALUES ('delete', old.id, old.folded);
    END`,
  ],
  postgres: [
    ...shared,
    said(
      'BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY',
      ",\n    found TSVECTOR GENERATED ALWAYS AS (to_tsvector('simple', folded)) STORED",
    ),
    saidByWorkshop,
    'CREATE INDEX report_said_found ON report_said USING GIN (found)',
  ],
};

/** The tables that are made from entries, and can be made anew from them at any time. */
export const reportMigrations: readonly Migration[] = [tables, viewMigration];

/** On PostgreSQL they stand beside the entries; on SQLite in a file of their own, which nobody waits for. */
export const besideEntries: readonly Migration[] = reportMigrations.map((one) => ({ ...one, sqlite: [] }));
