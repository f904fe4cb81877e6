import * as wire from '#wire/office.ts';
import type { Hub } from '../hub.ts';
import { refusals } from '../server/refusal.ts';
import { combine } from './combined.ts';
import { listWorkshops, oneWorkshop, titlesOf } from './lists.ts';
import { measureLag } from './lag.ts';
import { openReport } from './open.ts';
import { search } from './search.ts';
import { startReports } from './thread.ts';

/** What the office reads of all workshops: lists, what was said, and what several of them come to. */
export async function reportArea({
  app,
  database,
  data,
  databaseUrl,
  measures,
  news,
  serve,
}: Hub): Promise<void> {
  const report = database.kind === 'postgres' ? database : await openReport({ data });
  let reports: ReturnType<typeof startReports> | undefined;
  app.addHook('onListen', async () => {
    if (database.kind === 'postgres' && !databaseUrl) return;
    reports = startReports({ place: { data, databaseUrl }, news, log: app.log });
  });
  app.addHook('onClose', async () => {
    await reports?.close();
    if (report !== database) await report.close();
  });
  const tables = { entries: database, report };
  measureLag(measures, tables);

  serve(wire.officeWorkshops, async ({ body }) => listWorkshops(tables, body));
  serve(wire.officeTitles, async ({ body }) => ({ workshops: await titlesOf(tables, body.workshops) }));
  serve(wire.searchWords, async ({ body }) => search(tables, body));
  serve(wire.combineWorkshops, async ({ body }) => combine(tables, body));
  serve(wire.officeWorkshop, async ({ params: { workshop } }) => {
    const known = await oneWorkshop(tables, workshop);
    if (!known) throw refusals.notFound();
    return known;
  });
}
