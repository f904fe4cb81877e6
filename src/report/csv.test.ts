import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromCsv, toCsv } from './csv.ts';

const cell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '=1+1',
    '+44 1904',
    '-x',
    '@SUM(A1)',
    '\tx',
    '\rx',
    "'=1",
    "''",
    'a,b',
    'a"b',
    'a\r\nb',
    ' =1',
  ),
);

test('any words come back from CSV as they were', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.array(cell, { minLength: 4, maxLength: 4 })),
      (n, all) => {
        const columns = ['one', '=two', 'three', "'four"].slice(0, n);
        // A row of one empty cell is an empty line, which no CSV reader can tell from none.
        const rows = all.map((row) => row.slice(0, n).map((words, i) => (i === 0 ? words || 'x' : words)));
        expect(fromCsv(toCsv({ columns, rows }))).toEqual({ columns, rows });
      },
    ),
  );
});

test('no cell and no header starts as a formula', () => {
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1 }), (cells) => {
      const csv = toCsv({ columns: cells.map((_, i) => `=c${i}`), rows: [cells] });
      const raw = fromRaw(csv);
      for (const value of raw) expect(value).not.toMatch(/^[=+\-@\t\r]/);
    }),
  );
});

function fromRaw(csv: string): string[] {
  const cells: string[] = [];
  for (const match of csv.slice(1).matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",]*?))(?=,|\r\n|$)/g)) {
    cells.push((match[1] ?? match[2] ?? '').replaceAll('""', '"'));
  }
  return cells;
}
