import * as v from 'valibot';
import { FoundSchema, type Filter, type Found, type Piece, type searchWords } from '#wire/office.ts';
import { PhraseSchema } from '#workshop/phrase.ts';
import { marks } from '../database/database.ts';
import { hitsIn, wordsIn } from './fold.ts';
import { listed, whereOf } from './select.ts';
import type { Tables } from './work.ts';

/** The first of what was found in one workshop; the rest is counted. */
const MOST_SHOWN = 5;
const MOST_WORDS = 8;
/** Letters of the words around what was found. */
const BEFORE = 60;
const AROUND = 240;

const MATCHES = {
  sqlite: 's.id IN (SELECT rowid FROM report_found WHERE report_found MATCH ?)',
  postgres: "s.found @@ to_tsquery('simple', ?)",
};

type Asked = { words: string; filter: Filter; after: number; most: number };

/** Everything said that has all of these words, by how they begin: workshop by workshop, the latest day first. */
export async function search(
  tables: Tables,
  { words, filter, after, most }: Asked,
): Promise<v.InferOutput<(typeof searchWords)['reply']>> {
  const { report, entries } = tables;
  const looked = wordsIn(words).slice(0, MOST_WORDS);
  const behind = await countBehind(tables);
  if (looked.length === 0) return { groups: [], workshops: 0, total: 0, behind };
  const query =
    report.kind === 'sqlite'
      ? looked.map((word) => `"${word}"*`).join(' ')
      : looked.map((word) => `'${word}':*`).join(' & ');
  const where = await whereOf({ report, entries }, filter);
  const found = `FROM report_said AS s JOIN report_workshop AS w ON w.workshop = s.workshop
    WHERE ${MATCHES[report.kind]} AND ${where.text}`;
  const values = [query, ...where.values];
  const [groups, [all]] = await Promise.all([
    report.all(
      `SELECT s.workshop, COUNT(*) AS total ${found} GROUP BY s.workshop, w.date
       ORDER BY w.date DESC, s.workshop LIMIT ? OFFSET ?`,
      [...values, most, after],
    ),
    report.all(`SELECT COUNT(*) AS total, COUNT(DISTINCT s.workshop) AS workshops ${found}`, values),
  ]);
  const ids = groups.map(({ workshop }) => String(workshop));
  if (ids.length === 0) {
    return { groups: [], workshops: Number(all?.workshops ?? 0), total: Number(all?.total ?? 0), behind };
  }
  const some = marks(ids.length);
  const [rows, facts] = await Promise.all([
    report.all(
      `SELECT * FROM (
         SELECT s.workshop, s.stands_as, s.activity, s.heading, s.kind, s.entry, s.hidden, s.words,
           ROW_NUMBER() OVER (PARTITION BY s.workshop ORDER BY s.id) AS place
         FROM report_said AS s WHERE ${MATCHES[report.kind]} AND s.workshop IN (${some})
       ) AS hits WHERE place <= ? ORDER BY workshop, place`,
      [query, ...ids, MOST_SHOWN],
    ),
    report
      .all(`SELECT * FROM report_workshop WHERE workshop IN (${some})`, ids)
      .then((read) => listed(tables, read)),
  ]);
  const byWorkshop = Map.groupBy(rows, ({ workshop }) => String(workshop));
  return {
    groups: groups.flatMap(({ workshop, total }) => {
      const one = facts.find((fact) => fact.workshop === workshop);
      const hits = byWorkshop.get(String(workshop)) ?? [];
      return one
        ? [{ listed: one, found: hits.map((row) => readFound(row, looked)), total: Number(total) }]
        : [];
    }),
    workshops: Number(all?.workshops ?? 0),
    total: Number(all?.total ?? 0),
    behind,
  };
}

/** Workshops of which more is kept than can be found yet. */
export async function countBehind({ report, entries }: Tables): Promise<number> {
  const [works, lasts] = await Promise.all([
    report.all('SELECT workshop, reached FROM report_work'),
    entries.all('SELECT workshop, "last" FROM workshop'),
  ]);
  const reached = new Map(works.map((row) => [row.workshop, Number(row.reached)]));
  return lasts.filter((row) => (reached.get(row.workshop) ?? 0) < Number(row.last)).length;
}

const RowSchema = v.object({
  stands_as: FoundSchema.entries.as,
  activity: v.string(),
  heading: v.pipe(v.string(), v.parseJson(), PhraseSchema),
  kind: v.string(),
  entry: v.string(),
  hidden: v.number(),
  words: v.string(),
});

function readFound(row: unknown, looked: readonly string[]): Found {
  const { stands_as: as, hidden, words, ...stood } = v.parse(RowSchema, row);
  return { ...stood, as, hidden: hidden === 1, pieces: piecesOf(words, looked) };
}

/** The words around what was found, cut between words, with each hit in a piece of its own. */
export function piecesOf(words: string, looked: readonly string[]): Piece[] {
  const hits = hitsIn(words, looked);
  const first = hits[0]?.from ?? 0;
  const start = first <= BEFORE ? 0 : between(words, first - BEFORE, 1);
  const end = words.length <= start + AROUND ? words.length : between(words, start + AROUND, -1);
  const pieces: Piece[] = [];
  const put = (text: string, hit: boolean): void => void (text && pieces.push({ text, hit }));
  put(start > 0 ? '… ' : '', false);
  let at = start;
  for (const { from, to } of hits.filter((hit) => hit.from >= start && hit.to <= end)) {
    put(words.slice(at, from), false);
    put(words.slice(from, to), true);
    at = to;
  }
  put(words.slice(at, end), false);
  put(end < words.length ? ' …' : '', false);
  return pieces;
}

/** The nearest space from `at` on, in this direction; `at` itself where words have no spaces. */
function between(words: string, at: number, step: 1 | -1): number {
  for (let away = 0; away < BEFORE; away += 1) {
    if (words[at + away * step] === ' ') return at + away * step + (step === 1 ? 1 : 0);
  }
  return at;
}
