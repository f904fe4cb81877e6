import type { Migration } from '../migrate.ts';
import { entries } from './0001-entries.ts';

/**
 * Every migration, each with a number of its own. They run in the order of their numbers; one that lands late
 * with a lower number still runs, so it must not build on what only comes after it.
 */
export const migrations: readonly Migration[] = [entries];
