import { globSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { isSymbolName } from '#words/symbols.ts';
import { easyReadFaults, everyReadFaults } from '../support/easy-read.ts';

const text = v.pipe(
  v.string(),
  v.check((words) => words.trim() !== '', 'is empty'),
);
const both = { plain: text, easy: text, symbol: v.string() };
const counted = { plain_one: text, plain_other: text, easy_one: text, easy_other: text, symbol: v.string() };
const WordsSchema = v.record(v.string(), v.union([v.strictObject(both), v.strictObject(counted)]));

const files = globSync('src/**/*.en.json').sort();

it('finds the wording of the app', () => expect(files.length).toBeGreaterThan(2));

describe.each(files)('the wording in %s', (file) => {
  const words = v.parse(WordsSchema, JSON.parse(readFileSync(file, 'utf8')));

  it('has a known symbol for each phrase', () => {
    const unknown = Object.values(words)
      .map(({ symbol }) => symbol)
      .filter((symbol) => !isSymbolName(symbol));
    expect(unknown).toEqual([]);
  });

  it('is plain English', () => expect(faults(words, 'plain', everyReadFaults)).toEqual([]));

  it('is Easy Read where it says so', () => expect(faults(words, 'easy', easyReadFaults)).toEqual([]));
});

const TemplatePhrase = v.object({ plain: text, easy: text, symbol: text });

describe.each(globSync('src/templates/*.json').sort())('the words of the template %s', (file) => {
  const words = Object.fromEntries(
    phrasesIn(JSON.parse(readFileSync(file, 'utf8'))).map((phrase) => [phrase.plain, phrase]),
  );

  it('are plain English, and Easy Read where they say so', () => {
    expect(faults(words, 'plain', everyReadFaults)).toEqual([]);
    expect(faults(words, 'easy', easyReadFaults)).toEqual([]);
  });

  it('have known symbols', () => {
    expect(Object.values(words).filter(({ symbol }) => !isSymbolName(symbol))).toEqual([]);
  });
});

/** Every phrase of a plan, wherever it stands in it. */
function phrasesIn(part: unknown): v.InferOutput<typeof TemplatePhrase>[] {
  const phrase = v.safeParse(TemplatePhrase, part);
  if (phrase.success) return [phrase.output];
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(phrasesIn) : [];
}

function faults(
  words: v.InferOutput<typeof WordsSchema>,
  part: string,
  find: (text: string) => string[],
): string[] {
  return Object.entries(words).flatMap(([key, wording]) =>
    Object.entries(wording)
      .filter(([name]) => name.startsWith(part))
      .flatMap(([name, said]) => find(said).map((fault) => `${key}.${name} ${fault}: ${said}`)),
  );
}
