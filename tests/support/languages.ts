import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';

const src = fileURLToPath(new URL('../../src', import.meta.url));
const folders = join(src, 'words/languages');

/** One wording by the names of its parts: `plain`, `easy`, or with `_one` and `_other`; symbols have a `label`. */
export type Parts = Record<string, string>;
/** All wording of one language: folder, key, parts. */
export type Wordings = Record<string, Record<string, Parts>>;

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const FileSchema = v.record(v.string(), v.record(v.string(), v.unknown()));
const texts = (parts: Record<string, unknown>): Parts =>
  Object.fromEntries(
    Object.entries(parts).filter(
      (part): part is [string, string] => part[0] !== 'symbol' && typeof part[1] === 'string',
    ),
  );

function read(path: string): Record<string, Parts> {
  const file = v.parse(FileSchema, readJson(path));
  return Object.fromEntries(Object.entries(file).map(([key, parts]) => [key, texts(parts)]));
}

/** The app's own wording, by the folder names under which `wordsOf` adds it. */
export function englishWordings(): Wordings {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
    (path) => basename(path) === 'words.en.json',
  );
  const named = files.map((path) => {
    const beside = readFileSync(join(src, dirname(path), 'words.ts'), 'utf8');
    const [, name] = /wordsOf\('([^']+)'/.exec(beside) ?? [];
    if (name === undefined) throw new Error(`${path}: words.ts beside it names no folder.`);
    return [name, read(join(src, path))] as const;
  });
  const symbols = v.parse(
    v.record(v.string(), v.object({ label: v.string() })),
    readJson(join(src, 'words/symbols.json')),
  );
  return { ...Object.fromEntries(named), symbols };
}

/** The languages that have a folder. */
export function languageFolders(): string[] {
  return readdirSync(folders, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

export function wordingsOf(language: string): Wordings {
  const files = readdirSync(join(folders, language)).filter(
    (name) => name.endsWith('.json') && name !== 'about.json',
  );
  return Object.fromEntries(
    files.map((name) => [name.replace(/\.json$/, ''), read(join(folders, language, name))]),
  );
}

/** What of `all` is not written in `own`: `folder key part: English text`. */
export function missingIn(own: Wordings, all: Wordings): string[] {
  return eachPart(all)
    .filter(({ folder, key, part }) => (own[folder]?.[key]?.[part] ?? '').trim() === '')
    .map(({ folder, key, part, text }) => `${folder} ${key} ${part}: ${text}`);
}

/** What is wrong with what is written: parts that English does not have, and values that are not filled in alike. */
export function faultsIn(own: Wordings, all: Wordings): string[] {
  return eachPart(own).flatMap(({ folder, key, part, text }) => {
    const english = all[folder]?.[key];
    // A language may have more forms of number than English.
    const form = part.replace(/_(zero|one|two|few|many)$/, '_other');
    const theirs = english?.[part] ?? english?.[form];
    if (theirs === undefined) return [`${folder} ${key} ${part} is not in the English wording`];
    const [mine, ours] = [valuesIn(text), valuesIn(theirs)];
    // A form for one or two need not say the number.
    const missed = ours.filter((value) => !mine.includes(value) && !(part !== form && value === 'count'));
    const extra = mine.filter((value) => !ours.includes(value));
    return [...missed.map((value) => `lacks {{${value}}}`), ...extra.map((value) => `has {{${value}}}`)].map(
      (fault) => `${folder} ${key} ${part} ${fault}: ${text}`,
    );
  });
}

function eachPart(wordings: Wordings) {
  return Object.entries(wordings).flatMap(([folder, keys]) =>
    Object.entries(keys).flatMap(([key, parts]) =>
      Object.entries(parts).map(([part, text]) => ({ folder, key, part, text })),
    ),
  );
}

const valuesIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '')),
];
