import * as v from 'valibot';

/** What this app uses of liblouis as emscripten built it. Memory is counted in bytes, text in 16-bit units. */
export type Louis = {
  FS: { writeFile(path: string, text: string): void };
  HEAPU16: Uint16Array;
  _malloc(bytes: number): number;
  _free(at: number): void;
  setValue(at: number, value: number, type: 'i32'): void;
  getValue(at: number, type: 'i32'): number;
  stringToUTF16(text: string, at: number, bytes: number): void;
  ccall(
    name: string,
    gives: 'number',
    takes: readonly string[],
    values: readonly (string | number)[],
  ): number;
};

const uses = ['_malloc', '_free', 'setValue', 'getValue', 'stringToUTF16', 'ccall', 'FS', 'HEAPU16'] as const;
export const LouisSchema = v.custom<Louis>(
  (found) => typeof found === 'object' && found !== null && uses.every((name) => name in found),
);

/** The tables of Unified English Braille: those of both grades, and what they include. */
export const tableNames = [
  'unicode.dis',
  'en-ueb-g1.ctb',
  'en-ueb-g2.ctb',
  'en-ueb-chardefs.uti',
  'en-ueb-math.ctb',
  'latinLetterDef8Dots.uti',
  'braille-patterns.cti',
] as const;

/** Grade 1 spells every letter; grade 2 is contracted. */
export type Grade = 1 | 2;
export type ToBraille = (text: string, grade: Grade) => string;

/** What stands for a sign that the tables do not know, such as a smiley. */
const UNKNOWN = '(sign)';
const NO_CELL = /[^\u2800-\u283f]/;

/** Text to braille cells (U+2800 to U+283F), by liblouis with these tables. */
export function makeToBraille(louis: Louis, tables: Readonly<Record<string, string>>): ToBraille {
  for (const name of tableNames) louis.FS.writeFile(`/${name}`, tables[name] ?? '');
  const known = new Map<string, boolean>();
  const isKnown = (sign: string): boolean => {
    const before = known.get(sign);
    if (before !== undefined) return before;
    // An unknown sign comes out as its number, with a cell of 8 dots in front.
    const is = !NO_CELL.test(translate(louis, sign, 1));
    known.set(sign, is);
    return is;
  };
  const sayable = (sign: string): string => {
    if (/^[\x20-\x7e]$/.test(sign) || isKnown(sign)) return sign;
    const plain = sign.normalize('NFKD').replace(/\p{M}/gu, '');
    return plain !== '' && Array.from(plain).every(isKnown) ? plain : UNKNOWN;
  };
  return (text, grade) => {
    const words = Array.from(text.normalize('NFC').replace(/\s+/gu, ' ').trim(), sayable).join('');
    return words === '' ? '' : translate(louis, words.replaceAll(`${UNKNOWN}${UNKNOWN}`, UNKNOWN), grade);
  };
}

function translate(louis: Louis, text: string, grade: Grade): string {
  const most = text.length * 8 + 64;
  const [words, cells, wordsLength, cellsLength] = [(text.length + 1) * 2, most * 2, 4, 4].map((bytes) =>
    louis._malloc(bytes),
  );
  if (!words || !cells || !wordsLength || !cellsLength)
    throw new Error('There is no memory left for braille.');
  try {
    louis.stringToUTF16(text, words, (text.length + 1) * 2);
    louis.setValue(wordsLength, text.length, 'i32');
    louis.setValue(cellsLength, most, 'i32');
    const takes = ['string', ...Array<string>(7).fill('number')];
    const tables = `unicode.dis,en-ueb-g${grade}.ctb`;
    const done = louis.ccall('lou_translateString', 'number', takes, [
      tables,
      words,
      wordsLength,
      cells,
      cellsLength,
      0,
      0,
      0,
    ]);
    if (done !== 1 || louis.getValue(wordsLength, 'i32') < text.length)
      throw new Error('The braille tables could not be read.');
    const at = cells / 2;
    const made = louis.HEAPU16.subarray(at, at + louis.getValue(cellsLength, 'i32'));
    // A space is a cell too: the one without a dot.
    return String.fromCharCode(...made).replaceAll(' ', '\u2800');
  } finally {
    for (const at of [words, cells, wordsLength, cellsLength]) louis._free(at);
  }
}
