import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findSymbols, isSymbolName, suggestSymbols, symbolGroups, symbolLabel, symbolNames } from './symbols.ts';
import list from './symbols.json' with { type: 'json' };

const folder = join(import.meta.dirname, '../../public/symbols');

test('every symbol has its picture, and every picture its symbol', () => {
  const pictures = readdirSync(folder).filter((name) => name.endsWith('.svg')).map((name) => name.slice(0, -4));
  expect(pictures.toSorted()).toEqual([...symbolNames].toSorted());
});

test('one idea has one picture, and one word', () => {
  const art = Object.values(list).map((symbol) => symbol.art.join('+')).filter((one) => !one.startsWith('own:'));
  expect(new Set(art).size).toBe(art.length);
  const labels = symbolNames.map(symbolLabel);
  expect(new Set(labels).size).toBe(labels.length);
});

test('no picture brings a script, a link or a style of its own', () => {
  for (const name of symbolNames) {
    const file = join(folder, `${name}.svg`);
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file, 'utf8')).not.toMatch(/<script|<style|href=|on\w+=|foreignObject/i);
  }
});

test('a symbol is found by its word, by a word for it, by its start and in the plural', () => {
  expect(findSymbols('bus')[0]).toBe('bus');
  expect(findSymbols('transport')).toContain('bus');
  expect(findSymbols('wheelch')).toContain('wheelchair');
  expect(findSymbols('letters')).toContain('letter');
  expect(findSymbols('zzz')).toEqual([]);
});

test('symbols are suggested from the words of a sentence', () => {
  expect(suggestSymbols('The bus is late and we need a quiet room').slice(0, 6)).toContain('bus');
  expect(suggestSymbols('of the and')).toEqual([]);
});

test('every symbol stands in a group', () => {
  expect(symbolGroups().flatMap((group) => group.names)).toHaveLength(symbolNames.length);
  expect(isSymbolName('no-such-symbol')).toBe(false);
});
