import { readAbout } from '#journal/tablet.ts';
import { PAIRED } from '#sync/hub/key.ts';

/** Begins to work with the office if this tablet is connected to one. Call it after the first screen. */
export async function beginIfPaired(): Promise<void> {
  if (!(await readAbout(PAIRED))) return;
  const { beginWithOffice } = await import('./with-office.ts');
  beginWithOffice();
}
