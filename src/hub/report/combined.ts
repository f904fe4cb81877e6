import * as v from 'valibot';
import { MOST_TOGETHER } from '#wire/office.ts';
import type { breakdowns, Combined, combineWorkshops, Filter } from '#wire/office.ts';
import { marks, type Row } from '../database/database.ts';
import { listed, whereOf } from './select.ts';
import type { Tables } from './work.ts';

type By = (typeof breakdowns)[number];

/** One question of one workshop, with the figures that are given out of it: none while there are too few. */
export type Figure = {
  workshop: string;
  place: string;
  kind: string;
  question: string;
  alike: string;
  standing: string;
  people: number | null;
  counts: { answer: string; people: number }[];
};

type Asked = { workshops: readonly string[]; filter: Filter; by: By };

/** What several workshops answered to the same question, added up. */
export async function combine(
  tables: Tables,
  { workshops, filter, by }: Asked,
): Promise<v.InferOutput<(typeof combineWorkshops)['reply']>> {
  const where = await whereOf(tables, filter);
  const chosen = workshops.length > 0 ? ` AND w.workshop IN (${marks(workshops.length)})` : '';
  const rows = await tables.report.all(
    `SELECT * FROM report_workshop AS w WHERE ${where.text}${chosen} ORDER BY w.date DESC, w.workshop LIMIT ?`,
    [...where.values, ...workshops, MOST_TOGETHER + 1],
  );
  const together = rows.slice(0, MOST_TOGETHER);
  const places = new Map(together.map(({ workshop, place }) => [String(workshop), String(place)]));
  return {
    workshops: await listed(tables, together),
    questions: addUp(await figuresFor(tables, places), by),
    cut: rows.length > together.length,
  };
}

const FigureSchema = v.object({
  workshop: v.string(),
  activity: v.string(),
  unit: v.string(),
  kind: v.string(),
  question: v.string(),
  alike: v.string(),
  standing: v.string(),
  people: v.nullable(v.number()),
});
const CountSchema = v.object({ answer: v.string(), people: v.number() });
const nameOf = (row: Row): string => [row.workshop, row.activity, row.unit].map(String).join(' ');

async function figuresFor({ report }: Tables, places: ReadonlyMap<string, string>): Promise<Figure[]> {
  const ids = [...places.keys()];
  if (ids.length === 0) return [];
  const some = marks(ids.length);
  const [figures, counts] = await Promise.all([
    report.all(
      `SELECT * FROM report_figure WHERE workshop IN (${some}) ORDER BY workshop, activity, unit`,
      ids,
    ),
    report.all(
      `SELECT * FROM report_count WHERE workshop IN (${some}) ORDER BY workshop, activity, unit, place`,
      ids,
    ),
  ]);
  const byName = Map.groupBy(counts, nameOf);
  return figures.map((row) => ({
    ...v.parse(FigureSchema, row),
    place: places.get(String(row.workshop)) ?? '',
    counts: (byName.get(nameOf(row)) ?? []).map((count) => v.parse(CountSchema, count)),
  }));
}

/**
 * The sums of figures, question by question. Everything is made of whole workshops of at least 5 people: those of
 * fewer are in no group and in no total, so that no total, and no two reports, say what they said.
 */
export function addUp(figures: readonly Figure[], by: By): Combined[] {
  return [...Map.groupBy(figures, ({ alike }) => alike).values()]
    .flatMap((some): Combined[] => {
      const given = some.filter(({ people }) => people !== null);
      const [first] = given.length > 0 ? given : some;
      if (!first) return [];
      const answers = first.counts.map(({ answer }) => answer);
      const groupOf = ({ workshop, place }: Figure): string => (by === 'place' ? place : workshop);
      const groups = by === 'none' ? [] : [...Map.groupBy(given, groupOf)];
      const has = (standing: string): boolean => some.some((figure) => figure.standing === standing);
      return [
        {
          kind: first.kind,
          question: first.question,
          answers,
          workshops: new Set(given.map(({ workshop }) => workshop)).size,
          whole: sum('', answers, given),
          groups: groups
            .map(([group, ofGroup]) => sum(group, answers, ofGroup))
            .toSorted((a, b) => (a.group < b.group ? -1 : 1)),
          several: given.some(({ people, counts }) => total(counts) > (people ?? 0)),
          tooFew: has('few'),
          stillOpen: has('open'),
          late: has('late'),
        },
      ];
    })
    .toSorted((a, b) => b.workshops - a.workshops || (a.question < b.question ? -1 : 1));
}

const total = (counts: Figure['counts']): number => counts.reduce((all, { people }) => all + people, 0);

function sum(group: string, answers: readonly string[], figures: readonly Figure[]) {
  return {
    group,
    people: figures.reduce((all, { people }) => all + (people ?? 0), 0),
    counts: answers.map((answer) =>
      total(figures.flatMap(({ counts }) => counts.filter((count) => isSame(count.answer, answer)))),
    ),
  };
}

/** Alike questions have the same answers but for capitals and accents, and in whatever order. */
const isSame = (one: string, other: string): boolean =>
  one.localeCompare(other, 'en', { sensitivity: 'base' }) === 0;
