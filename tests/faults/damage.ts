import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** Where Chromium keeps the databases, and the files beside them. */
export const DATABASE = /IndexedDB/;
export const FILES = /File System/;

/** Files of the profile below folders whose path has `part` in it. */
export function filesOf(profile: string, part: RegExp): string[] {
  return readdirSync(profile, { recursive: true, encoding: 'utf8' })
    .map((name) => join(profile, name))
    .filter(
      (path) => part.test(path.slice(profile.length)) && statSync(path, { throwIfNoEntry: false })?.isFile(),
    );
}

/** What can become of a store's files while the browser is off. */
export const damage = {
  wiped(paths: readonly string[]): void {
    for (const path of paths) if (existsSync(path)) rmSync(path, { force: true });
  },
  truncated(paths: readonly string[]): void {
    const path = largest(paths);
    if (path) truncateSync(path, Math.floor(statSync(path).size / 2));
  },
  /** 64 bytes in a row, at 8 places of the largest file: a database has room that holds nothing. */
  flipped(paths: readonly string[], random: () => number): void {
    const path = largest(paths);
    if (!path) return;
    const bytes = readFileSync(path);
    for (let places = 0; places < 8; places += 1) {
      const at = Math.floor(random() * Math.max(1, bytes.length - 64));
      for (let i = at; i < Math.min(bytes.length, at + 64); i += 1) bytes[i] = (bytes[i] ?? 0) ^ 0xff;
    }
    writeFileSync(path, bytes);
  },
};

function largest(paths: readonly string[]): string | undefined {
  return paths
    .filter((path) => !/LOCK|CURRENT|MANIFEST/.test(path))
    .toSorted((a, b) => statSync(b).size - statSync(a).size)[0];
}
