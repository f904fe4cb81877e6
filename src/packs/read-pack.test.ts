import * as fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readCsv } from './csv.ts';
import { readPack } from './read-pack.ts';
import { PackRefused } from './refused.ts';
import { leadsOut } from './zip.ts';

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3);
const SVG = strToU8('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0"/></svg>');
const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

const why = (bytes: Uint8Array): Promise<string> =>
  readPack(bytes).then(
    () => 'taken',
    (error: unknown) => (error instanceof PackRefused ? error.why : Promise.reject(error)),
  );
const table = (rows: string): Uint8Array => strToU8(`file,label,synonyms,category,licence,credit\n${rows}`);
const tea = { 'tea.png': PNG, 'list.csv': table('tea.png,Tea,cuppa;brew,Drinks,CC BY 4.0,Ann Maker') };

describe('a zip with a table', () => {
  test('gives its symbols with their words, and what it says of its licence', async () => {
    const read = await readPack(zipSync(tea));
    expect(read.symbols).toMatchObject([{ label: 'Tea', words: ['cuppa', 'brew', 'Drinks'] }]);
    expect(read).toMatchObject({ left: 0, licence: 'CC BY 4.0', credit: 'Ann Maker' });
    expect(read.pictures).toMatchObject([{ type: 'image/png', bytes: PNG, hash: read.symbols[0]?.hash }]);
    expect(read.id).toMatch(/^[0-9a-f]{12}$/);
    expect((await readPack(zipSync(tea, { mtime: '2001-01-01' }))).symbols).toEqual(read.symbols);
  });
  test('is judged by what its files are, not by what they are called', async () => {
    const files = {
      'a.png': strToU8('<html><script>alert(1)</script></html>'),
      'b.svg': PNG,
      'c.exe': SVG,
      'd.gif': strToU8('GIF89a'),
      'list.csv': table('a.png,A\nb.svg,B\nc.exe,C\nd.gif,D\ngone.png,E\n../b.svg,F\n,G'),
    };
    const read = await readPack(zipSync(files));
    expect(read.symbols.map(({ label }) => label)).toEqual(['B', 'C']);
    expect(read.pictures.map(({ type }) => type)).toEqual(['image/png', 'image/svg+xml']);
    expect(read.left).toBe(5);
  });
  test('may lie in a folder, and one picture may have two words', async () => {
    const files = { 'pack/Tea.PNG': PNG, 'pack/list.csv': table('./tea.png,Tea\ntea.png,Brew') };
    expect((await readPack(zipSync(files))).symbols).toMatchObject([{ label: 'Tea', words: ['Brew'] }]);
  });
});

describe('an Open Board', () => {
  const board = (image: object) => ({
    format: 'open-board-0.1',
    id: '1',
    images: [{ id: 7, ...image }],
    buttons: [
      { id: 1, label: 'Tea', vocalization: 'I want tea', image_id: '7' },
      { id: 2, label: 'No picture' },
      5,
    ],
  });
  const text = (value: unknown): Uint8Array => strToU8(JSON.stringify(value));
  test('gives the pictures that are in it', async () => {
    const license = { type: 'CC BY-SA', author_name: 'Ann' };
    const read = await readPack(text(board({ data: `data:image/png;base64,${base64(PNG)}`, license })));
    expect(read.symbols).toMatchObject([{ label: 'Tea', words: ['I want tea'] }]);
    expect(read).toMatchObject({ licence: 'CC BY-SA', credit: 'Ann', left: 0 });
  });
  test('never asks the network for a picture', async () => {
    expect(await why(text(board({ url: 'https://example.org/tea.png' })))).toBe('no-pictures');
    expect(await why(text(board({ data: 'https://example.org/tea.png' })))).toBe('no-pictures');
  });
  test('of several boards gives all, by path or by manifest', async () => {
    const manifest = {
      format: 'open-board-0.1',
      root: 'b/1.obf',
      paths: { boards: { 1: 'b/1.obf' }, images: { 7: 'i/7.svg' } },
    };
    const files = { 'b/1.obf': text(board({})), 'i/7.svg': SVG };
    expect((await readPack(zipSync({ ...files, 'manifest.json': text(manifest) }))).symbols).toMatchObject([
      { label: 'Tea' },
    ]);
    const paths = { 'b/1.obf': text(board({ path: 'i/7.svg' })), 'i/7.svg': SVG };
    expect((await readPack(zipSync(paths))).pictures).toMatchObject([{ type: 'image/svg+xml' }]);
    expect(await why(zipSync({ 'manifest.json': text({ format: 'other' }), ...paths }))).toBe('no-list');
  });
});

