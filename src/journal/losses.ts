import { gapsTold, READ, tellChecked } from './health.ts';
import { markFile, type SafetyFile } from './marker.ts';
import { keepAbout, readAbout } from './tablet.ts';

/** Somebody has read what is missing: it is not said again. More of it would be. */
export async function acceptLoss(): Promise<void> {
  const before = await readAbout(READ);
  const read = [...(Array.isArray(before) ? (before as unknown[]) : []), ...gapsTold()];
  await keepAbout(READ, read);
  tellChecked({ gaps: [], emptied: new Set(), rebuilt: 0, read });
}

/** Remembers which file may hold a copy, also outside of both stores. */
export async function noteSafetyFile(file: SafetyFile): Promise<void> {
  markFile(file);
  await keepAbout('safety-file', file);
}
