import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { makeXlsx, type Sheet } from './xlsx.ts';

const words = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '=1+1',
    '=HYPERLINK("http://x","tea")',
    '+44 1904',
    '-x',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    "'=1",
    "=cmd|'/C calc'!A0",
    '</t></is></c><c><f>1+1</f></c>',
    ']]>&amp;<!--',
    '_x0041_',
    '_x005F_x0041_',
    '__proto__',
    'constructor',
    ' both ends ',
    'two\nlines',
    '\0\u0007\uFFFF',
    '\uD800 half',
    '1e5',
    'TRUE',
  ),
);
const cell = fc.oneof(words, fc.integer(), fc.double({ noDefaultInfinity: true, noNaN: true }));

async function filesOf(sheets: readonly Sheet[]): Promise<Record<string, string>> {
  const files = unzipSync(new Uint8Array(await makeXlsx(sheets).arrayBuffer()));
  return Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]),
  );
}

const MARKS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** The text as a spreadsheet reads it. */
function read(text: string): string {
  return text
    .replace(/&(\w+);/g, (all, name: string) => MARKS[name] ?? all)
    .replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Every cell of a sheet, by its address: what kind it is, and what is in it. */
function cellsOf(xml: string): Map<string, string | number> {
  const found = xml.matchAll(
    /<c r="([A-Z]+\d+)"(?: s="\d" t="inlineStr"><is><t xml:space="preserve">([^<]*)<\/t><\/is>|><v>([^<]*)<\/v>)<\/c>/g,
  );
  return new Map(
    Array.from(found, ([, at = '', text, number]) => [at, text === undefined ? Number(number) : read(text)]),
  );
}

test('words and numbers come back as they were, and no cell, heading or name of a sheet is a formula', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(words, { minLength: 1, maxLength: 4 }),
      fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { maxLength: 6 }),
      words,
      async (columns, all, name) => {
        const rows = all.map((row) => row.slice(0, columns.length));
        const files = await filesOf([{ name, table: { columns, rows } }]);
        const xml = files['xl/worksheets/sheet1.xml'] ?? '';
        // Nothing but what we write ourselves stands between the marks: no formula, no link, nothing from outside.
        const tags = new Set(Array.from(xml.matchAll(/<\/?([a-zA-Z:]+)/g), ([, tag = '']) => tag));
        for (const tag of tags) {
          expect([
            'worksheet',
            'sheetViews',
            'sheetView',
            'pane',
            'cols',
            'col',
            'sheetData',
            'row',
            'c',
            'is',
            't',
            'v',
          ]).toContain(tag);
        }
        expect(Object.keys(files).filter((file) => /external|connection|query/i.test(file))).toEqual([]);
        const cells = cellsOf(xml);
        const expected = [columns, ...rows].flatMap((row, number) =>
          row.flatMap((value, column): [string, string | number][] =>
            value === '' ? [] : [[`${'ABCD'[column]}${number + 1}`, value]],
          ),
        );
        expect([...cells]).toEqual(expected.map(([at, value]) => [at, Object.is(value, -0) ? 0 : value]));
        expect(Array.from(xml.matchAll(/<c /g))).toHaveLength(expected.length);
      },
    ),
  );
});

test('every sheet has a name that spreadsheets take, and no two have the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.oneof(
          words,
          fc.constantFrom('', 'History', "'quoted'", 'a/b', 'A/B', 'x'.repeat(40), '🫖'.repeat(20)),
        ),
        { minLength: 1, maxLength: 12 },
      ),
      async (wanted) => {
        const table = { columns: ['a'], rows: [] };
        const files = await filesOf(wanted.map((name) => ({ name, table })));
        const names = Array.from(
          (files['xl/workbook.xml'] ?? '').matchAll(/<sheet name="([^"]*)"/g),
          ([, name = '']) => read(name),
        );
        expect(names).toHaveLength(wanted.length);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
        for (const name of names) {
          expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
          expect(name).toBe(name.trim());
          expect(name).not.toMatch(/^'|'$|^history$/i);
          expect(name.isWellFormed()).toBe(true);
        }
      },
    ),
  );
});

test('what is longer than a cell takes is cut, and many columns have letters of their own', async () => {
  const columns = Array.from({ length: 30 }, (_, number) => `c${number}`);
  const files = await filesOf([{ name: 'long', table: { columns, rows: [['x'.repeat(40_000)]] } }]);
  const cells = cellsOf(files['xl/worksheets/sheet1.xml'] ?? '');
  expect(String(cells.get('A2')).length).toBe(32_767);
  expect(cells.get('AD1')).toBe('c29');
});
