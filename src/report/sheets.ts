import { longTable } from './long.ts';
import type { Report } from './report.ts';
import type { Sheet } from './xlsx.ts';

/** A workshop as the sheets of one spreadsheet: everything in one long table first, then a sheet for each part. */
export function sheetsOf(report: Report): Sheet[] {
  const parts = report.parts.flatMap(({ section }, place): Sheet[] => {
    if (!section || section.table.rows.length === 0) return [];
    const { heading, table } = section;
    return [{ name: `${place + 1} ${heading.plain || heading.easy}`, table }];
  });
  return [{ name: 'Everything', table: longTable(report) }, ...parts];
}
