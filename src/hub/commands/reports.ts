import { newId } from '#workshop/entry.ts';
import type { Database } from '../database/database.ts';
import type { Place } from '../database/open.ts';
import { openReport } from '../report/open.ts';
import { makeAnew, prepareTables, work } from '../report/work.ts';

/** Makes everything anew that is made from entries: lists, search, combined results and SQL views. The hub may go on. */
export async function readAnew(entries: Database, place: Place): Promise<{ done: number; failed: string[] }> {
  const report = await openReport(place);
  try {
    await prepareTables({ entries, report });
    await makeAnew(report);
    return await work({ entries, report, name: newId(), now: () => Date.now() });
  } finally {
    await report.close();
  }
}
