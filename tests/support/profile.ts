import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Tablet } from './browser.ts';

export type ProfileFile = { name: string; bytes: Buffer };

/** Every file of the profile, as bytes: all that is left on the tablet's disk. */
export function profileFiles({ profile }: Pick<Tablet, 'profile'>): ProfileFile[] {
  return readdirSync(profile, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const path = join(profile, name);
    // A running browser makes and removes files while they are read.
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return [];
    try {
      return [{ name, bytes: readFileSync(path) }];
    } catch {
      return [];
    }
  });
}

/** The files of the profile that hold the words, as UTF-8 or as UTF-16. */
export function filesWith(tablet: Pick<Tablet, 'profile'>, words: string): ProfileFile[] {
  const wide = Buffer.from(words, 'utf16le');
  return profileFiles(tablet).filter(({ bytes }) => bytes.includes(words) || bytes.includes(wide));
}

/** Waits until the words are on the disk, as they must be before a crash that loses nothing. */
export async function waitUntilOnDisk(tablet: Pick<Tablet, 'profile'>, words: string): Promise<void> {
  while (filesWith(tablet, words).length === 0) await new Promise((done) => setTimeout(done, 50));
}

/** Is this a sealed box? */
export const isBox = (bytes: Buffer): boolean => bytes.subarray(0, 8).toString() === 'CUPPABX1';
