import { toCsv } from '#report/csv.ts';
import { exportAudit, readAudit, type Line } from '#wire/audit.ts';
import type { Hub } from '../hub.ts';
import { audit, readLines } from './audit.ts';

/** As many lines as one table has, the newest ones: a spreadsheet opens no more. */
const MOST_EXPORTED = 1_000_000;

/** The audit trail for organisers. Nothing changes it: there is no route that does, and the database refuses. */
export function auditArea({ serve, database }: Hub): void {
  serve(readAudit, async ({ query }) => {
    const lines = await readLines(database, { ...query, most: query.most + 1 });
    return { lines: lines.slice(0, query.most), more: lines.length > query.most };
  });

  serve(exportAudit, async ({ query, who, reply }) => {
    await audit(database, who, 'audit-exported');
    const before = Number.MAX_SAFE_INTEGER;
    const lines = await readLines(database, { ...query, before, most: MOST_EXPORTED });
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="audit.csv"')
      .send(toCsv({ columns: COLUMNS, rows: lines.toReversed().map(cells) }));
  });
}

const COLUMNS = ['number', 'at', 'who kind', 'who', 'who name', 'what', 'about', 'about name'];

const cells = ({ number, at, who, what, about, aboutName }: Line) => [
  number,
  at,
  who.kind,
  who.id,
  who.name,
  what,
  about,
  aboutName,
];
