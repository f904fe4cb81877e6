/**
 * The day that is `months` after `from` (2026-11-30 and 3 give 2027-02-28: the last day of a shorter month).
 * Days are text, so that no time zone moves them.
 */
export function dayAfter(from: string, months: number): string {
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
  const target = month - 1 + months;
  const last = new Date(Date.UTC(year, target + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, target, Math.min(day, last))).toISOString().slice(0, 10);
}
