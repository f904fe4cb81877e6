import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import type { Place } from '../database/open.ts';
import { postgresDatabase } from '../database/postgres.ts';
import { sqliteDatabase } from '../database/sqlite.ts';
import { DatabaseTrouble } from '../database/trouble.ts';
import { reportMigrations } from './tables.ts';

/** The file of the derived tables. It holds nothing that is not made from the entries. */
export const reportFile = (data: string): string => join(data, 'report.db');

/**
 * The derived tables. On PostgreSQL they stand in the database of the hub. On SQLite only one can write to a file
 * at a time, so they have one of their own: making a report never delays a receipt.
 */
export async function openReport({ data, databaseUrl }: Place): Promise<Database> {
  if (databaseUrl) return postgresDatabase(databaseUrl);
  const file = reportFile(data);
  try {
    return await openFile(file);
  } catch (error) {
    if (!(error instanceof DatabaseTrouble) || !['damaged', 'newer'].includes(error.why)) throw error;
    // Made from entries, and made again from them.
    await Promise.all(['', '-wal', '-shm'].map((end) => rm(`${file}${end}`, { force: true })));
    return openFile(file);
  }
}

async function openFile(file: string): Promise<Database> {
  const database = sqliteDatabase(file);
  try {
    await migrate(database, reportMigrations);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
