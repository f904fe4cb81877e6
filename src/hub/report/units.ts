import { hash } from 'node:crypto';
import type { Meaning, Table } from '#workshop/section.ts';

/** Figures for fewer people than this are given to nobody. */
export const FEWEST = 5;

/**
 * One question as one workshop answered it: how many people answered, and how many chose what. It is the smallest
 * thing that figures are made of, so it is never divided.
 */
export type Unit = {
  activity: string;
  /** Its name within the activity, also when other questions come or go. */
  unit: string;
  kind: string;
  question: string;
  people: number;
  counts: { answer: string; people: number }[];
  sealed: boolean;
};

type Of = Pick<Unit, 'activity' | 'kind' | 'question' | 'sealed'>;
type Cells = Table['rows'][number];

/** The questions that a table counts people of. */
export function unitsOf(of: Of, table: Table, means: Meaning): Unit[] {
  const number = (row: Cells, column: string): number => Number(row[table.columns.indexOf(column)]) || 0;
  const text = (row: Cells, column = ''): string =>
    String(row[table.columns.indexOf(column)] ?? '')
      .replaceAll('\0', '')
      .toWellFormed();
  const words = (row: Cells): string =>
    means.words
      .map((name) => text(row, name))
      .filter(Boolean)
      .join(' · ');
  const { chosen, asked = [] } = means;
  const units: Unit[] = [];
  if (chosen && table.rows.length > 0) {
    units.push({
      ...of,
      unit: 'all',
      people: Math.max(...table.rows.map((row) => number(row, chosen.of))),
      counts: joined(table.rows.map((row) => ({ answer: words(row), people: number(row, chosen.people) }))),
    });
  }
  for (const [place, row] of asked.length > 0 ? table.rows.entries() : []) {
    const name = of.sealed ? '' : text(row, means.entry);
    for (const [list, answers] of asked.entries()) {
      const counts = answers.map((answer) => ({ answer, people: number(row, answer) }));
      const people = counts.reduce((sum, one) => sum + one.people, 0);
      const question = `${of.question} ${words(row)}`.trim();
      if (words(row))
        units.push({ ...of, unit: `${nameFor(name || String(place))}.${list}`, question, people, counts });
    }
  }
  return units.filter(({ people }) => people > 0);
}

/** What a row is called outside: its entry is not to be known there. */
const nameFor = (row: string): string => hash('sha256', row, 'hex').slice(0, 12);

/** Two answers with the same words are one. */
function joined(counts: Unit['counts']): Unit['counts'] {
  const by = new Map<string, number>();
  for (const { answer, people } of counts) by.set(answer, (by.get(answer) ?? 0) + people);
  return [...by].map(([answer, people]) => ({ answer, people }));
}
