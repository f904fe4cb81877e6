import { nthFails, startFails, TASKS } from './calls.ts';
import { clock } from './clocks.ts';
import type { Fault } from './fault.ts';
import { disk, quota } from './full.ts';
import { crashed, killed } from './kills.ts';
import { frozenWhileAnswering, frozenWhileSealing, newerTab } from './tabs.ts';
import { underPage } from './under-page.ts';
import { bothGone, offline, onlyLogLeft } from './wiped.ts';

/** The two databases that Chromium has under the same name. */
export const BACK_ENDS = [
  { name: 'usual database', flags: [] },
  { name: 'other database', flags: ['--enable-features=IdbSqliteBackingStore'] },
] as const;

const places = ['page', 'worker'] as const;

export const FAULTS: readonly Fault[] = [
  killed,
  crashed,
  offline('wiped'),
  offline('truncated'),
  offline('flipped'),
  offline('wiped', 'log'),
  offline('truncated', 'log'),
  offline('flipped', 'log'),
  onlyLogLeft,
  bothGone,
  underPage('cleared'),
  underPage('throws'),
  underPage('silent'),
  quota,
  disk,
  ...places.flatMap((where) => [
    ...TASKS.map((task) => nthFails(where, task)),
    nthFails(where, 'answer', true),
    startFails(where, false),
    startFails(where, true),
  ]),
  clock,
  frozenWhileAnswering,
  frozenWhileSealing,
  newerTab,
];
