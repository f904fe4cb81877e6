import type { Database } from '../database/database.ts';
import { addGauge, type Measures } from '../server/measures.ts';

/** Counts the workshops whose newest entries are not in the office's lists yet, and those that cannot be read. */
export function measureLag(measures: Measures, tables: { entries: Database; report: Database }): void {
  const { entries, report } = tables;
  addGauge(
    measures,
    'cuppa_report_lag_workshops',
    'Workshops with entries that were not read yet.',
    async () => {
      // They may stand in two files, so they are put together here.
      const read = await report.all('SELECT workshop, reached FROM report_work');
      const reached = new Map(read.map((row) => [row.workshop, Number(row.reached)]));
      const kept = await entries.all('SELECT workshop, "last" AS newest FROM workshop');
      return kept.filter(({ workshop, newest }) => Number(newest) > (reached.get(workshop) ?? 0)).length;
    },
  );
  addGauge(measures, 'cuppa_report_failed_workshops', 'Workshops that could not be read.', async () => {
    const [row] = await report.all('SELECT COUNT(*) AS figure FROM report_work WHERE failed > 0');
    return Number(row?.figure);
  });
}
