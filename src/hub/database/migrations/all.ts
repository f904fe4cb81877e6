import { besideEntries } from '../../report/tables.ts';
import type { Migration } from '../migrate.ts';
import { entries } from './0001-entries.ts';
import { tablets } from './0002-tablets.ts';
import { door } from './0003-door.ts';
import { keeping } from './0020-keeping.ts';

/**
 * Every migration, each with a number of its own. They run in the order of their numbers; one that lands late
 * with a lower number still runs, so it must not build on what only comes after it.
 */
export const migrations: readonly Migration[] = [entries, tablets, door, keeping, ...besideEntries];
