import { hash } from 'node:crypto';
import * as v from 'valibot';
import { marks, type Transaction, type Value } from '../database/database.ts';
import { figuresOf, type Given } from './figures.ts';
import { fold, wordsIn } from './fold.ts';
import type { Interpreted } from './interpret.ts';
import type { Unit } from './units.ts';

/** Rows in one statement. */
const ROWS = 100;

/** Every table with rows of one workshop, but for the list of work. */
export const TABLES = ['workshop', 'theme', 'answer', 'figure', 'count', 'said'] as const;

/** Removes all that was made of a workshop. */
export async function forgetIn(tx: Transaction, workshop: string): Promise<void> {
  for (const table of TABLES) {
    await tx.all(`DELETE FROM report_${table} WHERE workshop = ?`, [workshop]);
  }
}

/** Puts what a workshop was found to say in the place of what stood there. Says whether figures wait for their time. */
export async function writeIn(
  tx: Transaction,
  workshop: string,
  { facts, answers, units, said }: Interpreted,
  isQuiet: boolean,
): Promise<{ waits: boolean }> {
  const before = await givenBefore(tx, workshop);
  await forgetIn(tx, workshop);
  const { series, themes } = facts;
  await insert(tx, 'report_workshop', [
    {
      workshop,
      title: facts.title.plain || facts.title.easy,
      title_phrase: JSON.stringify(facts.title),
      title_folded: wordsIn(`${facts.title.plain} ${facts.title.easy}`).join(' '),
      date: facts.date,
      place: facts.where,
      place_folded: fold(facts.where),
      led_by: facts.ledBy,
      state: facts.state,
      deleted: Number(facts.deleted),
      people: facts.people,
      activities: facts.activities,
      series: series?.id ?? null,
      series_name: series?.name ?? null,
      keep_until: facts.keepUntil,
      entries: facts.entries,
      missing: facts.missing,
      unread: facts.unread,
    },
  ]);
  const byName = new Map(themes.map((theme) => [fold(theme), theme]));
  await insert(
    tx,
    'report_theme',
    [...byName].map(([folded, theme]) => ({ workshop, theme, folded })),
  );
  await insert(
    tx,
    'report_answer',
    answers.map(({ hidden, sealed, ...answer }) => {
      return { workshop, ...answer, hidden: Number(hidden), sealed: Number(sealed) };
    }),
  );
  await insert(
    tx,
    'report_said',
    said.map(({ as, words, hidden, activity, heading, kind, entry }) => {
      const stood = { workshop, stands_as: as, activity, heading: JSON.stringify(heading), kind, entry };
      return { ...stood, hidden: Number(hidden), words, folded: wordsIn(words).join(' ') };
    }),
  );
  const isOver = facts.state === 'finished' && isQuiet;
  const told = units.map((unit) => ({ unit, ...figuresOf(unit, before.get(nameOf(unit)), isOver) }));
  await writeFigures(tx, workshop, told);
  return { waits: facts.state === 'finished' && !isQuiet };
}

type Told = { unit: Unit; standing: string; given: Given | undefined };

async function writeFigures(tx: Transaction, workshop: string, told: readonly Told[]): Promise<void> {
  await insert(
    tx,
    'report_figure',
    told.map(({ unit: { activity, unit, kind, question, counts }, standing, given }) => {
      const alike = alikeOf(
        kind,
        question,
        (given?.counts ?? counts).map(({ answer }) => answer),
      );
      const people = given?.people ?? null;
      return { workshop, activity, unit, kind, question, alike, standing, people };
    }),
  );
  await insert(
    tx,
    'report_count',
    told.flatMap(({ unit: { activity, unit }, given }) =>
      (given?.counts ?? []).map(({ answer, people }, place) => {
        return { workshop, activity, unit, place, answer, people };
      }),
    ),
  );
}

/** The same for questions that may be added up: same kind, same words, same answers in whatever order. */
function alikeOf(kind: string, question: string, answers: readonly string[]): string {
  const text = JSON.stringify([kind, fold(question).trim(), answers.map(fold).toSorted()]);
  return hash('sha256', text, 'hex').slice(0, 32);
}

const nameOf = ({ activity, unit }: { activity: string; unit: string }): string => `${activity} ${unit}`;

const CountSchema = v.object({
  activity: v.string(),
  unit: v.string(),
  answer: v.string(),
  people: v.number(),
  all: v.number(),
});

async function givenBefore(tx: Transaction, workshop: string): Promise<Map<string, Given>> {
  const rows = await tx.all(
    `SELECT c.activity, c.unit, c.answer, c.people, f.people AS "all" FROM report_count c
     JOIN report_figure f ON f.workshop = c.workshop AND f.activity = c.activity AND f.unit = c.unit
     WHERE c.workshop = ? ORDER BY c.activity, c.unit, c.place`,
    [workshop],
  );
  const counts = rows.map((row) => v.parse(CountSchema, row));
  return new Map(
    [...Map.groupBy(counts, nameOf)].map(([name, some]) => [
      name,
      { people: some[0]?.all ?? 0, counts: some.map(({ answer, people }) => ({ answer, people })) },
    ]),
  );
}

async function insert(
  tx: Transaction,
  table: string,
  rows: readonly Readonly<Record<string, Value>>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const names = columns.map((name) => `"${name}"`).join(', ');
  for (let at = 0; at < rows.length; at += ROWS) {
    const some = rows.slice(at, at + ROWS);
    const values = some.map(() => `(${marks(columns.length)})`).join(', ');
    await tx.all(
      `INSERT INTO ${table} (${names}) VALUES ${values}`,
      some.flatMap((row) => columns.map((name) => row[name] ?? null)),
    );
  }
}
