import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '#workshop/entry.ts';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import { postgresDatabase } from './postgres.ts';
import { sqliteDatabase } from './sqlite.ts';
import { DatabaseTrouble } from './trouble.ts';

/** Where the hub keeps things: PostgreSQL where there is an address of it, and else one file in `data`. */
export type Place = { data: string; databaseUrl?: string | undefined };

/** The file of the embedded database. */
export const sqliteFile = (data: string): string => join(data, 'cuppa.db');

/** Opens the database of the hub, up to date and with an epoch. Throws DatabaseTrouble. */
export async function openDatabase(place: Place): Promise<Database> {
  const database = await connectTo(place);
  try {
    await migrate(database);
    // The epoch says which database this is: tablets that knew another one hand in again.
    await database.all(
      'INSERT INTO hub (one, epoch, name, kept) VALUES (1, ?, ?, 0) ON CONFLICT DO NOTHING',
      [newId(), ''],
    );
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

/** Connects without looking what is there. */
export async function connectTo({ data, databaseUrl }: Place): Promise<Database> {
  try {
    // Besides the database the folder holds the list of what was redacted.
    await mkdir(data, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new DatabaseTrouble('readOnly', error);
  }
  return databaseUrl ? postgresDatabase(databaseUrl) : sqliteDatabase(sqliteFile(data));
}
