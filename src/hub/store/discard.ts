import * as v from 'valibot';
import type { OneNews } from '#wire/entries.ts';
import type { Database, Transaction } from '../database/database.ts';
import { removeUnowned } from './attachments.ts';
import { nextNumbers } from './entries.ts';

/** These name workshops, and must go on doing so: that they are gone, who did what, and which tablets are to hear it. */
const STAYS: ReadonlySet<string> = new Set(['discarded', 'redaction', 'audit', 'handed_in', 'given']);

/**
 * Removes a workshop with all that was made of it, and remembers its id: it is not kept again. The list beside the
 * database (forgotten.ts) is for the caller to write, before the commit.
 */
export async function discardIn(
  kind: Database['kind'],
  tx: Transaction,
  workshop: string,
  by: string,
): Promise<void> {
  const cursor = await nextNumbers(tx, 1);
  for (const table of await tablesOfWorkshops(kind, tx)) {
    await tx.all(`DELETE FROM "${table}" WHERE workshop = ?`, [workshop]);
  }
  await tx.all(
    `INSERT INTO discarded (workshop, "last", done_by, done_at) VALUES (?, ?, ?, ?) ON CONFLICT (workshop) DO NOTHING`,
    [workshop, cursor, by, new Date().toISOString()],
  );
  await removeUnowned(tx);
  await tx.notify(JSON.stringify({ workshop, cursor } satisfies OneNews));
}

/** Every table with a column `workshop`: so nobody who makes a table from entries has to remember to add it here. */
export async function tablesOfWorkshops(
  kind: Database['kind'],
  tx: Pick<Transaction, 'all'>,
): Promise<string[]> {
  const rows = await tx.all(
    kind === 'sqlite'
      ? `SELECT tables.name AS name FROM sqlite_master AS tables JOIN pragma_table_info(tables.name) AS columns
         WHERE tables.type = 'table' AND columns.name = 'workshop' ORDER BY 1`
      : `SELECT columns.table_name AS name FROM information_schema.columns AS columns
         JOIN information_schema.tables AS tables USING (table_schema, table_name)
         WHERE tables.table_type = 'BASE TABLE' AND columns.column_name = 'workshop'
         AND table_schema = current_schema() ORDER BY 1`,
  );
  return rows.map(({ name }) => v.parse(v.string(), name)).filter((name) => !STAYS.has(name));
}
