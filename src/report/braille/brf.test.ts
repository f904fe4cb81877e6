import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { Document } from '../document.ts';
import { CELLS, LINES, makeBrf } from './brf.ts';
import { LouisSchema, makeToBraille, tableNames } from './louis.ts';

const folder = join(import.meta.dirname, '../../../node_modules/liblouis-build');
const louis = v.parse(LouisSchema, createRequire(import.meta.url)(join(folder, 'build-no-tables-utf16.js')));
const tables = tableNames.map((name) => [name, readFileSync(join(folder, 'tables', name), 'utf8')]);
const toBraille = makeToBraille(louis, Object.fromEntries(tables));

test('grade 1 spells every letter, with capitals, numbers and punctuation of Unified English Braille', () => {
  expect(toBraille('knowledge', 1)).toBe('⠅⠝⠕⠺⠇⠑⠙⠛⠑');
  expect(toBraille('You like it.', 1)).toBe('⠠⠽⠕⠥\u2800⠇⠊⠅⠑\u2800⠊⠞⠲');
  expect(toBraille('8 of 10', 1)).toBe('⠼⠓\u2800⠕⠋\u2800⠼⠁⠚');
});

test('grade 2 contracts as Unified English Braille does', () => {
  expect(toBraille('knowledge', 2)).toBe('⠅');
  expect(toBraille('You like it.', 2)).toBe('⠠⠽\u2800⠇\u2800⠭⠲');
  expect(toBraille('The people and the world', 2)).toBe('⠠⠮\u2800⠏\u2800⠯\u2800⠮\u2800⠸⠺');
  expect(toBraille('mother, question, something', 2)).toBe('⠐⠍⠂\u2800⠐⠟⠂\u2800⠐⠎⠹⠬');
});

test('a sign that the tables do not know is said to be one, and Welsh letters keep their base', () => {
  expect(toBraille('tŷ', 1)).toBe(toBraille('ty', 1));
  expect(toBraille('🙂 good', 1)).toBe(toBraille('(sign) good', 1));
});

const label = 'Braille made by computer. Ask a braille reader to check.';
const row = (words: string): Document['pieces'][number] => ({ type: 'row', words: [words], pictures: [] });
const documentOf = (pieces: Document['pieces']): Document => ({
  title: 'T',
  by: 'Ann',
  foot: ['End.'],
  pieces,
});
const linesOf = (brf: string) => brf.split('\f').map((page) => page.split('\r\n').slice(0, -1));

test('pages have 25 lines of at most 40 cells, and a number at the right of the last', () => {
  const words = fc.array(fc.string({ unit: 'grapheme', maxLength: 300 }), { maxLength: 60 });
  fc.assert(
    fc.property(words, (all) => {
      const pages = linesOf(makeBrf(documentOf(all.map(row)), label, (one) => toBraille(one, 2)));
      pages.forEach((lines, place) => {
        expect(lines).toHaveLength(LINES);
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(CELLS);
        const number = '#' + Array.from(String(place + 1), (digit) => 'JABCDEFGHI'[Number(digit)]).join('');
        expect(lines.at(-1)).toBe(number.padStart(CELLS));
      });
    }),
    { numRuns: 40 },
  );
});

test('the label stands first, a title in the middle, and no heading alone at the foot of a page', () => {
  const pieces: Document['pieces'] = [
    { type: 'heading', level: 1, words: 'What we heard' },
    ...Array.from({ length: 30 }, (_, n) => [
      { type: 'heading', level: 2, words: `Part ${n}` } as const,
      row('One thing that somebody said.'),
      row('Another thing that somebody said.'),
    ]).flat(),
  ];
  const pages = linesOf(makeBrf(documentOf(pieces), label, (one) => toBraille(one, 1)));
  expect(pages[0]?.slice(0, 2)).toEqual([',BRAILLE MADE BY COMPUTER4 ,ASK A', 'BRAILLE READER TO CHECK4']);
  expect(pages[0]?.some((line) => line.trim() === ',WHAT WE HEARD')).toBe(true);
  for (const lines of pages) {
    const text = lines.slice(0, -1).filter(Boolean);
    expect(text.at(-1)).not.toMatch(/^ {4},PART/);
    expect(lines[0]).not.toBe('');
  }
});

test('a table says its headings beside each cell', () => {
  const brf = makeBrf(
    documentOf([{ type: 'table', head: ['Answer', 'People'], rows: [['Yes', '3']] }]),
    label,
    (one) => toBraille(one, 1),
  );
  expect(brf).toContain(',ANSWER3 ,YES2 ,PEOPLE3 #C');
});
