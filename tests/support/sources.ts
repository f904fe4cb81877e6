import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One file of src: its path from src, with forward slashes, and its text. */
export type Source = { path: string; text: string };

/** Reads every file under src whose name ends in one of the endings. */
export function readSources(endings: readonly string[]): Source[] {
  const root = join(import.meta.dirname, '../../src');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => endings.some((ending) => name.endsWith(ending)))
    .map((name) => ({ path: name.replaceAll('\\', '/'), text: readFileSync(join(root, name), 'utf8') }));
}

const IMPORTS = /(?:^|[\s;}])(?:import|export)\b(?:[^'"`;()]*?\bfrom\s*|\s*\(?\s*)(['"])([^'"]+)\1/g;

/** What a file imports or hands on, as written: statically, for the effect, or by `import()`. */
export function importsOf({ text }: Source): string[] {
  return [...withoutComments(text).matchAll(IMPORTS)].map((found) => found[2] ?? '');
}

/** The text without comments, so that a sentence about imports is not one. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/[^\n]*/g, '$1');
}

export const isTest = ({ path }: Source) => /\.test\.tsx?$/.test(path);
