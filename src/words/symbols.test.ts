import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  findSymbols,
  isSymbolName,
  suggestSymbols,
  symbolGroups,
  symbolLabel,
  symbolNames,
  symbolUrl,
} from './symbols.ts';
import list from './symbols.json' with { type: 'json' };

const folder = join(import.meta.dirname, '../../public/symbols');
const picture = (name: string): string => readFileSync(join(folder, `${name}.svg`), 'utf8');

test('every symbol has its picture, and every picture its symbol', () => {
  const pictures = readdirSync(folder)
    .filter((name) => name.endsWith('.svg'))
    .map((name) => name.slice(0, -4));
  expect(pictures.toSorted()).toEqual([...symbolNames].toSorted());
  expect(symbolUrl('bus')).toBe('/symbols/bus.svg');
});

test('one idea has one picture, and one word', () => {
  expect(new Set(symbolNames.map(picture)).size).toBe(symbolNames.length);
  expect(new Set(symbolNames.map((name) => symbolLabel(name).toLowerCase())).size).toBe(symbolNames.length);
});

test('no picture brings a script, a link, a style or the name of a layer', () => {
  for (const name of symbolNames) {
    expect(picture(name), name).not.toMatch(/<script|<style|<foreignObject|href=|url\(| on\w+=| id="/i);
    expect(picture(name), name).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="[-\d. ]+">/);
  }
});

test('the pictures together are small enough to be kept on every tablet', () => {
  const bytes = symbolNames.reduce((sum, name) => sum + statSync(join(folder, `${name}.svg`)).size, 0);
  expect(bytes).toBeLessThan(900_000);
});

test('hands and people are never cartoon yellow', () => {
  const bare =
    /^(1F44[6-9D-F]|1F44[BC]|1F450|1F46[6-9E]|1F4AA|1F64[5-9B]|1F91[A-F]|1F9D[1-5]|1FAF[0-8]|26F9|270[A-D]|1F6B6|1F6CC|1F57A)(?!-1F3F)/;
  for (const [name, { art }] of Object.entries(list)) {
    const yellow = art.filter((layer) => bare.test(layer.replace('+', '')) && !layer.includes('-1F3F'));
    expect(yellow, name).toEqual([]);
  }
});

test('the licence page credits OpenMoji and lists each picture', () => {
  const licence = readFileSync(join(folder, 'LICENCE.md'), 'utf8');
  expect(licence).toContain('All emojis designed by OpenMoji – the open-source emoji and icon project');
  for (const name of symbolNames) expect(licence).toContain(`| ${name} |`);
});

test('a symbol is found by its word, by a word for it, by its start and in the plural', () => {
  expect(findSymbols('bus')[0]).toBe('bus');
  expect(findSymbols('Buses')[0]).toBe('bus');
  expect(findSymbols('transport')).toContain('bus');
  expect(findSymbols('wheelch')).toContain('wheelchair');
  expect(findSymbols('LETTERS')).toContain('letter');
  expect(findSymbols('families')[0]).toBe('family');
  expect(findSymbols('can’t')).toContain('cannot');
  expect(findSymbols('cafe')[0]).toBe('cafe');
  expect(findSymbols('young people')).toContain('young-person');
  expect(findSymbols('zzz')).toEqual([]);
  expect(findSymbols('a', 5)).toHaveLength(5);
});

test('symbols are suggested from the words of a sentence', () => {
  expect(suggestSymbols('The bus is late and we need a quiet room').slice(0, 6)).toContain('bus');
  expect(suggestSymbols('of the and')).toEqual([]);
});

test('every symbol stands in a group', () => {
  expect(symbolGroups().flatMap((group) => group.names)).toHaveLength(symbolNames.length);
  expect(symbolGroups()[0]?.group).toBe('Little words');
  expect(isSymbolName('no-such-symbol')).toBe(false);
  expect(isSymbolName(7)).toBe(false);
});
