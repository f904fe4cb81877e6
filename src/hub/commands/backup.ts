import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Database, Row, Snapshot, Value } from '../database/database.ts';
import { writeBackup, type BackupPart } from './backup-file.ts';
import { tablesToKeep } from './tables.ts';

/**
 * Writes everything that the hub keeps to one file, as it stands at this moment; the hub may go on. With `only`,
 * these tables alone.
 */
export async function backUp(
  database: Database,
  path: string,
  now: Date = new Date(),
  only?: ReadonlySet<string>,
): Promise<{ rows: number }> {
  await mkdir(dirname(path), { recursive: true });
  return database.snapshot(async (frozen) => {
    const done = await frozen.all('SELECT number FROM migration ORDER BY number');
    const head = { made: now.toISOString(), migrations: done.map(({ number }) => Number(number)) };
    return { rows: await writeBackup(path, head, everyPart(database.kind, frozen, only)) };
  });
}

async function* everyPart(
  kind: Database['kind'],
  frozen: Snapshot,
  only: ReadonlySet<string> | undefined,
): AsyncGenerator<BackupPart> {
  for (const table of await tablesToKeep(kind, frozen)) {
    if (only && !only.has(table)) continue;
    let columns: string[] | undefined;
    for await (const rows of frozen.rows(table)) {
      columns ??= Object.keys(rows[0] ?? {});
      yield { table, columns };
      for (const row of rows) yield columns.map((column) => valueOf(row, column));
    }
  }
}

function valueOf(row: Row, column: string): Value {
  const value = row[column];
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  if (value instanceof Uint8Array) return value;
  throw new Error(`The column ${column} holds what no backup can hold.`);
}
