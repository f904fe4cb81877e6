import type { Table } from '#workshop/section.ts';
import type { Report } from './report.ts';

type Rows = Table['rows'];
type Cells = Record<string, string | number>;

const columns = ['part', 'kind', 'heading', 'row', 'column', 'value'];

/**
 * The whole workshop as one long table: a row for every cell of every activity's own table. Part 0 is the
 * workshop itself: what it says of itself, its turns, notes and actions.
 */
export function longTable(report: Report): Table {
  return { columns, rows: [...ofWorkshop(report), ...report.parts.flatMap(ofPart)] };
}

function ofPart({ kind, section }: Report['parts'][number], place: number): Rows {
  if (!section) return [];
  const { heading, table } = section;
  return table.rows.flatMap((row, number) =>
    row.map((value, column) => [
      place + 1,
      kind,
      heading.plain,
      number + 1,
      table.columns[column] ?? '',
      value,
    ]),
  );
}

function ofWorkshop({ about, here, startedAt, finishedAt, parts, notes, actions }: Report): Rows {
  const cells = (kind: string, heading: string, row: number, of: Cells): Rows =>
    Object.entries(of).map(([column, value]) => [0, kind, heading, row, column, value]);
  const headingOf = (part: Report['parts'][number]): string => part.section?.heading.plain ?? '';
  const { title, date, where, ledBy } = about;
  const said = [
    ...notes.map((text) => ({ heading: '', text })),
    ...parts.flatMap((part) => part.notes.map((text) => ({ heading: headingOf(part), text }))),
  ];
  return [
    ...cells('workshop', title.plain, 1, {
      date,
      where,
      'led by': ledBy,
      'people here': here,
      started: moment(startedAt),
      finished: moment(finishedAt),
    }),
    ...parts.flatMap((part, place) => {
      const { turns, helped, papers } = part;
      const help: Cells = helped
        ? {
            alone: helped.alone,
            'with help': helped['with-help'],
            'someone answered for them': helped['for-them'],
          }
        : {};
      if (turns.taken + turns.passed === 0) return [];
      return cells('turns', headingOf(part), place + 1, {
        taken: turns.taken,
        passed: turns.passed,
        ...(papers.count > 0 ? { 'on paper': papers.count } : {}),
        ...help,
      });
    }),
    ...parts.flatMap((part) =>
      part.papers.answers.flatMap((id, number) => cells('paper', headingOf(part), number + 1, { id })),
    ),
    ...said.flatMap(({ heading, text }, number) => cells('note', heading, number + 1, { text })),
    ...actions.flatMap(({ what, who, by }, number) => cells('action', '', number + 1, { what, who, by })),
  ];
}

/** Wall time only for reading, as other programs read it; '' for what has not been. */
const moment = (at: number): string => (at > 0 ? new Date(at).toISOString() : '');
