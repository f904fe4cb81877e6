import type { Migration } from '../database/migrate.ts';

/** What stands in each view: for whoever lets others read them. docs/sql-views.md tells what each column is. */
export const views = {
  cuppa_workshops: `SELECT workshop, title, date, place, led_by, state, people, activities, series, series_name, keep_until
    FROM report_workshop WHERE deleted = 0`,
  cuppa_themes: `SELECT t.workshop, t.theme FROM report_theme AS t
    JOIN report_workshop AS w ON w.workshop = t.workshop WHERE w.deleted = 0`,
  cuppa_questions: `SELECT f.workshop, w.title, w.date, w.place, f.activity, f.unit AS question_id, f.kind, f.question,
      f.standing, f.people
    FROM report_figure AS f JOIN report_workshop AS w ON w.workshop = f.workshop WHERE w.deleted = 0`,
  // Words of people, and numbers of people who chose something. There is no entry, no order and no time in it.
  cuppa_answers: `SELECT a.workshop, w.title, w.date, w.place, a.activity, '' AS question_id, a.kind, a.question,
      a.words AS answer, a.theme, NULL AS people, NULL AS of_people
    FROM report_answer AS a JOIN report_workshop AS w ON w.workshop = a.workshop
    WHERE w.deleted = 0 AND a.hidden = 0
    UNION ALL
    SELECT c.workshop, w.title, w.date, w.place, c.activity, c.unit, f.kind, f.question,
      c.answer, '', c.people, f.people
    FROM report_count AS c
    JOIN report_figure AS f ON f.workshop = c.workshop AND f.activity = c.activity AND f.unit = c.unit
    JOIN report_workshop AS w ON w.workshop = c.workshop
    WHERE w.deleted = 0`,
} as const;

const made = (besides: string): string[] =>
  Object.entries(views).map(([name, text]) => `CREATE VIEW ${name}${besides} AS ${text}`);

export const viewMigration: Migration = {
  number: 31,
  name: 'views',
  sqlite: made(''),
  // Nobody who may read a view can make the database look at rows that the view leaves out.
  postgres: made(' WITH (security_barrier)'),
};
