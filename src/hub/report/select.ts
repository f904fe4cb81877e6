import * as v from 'valibot';
import { FilterSchema, ListedSchema, type Filter, type Listed } from '#wire/office.ts';
import { PhraseSchema } from '#workshop/phrase.ts';
import { marks, type Value } from '../database/database.ts';
import { fold, wordsIn } from './fold.ts';
import type { Tables } from './work.ts';

/** A condition on `report_workshop AS w`, and its values. */
export type Where = { text: string; values: Value[] };

/** So long after something came in, what a tablet has still to hand in may well be of that workshop. */
const RECENT_MS = 7 * 86_400_000;

/** No filter at all. */
export const everything: Filter = v.parse(FilterSchema, {});

/** The workshops that a filter lets through, as a condition. What lies in a bin is never among them. */
export async function whereOf(tables: Tables, filter: Filter, now = Date.now()): Promise<Where> {
  const { from, to, where, theme, series, state, handedIn, words } = filter;
  const parts: Where[] = [{ text: 'w.deleted = 0', values: [] }];
  const and = (text: string, ...values: Value[]): void => void parts.push({ text, values });
  const gone = await justDiscarded(tables);
  if (gone.length > 0) and(`w.workshop NOT IN (${marks(gone.length)})`, ...gone);
  if (from) and('w.date >= ?', from);
  if (to) and("w.date <= ? AND w.date <> ''", to);
  if (where) and('w.place_folded = ?', fold(where.trim()));
  if (theme) and('w.workshop IN (SELECT workshop FROM report_theme WHERE folded = ?)', fold(theme.trim()));
  if (series) and('w.series = ?', series);
  if (state) and('w.state = ?', state);
  for (const word of wordsIn(words)) and("(' ' || w.title_folded) LIKE ?", `% ${word}%`);
  if (handedIn) {
    const some = [...(await waitingIn(tables, now)).keys()];
    const still =
      some.length > 0 ? `w.missing > 0 OR w.workshop IN (${marks(some.length)})` : 'w.missing > 0';
    and(handedIn === 'waiting' ? `(${still})` : `NOT (${still})`, ...some);
  }
  return { text: parts.map(({ text }) => text).join(' AND '), values: parts.flatMap(({ values }) => values) };
}

/** What was made of a discarded workshop goes a moment later; nobody finds it meanwhile. */
async function justDiscarded({ entries }: Tables): Promise<string[]> {
  const rows = await entries.all('SELECT workshop FROM discarded ORDER BY done_at DESC LIMIT 500');
  return rows.map(({ workshop }) => String(workshop));
}

/** Workshops of these days, and how much the tablets of each say that they have still to hand in. */
export async function waitingIn({ entries, report }: Tables, now = Date.now()): Promise<Map<string, number>> {
  const rows = await entries.all(
    `SELECT handed_in.workshop, SUM(tablet.unsent) AS unsent FROM handed_in JOIN tablet ON tablet.id = handed_in.tablet
     WHERE tablet.unsent > 0 AND tablet.revoked = 0 GROUP BY handed_in.workshop`,
  );
  if (rows.length === 0) return new Map();
  const recent = await report.all('SELECT workshop FROM report_work WHERE changed_ms > ?', [now - RECENT_MS]);
  const ids = new Set(recent.map(({ workshop }) => String(workshop)));
  return new Map(
    rows.flatMap(({ workshop, unsent }) =>
      ids.has(String(workshop)) ? [[String(workshop), Number(unsent)] as const] : [],
    ),
  );
}

/** A workshop and what it is called, as they stand in `report_workshop`. */
export const TitleSchema = v.object({
  workshop: v.string(),
  title_phrase: v.pipe(v.string(), v.parseJson(), PhraseSchema),
});

const RowSchema = v.object({
  ...TitleSchema.entries,
  date: v.string(),
  place: v.string(),
  led_by: v.string(),
  state: ListedSchema.entries.state,
  deleted: v.number(),
  people: v.number(),
  activities: v.number(),
  series: v.nullable(v.string()),
  series_name: v.nullable(v.string()),
  keep_until: v.string(),
  entries: v.number(),
  missing: v.number(),
  unread: v.number(),
});

/** Rows of `report_workshop` as the office reads them, with what can only be told now. */
export async function listed(tables: Tables, rows: readonly unknown[]): Promise<Listed[]> {
  const read = rows.map((row) => v.parse(RowSchema, row));
  const ids = read.map(({ workshop }) => workshop);
  if (ids.length === 0) return [];
  const some = marks(ids.length);
  const [themes, works, lasts, waiting] = await Promise.all([
    tables.report.all(
      `SELECT workshop, theme FROM report_theme WHERE workshop IN (${some}) ORDER BY folded`,
      ids,
    ),
    tables.report.all(
      `SELECT workshop, reached FROM report_work WHERE workshop IN (${some}) AND failed = 0`,
      ids,
    ),
    tables.entries.all(`SELECT workshop, "last" FROM workshop WHERE workshop IN (${some})`, ids),
    waitingIn(tables),
  ]);
  const themesOf = Map.groupBy(themes, ({ workshop }) => workshop);
  const reached = new Map(works.map((row) => [row.workshop, Number(row.reached)]));
  const last = new Map(lasts.map((row) => [row.workshop, Number(row.last)]));
  return read.map((row) => {
    const { workshop, series, series_name: name } = row;
    return {
      workshop,
      title: row.title_phrase,
      date: row.date,
      where: row.place,
      ledBy: row.led_by,
      state: row.state,
      people: row.people,
      activities: row.activities,
      themes: (themesOf.get(workshop) ?? []).map(({ theme }) => String(theme)),
      series: series === null ? null : { id: series, name: name ?? '' },
      keepUntil: row.keep_until,
      entries: row.entries,
      unread: row.unread,
      waiting: waiting.get(workshop) ?? 0,
      missing: row.missing,
      deleted: row.deleted === 1,
      upToDate: (reached.get(workshop) ?? -1) >= (last.get(workshop) ?? 0),
    };
  });
}
