import type { Outcome } from '#workshop/follow.ts';
import type { Phrase } from '#workshop/phrase.ts';
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

function ofWorkshop({ about, here, startedAt, finishedAt, parts, notes, actions, follow }: Report): Rows {
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
      ...(follow.series ? { series: follow.series } : {}),
      ...(follow.themes.length > 0 ? { themes: follow.themes.join(', ') } : {}),
      ...(follow.keeping ? { 'keep until': follow.keeping.until, 'kept because': follow.keeping.why } : {}),
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
    ...actions.flatMap(({ id, what, who, by }, number) =>
      cells('action', '', number + 1, { what, who, by, ...became(follow.actions[id]) }),
    ),
    ...ofFollow(follow),
  ];
}

/** What was heard and will be done, and what became of last time: a line that has two answers has two rows. */
function ofFollow({ lines, lastTime, pledges, notes }: Report['follow']): Rows {
  const numbered = (kind: string, all: readonly { heading?: string; of: Cells }[]): Rows =>
    all.flatMap(({ heading = '', of }, number) =>
      Object.entries(of).map(([column, value]) => [0, kind, heading, number + 1, column, value]),
    );
  const from = ({
    workshop,
    activity,
    entry,
  }: {
    workshop: string;
    activity: string;
    entry: string;
  }): Cells => ({
    'from workshop': workshop,
    'from activity': activity,
    'from entry': entry,
  });
  return [
    ...numbered(
      'heard',
      lines.map(({ words, room, corrections, cannot, sources }) => ({
        of: {
          words: words.map(inWords).join(' / '),
          room,
          'in their words': corrections.join(' / '),
          'came from': sources.map(({ entry, activity }) => entry || activity).join(' '),
          ...(cannot ? { 'can not be done because': inWords(cannot) } : {}),
        },
      })),
    ),
    ...numbered(
      'we will',
      lines.flatMap(({ words, wills }) =>
        wills.map(({ what, who, by, as, outcomes }) => ({
          heading: words.map(inWords).join(' / '),
          of: { what: inWords(what), who, by, as, ...became(outcomes) },
        })),
      ),
    ),
    ...numbered(
      'last time',
      lastTime.map(({ heard, words, who, by, outcomes, ...one }) => ({
        heading: heard ? inWords(heard) : '',
        of: { what: inWords(words), who, by, ...became(outcomes), ...from(one.from) },
      })),
    ),
    ...numbered(
      'pledge looked at again',
      pledges.map(({ row, by, lookedAt, ...one }) => ({
        of: {
          what: inWords(row.phrase),
          who: by,
          became: lookedAt.map(({ how }) => how).join(' / '),
          'in words': lookedAt.map(({ words }) => words).join(' / '),
          ...from(one.from),
        },
      })),
    ),
    ...numbered(
      'note from last time',
      notes.map(({ row, ...one }) => ({ of: { text: inWords(row.phrase), ...from(one.from) } })),
    ),
  ];
}

const inWords = ({ plain, easy }: Phrase): string => plain || easy;

/** What became of it; nothing is "not done" without its reason beside it. */
function became(outcomes: readonly Outcome[] = []): Cells {
  if (outcomes.length === 0) return {};
  return {
    became: outcomes.map(({ how }) => how).join(' / '),
    'in words': outcomes.map(({ words }) => inWords(words)).join(' / '),
  };
}

/** Wall time only for reading, as other programs read it; '' for what has not been. */
const moment = (at: number): string => (at > 0 ? new Date(at).toISOString() : '');