describe('what is refused', () => {
  test('a file that is no pack', async () => {
    expect(await why(new Uint8Array())).toBe('foreign');
    expect(await why(strToU8('{"format":"cuppa-workshop"}'))).toBe('foreign');
    expect(await why(PNG)).toBe('foreign');
    expect(await why(zipSync({ 'tea.png': PNG }))).toBe('no-list');
    expect(await why(zipSync({ 'list.csv': strToU8('a,b\n1,2') }))).toBe('no-list');
    expect(await why(zipSync({ ...tea, 'tea.png': strToU8('words') }))).toBe('no-pictures');
    expect(await why(zipSync(tea).slice(0, 60))).toBe('damaged');
  });
  test.each([
    '../evil.png',
    'a/../../evil.png',
    '/etc/passwd',
    'C:/evil.png',
    '..\\evil.png',
    'a\\b.png',
    'a\u0000.png',
    '..',
  ])('a name that leads out of the pack: %s', async (name) => {
    expect(leadsOut(name)).toBe(true);
    expect(await why(zipSync({ ...tea, [name]: PNG }))).toBe('outside');
  });
  test('a file that would fill the tablet', async () => {
    const big = (size: number, level: 0 | 9) =>
      zipSync({ ...tea, 'big.png': [new Uint8Array(size), { level }] });
    expect(await why(big(6_000_000, 0))).toBe('file-too-large');
    expect(await why(big(6_000_000, 9))).toBe('file-too-large');
    expect(await why(big(4_000_000, 9))).toBe('bomb');
    expect(await why(big(30_000, 9))).toBe('taken');
    const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, n) => [`${n}.png`, new Uint8Array()]));
    expect(await why(zipSync(many, { level: 0 }))).toBe('too-many');
  });
  test('a list that says less than the files hold gives no more than it says', async () => {
    // The size in the central list is made small: what is written stops there.
    const bytes = zipSync({
      'list.csv': table('a.png,A'),
      'a.png': [new Uint8Array(4_000_000), { level: 9 }],
    });
    const view = new DataView(bytes.buffer);
    for (let at = bytes.length - 4; at > 0; at -= 1) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 4_000_000) {
        view.setUint32(at + 24, 100, true);
      }
    }
    expect(await why(bytes)).toMatch(/no-pictures|damaged/);
  });
  const packs = [zipSync(tea), zipSync({ 'x.obf': strToU8('{"format":"open-board-0.1"}') })];
  test('a pack broken anywhere is taken or refused, and nothing else', async () => {
    const changed = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...packs), changed, fc.nat(), async (whole, changes, cut) => {
        const bytes = new Uint8Array(whole);
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        const given = cut % 3 === 0 ? bytes.slice(0, cut % bytes.length) : bytes;
        await expect(why(given)).resolves.toBeTypeOf('string');
      }),
      { numRuns: 500 },
    );
  });
  test('bytes that are no pack are refused, whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        await expect(why(bytes)).resolves.not.toBe('taken');
        await expect(why(Uint8Array.of(0x50, 0x4b, 3, 4, ...bytes))).resolves.not.toBe('taken');
      }),
    );
  });
});

describe('a table', () => {
  const rows = (text: string) => readCsv(text).map((row) => Object.fromEntries(row));
  test.each([
    [
      'line ends of each system',
      'file,label\r\na,b\rc,d\ne,f',
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
      ],
    ],
    [
      'quotes',
      'file,label\n"a,1","say ""tea"""\n"two\nlines",x',
      [
        ['a,1', 'say "tea"'],
        ['two\nlines', 'x'],
      ],
    ],
    ['a mark at the start, capitals and spaces', '\uFEFF File , LABEL \n a , b ', [['a', 'b']]],
    ['semicolons', 'file;label\na,1;b', [['a,1', 'b']]],
    ['tabs', 'file\tlabel\na\tb', [['a', 'b']]],
    ['empty and short rows', 'file,label\n\n,\na\n', [['a', '']]],
    ['a quote that never ends', 'file,label\n"a,b', [['a,b', '']]],
    ['nothing', '', []],
  ])('with %s is read', (_, text, found) => {
    expect(rows(text)).toEqual(found.map(([file, label]) => ({ file, label })));
  });
  test('gives back what was written in quotes', () => {
    const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string())), (written) => {
        const text = ['file,label', ...written.map((row) => row.map(quoted).join(','))].join('\n');
        const kept = written.map((row) => row.map((cell) => cell.trim())).filter((row) => row.some(Boolean));
        expect(readCsv(text).map((row) => [...row.values()])).toEqual(kept);
      }),
    );
  });
});
