import * as f from './faults.ts';
import type { Fault } from './faults.ts';
import type { Row } from './harness.ts';

/** The two databases that Chromium has under the same name. */
export const BACK_ENDS = [
  { name: 'usual database', flags: [] },
  { name: 'other database', flags: ['--enable-features=IdbSqliteBackingStore'] },
] as const;

export const FAULTS: readonly Fault[] = [
  f.killed,
  f.offline('wiped'),
  f.offline('truncated'),
  f.offline('flipped'),
  f.bothGone,
  f.underPage('cleared'),
  f.underPage('throws'),
  f.underPage('silent'),
  f.quota,
  ...f.TASKS.flatMap((task) => [f.nthFails('page', task), f.nthFails('worker', task)]),
  f.clock,
  f.frozen,
];

const COLUMNS = ['injected', 'acknowledged', 'lost', 'halves', 'doubled', 'noticed', 'falseAlarms'] as const;

/** The counts as a table in Markdown, with the upper bound that so many without a loss allow. */
export function tableOf(rows: readonly Row[]): string {
  const head = [
    'fault',
    'injected',
    'acknowledged',
    'lost',
    'halves',
    'doubled',
    'noticed',
    'false alarms',
    '95% at most',
  ];
  const lines = rows.map((row) => {
    const bad = row.lost + row.halves + row.doubled + row.falseAlarms;
    const bound =
      bad > 0 || row.injected === 0 ? 'failed' : `${Math.min(100, 300 / row.injected).toFixed(1)}%`;
    return [row.fault, ...COLUMNS.map((name) => row[name]), bound];
  });
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
