import { unzipSync, type UnzipFileInfo } from 'fflate';
import { LARGEST_FILE, LARGEST_PACK, MOST_FILES } from './limits.ts';
import { PackRefused } from './refused.ts';

/** Drawings of text shrink to a twentieth; what shrinks much further was made to fill the tablet. */
const MOST_RATIO = 100;
/** Below this size a ratio says nothing: an empty picture is small either way. */
const SMALL = 64 * 1024;
/** So many are unpacked before somebody else has a turn on this thread. */
const AT_ONCE = 200;

/** What lies in a zip, looked at before anything of it is unpacked. */
export type Zip = {
  names: ReadonlySet<string>;
  /** Hands over the files of these names, a few at a time. */
  each(names: readonly string[], hand: (name: string, bytes: Uint8Array) => Promise<void>): Promise<void>;
};

/** Opens a zip, or refuses it by what its list of files says. */
export function openZip(bytes: Uint8Array): Zip {
  if (bytes.length > LARGEST_PACK) throw new PackRefused('too-large');
  const files: UnzipFileInfo[] = [];
  unzip(bytes, (file) => {
    files.push(file);
    if (files.length > MOST_FILES) throw new PackRefused('too-many');
    return false;
  });
  let total = 0;
  for (const { name, size, originalSize } of files) {
    if (leadsOut(name)) throw new PackRefused('outside');
    if (originalSize > LARGEST_FILE || size > LARGEST_FILE) throw new PackRefused('file-too-large');
    if (originalSize > SMALL && originalSize > size * MOST_RATIO) throw new PackRefused('bomb');
    total += originalSize;
    if (total > LARGEST_PACK) throw new PackRefused('too-large');
  }
  // Two of one name: which of them is meant, nobody can say.
  const names = new Set(files.map(({ name }) => name));
  if (names.size !== files.length) throw new PackRefused('damaged');
  return {
    names,
    async each(wanted, hand) {
      for (let at = 0; at < wanted.length; at += AT_ONCE) {
        const some = new Set(wanted.slice(at, at + AT_ONCE));
        // No more is written than the list said: the size was looked at above.
        const found = unzip(bytes, ({ name }) => some.has(name));
        for (const [name, content] of Object.entries(found)) await hand(name, content);
        await new Promise((turn) => setTimeout(turn, 0));
      }
    },
  };
}

/** A name that would leave the folder that the pack is. */
export function leadsOut(name: string): boolean {
  return (
    /^[\\/]|^[a-z]:|[\p{Cc}\\]/iu.test(name) ||
    name.split('/').some((part) => part === '..') ||
    name === '__proto__'
  );
}

function unzip(bytes: Uint8Array, filter: (file: UnzipFileInfo) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof PackRefused) throw error;
    throw new PackRefused('damaged');
  }
}
