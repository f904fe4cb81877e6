import * as v from 'valibot';
import { MOST_TOGETHER } from '#wire/office.ts';
import type { breakdowns, Combined, combineWorkshops, Filter } from '#wire/office.ts';
import { marks } from '../database/database.ts';
import { fold } from './fold.ts';
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

const RowSchema = v.object({
  workshop: v.string(),
  activity: v.string(),
  unit: v.string(),
  kind: v.string(),
  question: v.string(),
  alike: v.string(),
  standing: v.string(),
  people: v.nullable(v.number()),
  answer: v.nullable(v.string()),
  chose: v.nullable(v.number()),
});

async function figuresFor({ report }: Tables, places: ReadonlyMap<string, string>): Promise<Figure[]> {
  const ids = [...places.keys()];
  if (ids.length === 0) return [];
  const rows = await report.all(
    `SELECT f.*, c.answer, c.people AS chose FROM report_figure AS f
     LEFT JOIN report_count AS c ON c.workshop = f.workshop AND c.activity = f.activity AND c.unit = f.unit
     WHERE f.workshop IN (${marks(ids.length)}) ORDER BY f.workshop, f.activity, f.unit, c.place`,
    ids,
  );
  const figures = new Map<string, Figure>();
  for (const row of rows) {
    const { activity, unit, answer, chose, ...read } = v.parse(RowSchema, row);
    const name = `${read.workshop} ${activity} ${unit}`;
    const figure = figures.get(name) ?? { ...read, place: places.get(read.workshop) ?? '', counts: [] };
    if (answer !== null && chose !== null) figure.counts.push({ answer, people: chose });
    figures.set(name, figure);
  }
  return [...figures.values()];
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
      const sum = adder(answers);
      const groupOf = ({ workshop, place }: Figure): string => (by === 'place' ? place : workshop);
      const groups = by === 'none' ? [] : [...Map.groupBy(given, groupOf)];
      const has = (standing: string): boolean => some.some((figure) => figure.standing === standing);
      return [
        {
          kind: first.kind,
          question: first.question,
          answers,
          workshops: new Set(given.map(({ workshop }) => workshop)).size,
          whole: sum('', given),
          groups: groups
            .map(([group, ofGroup]) => sum(group, ofGroup))
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

/** Adds up figures of alike questions: their answers are the same but for capitals and accents, in whatever order. */
function adder(answers: readonly string[]) {
  const places = new Map(answers.map((answer, place) => [fold(answer), place]));
  const known = new Map<string, number | undefined>();
  const placeOf = (answer: string): number | undefined => {
    if (!known.has(answer)) known.set(answer, places.get(fold(answer)));
    return known.get(answer);
  };
  return (group: string, figures: readonly Figure[]) => {
    const counts = answers.map(() => 0);
    for (const { answer, people } of figures.flatMap((figure) => figure.counts)) {
      const place = placeOf(answer);
      if (place !== undefined) counts[place] = (counts[place] ?? 0) + people;
    }
    return { group, people: figures.reduce((all, { people }) => all + (people ?? 0), 0), counts };
  };
}
