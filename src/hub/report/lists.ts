import * as v from 'valibot';
import type { Filter, officeTitles, officeWorkshop, officeWorkshops } from '#wire/office.ts';
import { marks } from '../database/database.ts';
import { ALL } from '../tablets/access.ts';
import { countBehind } from './search.ts';
import { listed, TitleSchema, whereOf } from './select.ts';
import type { Tables } from './work.ts';

type Reply<R extends { reply: v.GenericSchema }> = v.InferOutput<R['reply']>;
type Part = { filter: Filter; after: number; most: number };

/** A page of workshops, the latest day first, and everything that can be chosen from. */
export async function listWorkshops(
  tables: Tables,
  { filter, after, most }: Part,
): Promise<Reply<typeof officeWorkshops>> {
  const { report } = tables;
  const { text, values } = await whereOf(tables, filter);
  const [rows, [counted], places, themes, series] = await Promise.all([
    report.all(
      `SELECT * FROM report_workshop AS w WHERE ${text} ORDER BY w.date DESC, w.workshop LIMIT ? OFFSET ?`,
      [...values, most, after],
    ),
    report.all(`SELECT COUNT(*) AS total FROM report_workshop AS w WHERE ${text}`, values),
    report.all(
      `SELECT MIN(place) AS name FROM report_workshop WHERE place <> '' AND deleted = 0
       GROUP BY place_folded ORDER BY place_folded`,
    ),
    report.all(
      `SELECT MIN(t.theme) AS name FROM report_theme AS t JOIN report_workshop AS w ON w.workshop = t.workshop
       WHERE w.deleted = 0 GROUP BY t.folded ORDER BY t.folded`,
    ),
    report.all(
      `SELECT series AS id, MIN(series_name) AS name FROM report_workshop
       WHERE series IS NOT NULL AND deleted = 0 GROUP BY series ORDER BY name, id`,
    ),
  ]);
  return {
    workshops: await listed(tables, rows),
    total: Number(counted?.total ?? 0),
    places: places.map(({ name }) => String(name)),
    themes: themes.map(({ name }) => String(name)),
    series: series.map(({ id, name }) => ({ id: String(id), name: String(name) })),
    behind: await countBehind(tables),
  };
}

/** What these workshops are called; of one that was removed nothing is told. */
export async function titlesOf(
  { entries, report }: Tables,
  ids: readonly string[],
): Promise<Reply<typeof officeTitles>['workshops']> {
  if (ids.length === 0) return [];
  const some = marks(ids.length);
  const [rows, discarded] = await Promise.all([
    report.all(`SELECT workshop, title_phrase FROM report_workshop WHERE workshop IN (${some})`, ids),
    entries.all(`SELECT workshop FROM discarded WHERE workshop IN (${some})`, ids),
  ]);
  // What was made of a discarded workshop goes a moment later.
  const gone = new Set(discarded.map(({ workshop }) => workshop));
  return rows
    .filter(({ workshop }) => !gone.has(workshop))
    .map((row) => {
      const { workshop, title_phrase: title } = v.parse(TitleSchema, row);
      return { workshop, title };
    });
}

/** What is known of one workshop, and who handed in how much of it; undefined while nothing is. */
export async function oneWorkshop(
  tables: Tables,
  workshop: string,
): Promise<Reply<typeof officeWorkshop> | undefined> {
  const { entries, report } = tables;
  const rows = await report.all('SELECT * FROM report_workshop WHERE workshop = ?', [workshop]);
  const [facts] = await listed(tables, rows);
  if (!facts) return undefined;
  const [handed, given, [kept]] = await Promise.all([
    entries.all(
      `SELECT came.giver, came.entries, tablet.name, tablet.last_seen, tablet.unsent, tablet.revoked FROM
         (SELECT handed_by AS giver, COUNT(*) AS entries FROM entry WHERE workshop = ? GROUP BY handed_by) AS came
       LEFT JOIN tablet ON tablet.id = came.giver ORDER BY tablet.name, came.giver`,
      [workshop],
    ),
    entries.all('SELECT tablet FROM given WHERE workshop = ? ORDER BY tablet', [workshop]),
    entries.all('SELECT entries FROM workshop WHERE workshop = ?', [workshop]),
  ]);
  const on = given.map(({ tablet }) => String(tablet));
  return {
    listed: facts,
    handed: handed.map(({ giver, name, entries: count, last_seen: last, unsent, revoked }) => ({
      tablet: String(giver),
      name: typeof name === 'string' ? name : '',
      entries: Number(count),
      last: typeof last === 'string' ? last : null,
      unsent: typeof unsent === 'number' ? unsent : null,
      revoked: Number(revoked) === 1,
    })),
    on: { all: on.includes(ALL), tablets: on.filter((tablet) => tablet !== ALL) },
    behind: facts.upToDate ? 0 : Math.max(1, Number(kept?.entries ?? 0) - facts.entries),
  };
}
