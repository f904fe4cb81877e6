import { readPack, type ReadPack } from './read-pack.ts';
import { PackRefused } from './refused.ts';
import { LARGEST_PACK } from './limits.ts';

/** Reads a pack from a file that somebody chose. One that is too large is not even loaded. */
export async function readPackFile(file: Blob): Promise<ReadPack> {
  if (file.size > LARGEST_PACK) throw new PackRefused('too-large');
  return readPack(new Uint8Array(await file.arrayBuffer()));
}
