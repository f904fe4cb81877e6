import { strToU8, zipSync } from 'fflate';
import type { Table } from '#workshop/section.ts';

/** One sheet of a spreadsheet. Its name is made fit for one. */
export type Sheet = { name: string; table: Pick<Table, 'columns' | 'rows'> };

/** What spreadsheets take in one cell, and in one name. */
const LONGEST_CELL = 32_767;
const LONGEST_NAME = 31;
const WIDEST = 60;

/**
 * Tables as a spreadsheet file, for Excel and others. Every text is a text cell, whatever it begins with, and there is
 * no formula in the whole file. We write it ourselves: the packages for it either run their packing in a worker that our
 * content security policy forbids, or trip over words like "constructor".
 */
export function makeXlsx(sheets: readonly Sheet[]): Blob {
  const names = sheetNames(sheets.map(({ name }) => name));
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${MAIN}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${MAIN}.styles+xml"/>${names.map((_, place) => `<Override PartName="/xl/worksheets/sheet${place + 1}.xml" ContentType="${MAIN}.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${SHEETS}" xmlns:r="${OFFICE}"><sheets>${names.map((name, place) => `<sheet name="${escaped(name)}" sheetId="${place + 1}" r:id="rId${place + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}">${names.map((_, place) => `<Relationship Id="rId${place + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${place + 1}.xml"/>`).join('')}<Relationship Id="rId${names.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': STYLES,
  };
  for (const [place, { table }] of sheets.entries())
    files[`xl/worksheets/sheet${place + 1}.xml`] = sheet(table);
  const bytes = Object.fromEntries(
    Object.entries(files).map(([name, xml]) => [name, strToU8(DECLARATION + xml)]),
  );
  // Copied, so that it is a buffer of its own as Blob wants it.
  return new Blob([new Uint8Array(zipSync(bytes))], { type: `${MAIN}.sheet` });
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEETS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

// 1: a heading. 2: text that stays text (format 49 and a quote before it), also when somebody edits the cell.
const STYLES = `<styleSheet xmlns="${SHEETS}"><fonts count="2"><font><sz val="12"/><name val="Calibri"/></font><font><b/><sz val="12"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`;

function sheet({ columns, rows }: Sheet['table']): string {
  const widths = columns.map((name, column) => {
    const longest = rows
      .slice(0, 200)
      .reduce((most, row) => Math.max(most, String(row[column] ?? '').length), 0);
    return Math.min(WIDEST, Math.max(10, name.length + 2, longest + 1));
  });
  const cols = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const lines = [line(1, columns, 1), ...rows.map((row, place) => line(place + 2, row, 2))];
  return `<worksheet xmlns="${SHEETS}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${cols.length > 0 ? `<cols>${cols.join('')}</cols>` : ''}<sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function line(number: number, cells: readonly (string | number)[], style: 1 | 2): string {
  const written = cells.map((value, column) => {
    const at = `${letters(column)}${number}`;
    if (typeof value === 'number' && Number.isFinite(value)) return `<c r="${at}"><v>${value}</v></c>`;
    const text = escaped(fitting(String(value)));
    return text === ''
      ? ''
      : `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
  });
  return `<row r="${number}">${written.join('')}</row>`;
}

/** A, B … Z, AA, AB … */
function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** A drawing can be longer than a cell takes: CSV and JSON have all of it. */
function fitting(text: string): string {
  return text.length <= LONGEST_CELL ? text : `${text.slice(0, LONGEST_CELL - 2)} …`;
}

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it stands in the file. What XML cannot say is written as `_x0007_`, the way the format has for it. */
function escaped(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, (mark) => MARKS[mark] ?? mark)
    .replace(
      // oxlint-disable-next-line no-control-regex -- these are what XML cannot say
      /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
      (odd) => `_x${odd.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );
}

/** Names that a spreadsheet takes: short, without []:*?/\ and control marks, and no two alike. */
function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>(['history']);
  return wanted.map((name) => {
    const bare = name
      .toWellFormed()
      // oxlint-disable-next-line no-control-regex -- none of them may stand in a name
      .replace(/[[\]:*?/\\\u0000-\u001F\uFFFD-\uFFFF]+/g, ' ')
      .replace(/\s+/g, ' ');
    for (let number = 1; ; number += 1) {
      const end = number === 1 ? '' : ` ${number}`;
      const tidy = cut(bare.trim().replace(/^'+/, ''), LONGEST_NAME - end.length)
        .trim()
        .replace(/'+$/, '')
        .trim();
      const made = `${tidy || 'Sheet'}${end}`;
      if (taken.has(made.toLowerCase())) continue;
      taken.add(made.toLowerCase());
      return made;
    }
  });
}

/** At most so long, and never half of a letter. */
function cut(text: string, most: number): string {
  return Array.from(text).reduce(
    (sofar, letter) => (sofar.length + letter.length <= most ? sofar + letter : sofar),
    '',
  );
}
