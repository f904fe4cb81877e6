import type { Report } from './report.ts';

/** The report as JSON text: every word as it was, with the form and its version first. */
export function toJson(report: Report): string {
  return JSON.stringify({ format: 'cuppa-report', version: 1, ...report }, null, 2);
}
