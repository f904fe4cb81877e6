import Papa from 'papaparse';
import type { Table } from '#workshop/section.ts';

/**
 * What a spreadsheet would run as a formula, and what already starts with the mark that defuses it:
 * such a value gets one ' before it, so that taking one ' away always gives the words as they were.
 */
const DANGEROUS = /^['=+\-@\t\r]/;

/** A table as CSV (RFC 4180), with formulas defused and nothing lost. */
export function toCsv({ columns, rows }: Table): string {
  const safe = (cell: string | number): string | number =>
    typeof cell === 'string' && DANGEROUS.test(cell) ? `'${cell}` : cell;
  // The byte order mark tells spreadsheets that this is UTF-8: Welsh and Urdu names arrive whole.
  const lines = [columns, ...rows].map((row) => row.map(safe));
  return `\uFEFF${Papa.unparse(lines, { newline: '\r\n' })}`;
}

/** The table back from `toCsv`, for whoever reads it by program. Every cell is text. */
export function fromCsv(text: string): Table {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { newline: '\r\n' });
  const [columns = [], ...rows] = data.map((row) => row.map((cell) => cell.replace(/^'/, '')));
  return { columns, rows };
}
