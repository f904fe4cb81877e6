import { posix } from 'node:path';
import { importsOf, isTest, withoutComments } from './sources.ts';
import type { Source } from './sources.ts';

/**
 * Who may import whom: the table of the design, in words that a machine can check. `a/b` allows one file or
 * folder of `a`. What stands directly in src (main, routes) may import everything but the hub.
 */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  workshop: [],
  access: [],
  words: ['workshop/phrase'],
  // The shapes of what it shows, but nothing of how a workshop goes.
  ui: ['access', 'words', 'workshop/phrase', 'workshop/stroke', 'workshop/attachment', 'workshop/section'],
  activities: ['workshop', 'ui', 'words'],
  journal: ['workshop', 'trusted-types'],
  // An office's own symbols are of no workshop.
  packs: [],
  // What hub and tablets say to each other: both sides read the same description.
  wire: ['workshop'],
  sync: ['workshop', 'journal', 'packs', 'wire'],
  hub: ['workshop', 'journal', 'report', 'activities', 'wire'],
  kiosk: ['workshop', 'journal', 'access', 'ui', 'words'],
  report: ['workshop', 'activities', 'words'],
  templates: [],
  screens: [
    'workshop',
    'activities',
    'journal',
    'sync',
    'wire',
    'packs',
    'kiosk',
    'access',
    'ui',
    'words',
    'report',
    'templates',
    'service-worker-client',
    'trusted-types',
  ],
};

/** What a folder must not know of the world outside. Tests may use what tests need. */
const MUST_NOT_USE: Readonly<Record<string, RegExp>> = {
  workshop: /^(react|dexie|zustand|i18next|node:)/,
  access: /^(react|dexie|node:)/,
  words: /^(dexie|node:)/,
  ui: /^(dexie|node:|react-router)/,
  activities: /^(dexie|zustand|node:|react-router|react-aria)/,
  journal: /^(react-|node:)/,
  wire: /^(react|dexie|zustand|node:|fastify)/,
  sync: /^(react|node:)/,
  hub: /^(react|dexie|zustand)/,
  report: /^(react|dexie|zustand|node:)/,
  kiosk: /^(dexie|node:)/,
  screens: /^(dexie|node:|fastify)/,
};

const KIND = /^activities\/([^/]+)\//;
const LONGEST_FILE = 300;

export type Rule = (source: Source) => string[];

const folderOf = (path: string) => path.split('/')[0] ?? '';
const ownCode = (source: Source) =>
  importsOf(source).map((written) => ({ written, target: resolve(source, written) }));

/** Where an import of our own leads, from src; undefined for a package. */
function resolve({ path }: Source, written: string): string | undefined {
  if (written.startsWith('#')) return written.slice(1);
  return written.startsWith('.') ? posix.join(posix.dirname(path), written) : undefined;
}

const isWithin = (target: string, allowed: string) =>
  target === allowed || target.startsWith(`${allowed}/`) || target.startsWith(`${allowed}.`);

/** A folder imports only from the folders that the table gives it. */
export const keepsToTheTable: Rule = (source) => {
  const folder = folderOf(source.path);
  const allowed = MAY_IMPORT[folder];
  return ownCode(source).flatMap(({ written, target }) => {
    if (target === undefined || folderOf(target) === folder) return [];
    const fine = allowed ? allowed.some((one) => isWithin(target, one)) : !isWithin(target, 'hub');
    return fine ? [] : [`${source.path} must not import ${written}`];
  });
};

/** `./x.ts` means mine, `#folder/x.ts` means that a border is crossed, and each name ends as its file does. */
export const writesImportsPlainly: Rule = (source) =>
  ownCode(source).flatMap(({ written, target }) => {
    if (target === undefined) return [];
    const leaves =
      written.startsWith('.') && folderOf(target) !== folderOf(source.path) && source.path.includes('/');
    if (leaves) return [`${source.path} leaves its folder by ${written}: write #${target}`];
    if (/\.(tsx?|json|css|svg|mjs|woff2|wasm|mp3|png)(\?.*)?$/.test(written)) return [];
    return [`${source.path} imports ${written} without its ending`];
  });

/** A kind stands alone: only its own files, the contract beside it, and what the table gives all kinds. */
export const aKindStandsAlone: Rule = (source) => {
  const kind = KIND.exec(source.path)?.[1];
  if (kind === undefined) return [];
  return ownCode(source).flatMap(({ written, target }) => {
    if (target === undefined || folderOf(target) !== 'activities') return [];
    const fine = target.startsWith(`activities/${kind}/`) || target === 'activities/kind.ts';
    return fine
      ? []
      : [`${source.path} must not import ${written}: a kind knows only its own folder and ../kind.ts`];
  });
};

/** Rules stay rules: no screen, store or server where the table says that there is none. */
export const knowsNoMoreThanItMust: Rule = (source) => {
  if (isTest(source)) return [];
  const forbidden = MUST_NOT_USE[folderOf(source.path)];
  return importsOf(source)
    .filter((written) => forbidden?.test(written))
    .map((written) => `${source.path} must not use ${written}`);
};

export const hasNoDefaultExport: Rule = (source) =>
  /\bexport\s+default\b|\bas\s+default\b\s*[,}]/.test(withoutComments(source.text))
    ? [`${source.path} has a default export: give it a name`]
    : [];

export const switchesOnNoKind: Rule = (source) =>
  /\bswitch\s*\(\s*[\w.?]*\bkind(\.name)?\s*\)/.test(withoutComments(source.text))
    ? [`${source.path} switches on a kind: let the kind itself answer`]
    : [];

export const isShort: Rule = (source) => {
  const lines = source.text.trimEnd().split('\n').length;
  return lines <= LONGEST_FILE ? [] : [`${source.path} has ${lines} lines: split it`];
};

/** Only the registry and the templates may name a kind outside of its own folder. Tests may name examples. */
export function namesNoKind(kinds: readonly string[]): Rule {
  return (source) => {
    const own = KIND.exec(source.path)?.[1];
    if (source.path === 'activities/kinds.ts' || source.path.startsWith('templates/') || isTest(source))
      return [];
    const text = withoutComments(source.text);
    return kinds
      .filter((kind) => kind !== own && namesKind(kind, text))
      .map((kind) => `${source.path} names the kind ${kind}`);
  };
}

// "card" and "poll" are also ordinary words, as of a style: what counts is an import, or a comparison.
function namesKind(kind: string, text: string): boolean {
  const inImport = new RegExp(`activities/${kind}/|['"]\\./${kind}/`);
  const compared = new RegExp(
    `kind(\\.name)?\\s*(===?|!==?|:)\\s*['"]${kind}['"]|['"]${kind}['"]\\s*===?\\s*\\w*\\.?kind`,
  );
  const found = new RegExp(`findKind\\(\\s*['"]${kind}['"]`);
  return inImport.test(text) || compared.test(text) || found.test(text);
}
