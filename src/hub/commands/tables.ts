import type { Database, Queries } from '../database/database.ts';

type Kind = Database['kind'];

/** Secrets that live for minutes or days: nobody should get in by an old copy of them. */
const SHORT_LIVED: ReadonlySet<string> = new Set([
  'signed_in',
  'door_link',
  'door_try',
  'door_flow',
  'pairing',
]);
/** What was made from entries is made anew from them. */
const isDerived = (table: string): boolean => table.startsWith('report_');

/** The tables that a backup holds. */
export async function tablesToKeep(kind: Kind, queries: Queries): Promise<string[]> {
  const tables = await allTables(kind, queries);
  return tables.filter((table) => table !== 'migration' && !SHORT_LIVED.has(table) && !isDerived(table));
}

/**
 * What a hub in a hall needs to know the people and tablets of the office, and nothing that anybody said: ids of what
 * was removed are among it, so that it is not taken in there either.
 */
export const DOORS: ReadonlySet<string> = new Set(['hub', 'account', 'tablet', 'redaction', 'discarded']);

async function allTables(kind: Kind, queries: Queries): Promise<string[]> {
  return names(
    await queries.all(
      kind === 'sqlite'
        ? `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual')
           AND name NOT LIKE 'sqlite@_%' ESCAPE '@' ORDER BY 1`
        : `SELECT table_name AS name FROM information_schema.tables
           WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY 1`,
    ),
  );
}

/** Empties the database of everything that a hub has put there. */
export async function dropEverything(kind: Kind, tx: Queries): Promise<void> {
  if (kind === 'sqlite') await tx.all('PRAGMA defer_foreign_keys = ON');
  const views = names(
    await tx.all(
      kind === 'sqlite'
        ? "SELECT name FROM sqlite_master WHERE type = 'view'"
        : 'SELECT table_name AS name FROM information_schema.views WHERE table_schema = current_schema()',
    ),
  );
  const cascade = kind === 'postgres' ? 'CASCADE' : '';
  for (const view of views) await tx.all(`DROP VIEW IF EXISTS "${view}" ${cascade}`);
  for (const table of await allTables(kind, tx)) await tx.all(`DROP TABLE IF EXISTS "${table}" ${cascade}`);
  if (kind === 'sqlite') return;
  const routines = await tx.all(
    `SELECT pg_proc.oid::regprocedure::text AS name FROM pg_proc
     WHERE pronamespace = current_schema()::regnamespace
     AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')`,
  );
  for (const routine of names(routines)) await tx.all(`DROP ROUTINE IF EXISTS ${routine} CASCADE`);
}

/** The tables in such an order that what others refer to comes first. */
export async function byReference(kind: Kind, tx: Queries, tables: readonly string[]): Promise<string[]> {
  const references = await tx.all(
    kind === 'sqlite'
      ? `SELECT tables.name AS name, keys."table" AS refers FROM sqlite_master AS tables
         JOIN pragma_foreign_key_list(tables.name) AS keys WHERE tables.type = 'table'`
      : `SELECT relation.relname AS name, other.relname AS refers FROM pg_constraint AS key
         JOIN pg_class AS relation ON relation.oid = key.conrelid
         JOIN pg_class AS other ON other.oid = key.confrelid
         WHERE key.contype = 'f' AND key.connamespace = current_schema()::regnamespace`,
  );
  const ordered = new Set<string>();
  const add = (table: string, above: readonly string[]): void => {
    if (ordered.has(table) || above.includes(table)) return;
    for (const { name, refers } of references) if (name === table) add(String(refers), [...above, table]);
    ordered.add(table);
  };
  for (const table of tables) add(table, []);
  return [...ordered].filter((table) => tables.includes(table));
}

/** Lets numbers that PostgreSQL gives by itself go on after those that were put in. */
export async function goOnCounting(kind: Kind, tx: Queries): Promise<void> {
  if (kind === 'sqlite') return;
  const columns = await tx.all(
    `SELECT table_name AS name, column_name AS field FROM information_schema.columns
     WHERE table_schema = current_schema() AND is_identity = 'YES'`,
  );
  for (const { name, field } of columns) {
    const [table, column] = [String(name), String(field)];
    await tx.all(
      `SELECT setval(pg_get_serial_sequence(?, ?), COALESCE(MAX("${column}"), 0) + 1, false) FROM "${table}"`,
      [`"${table}"`, column],
    );
  }
}

const names = (rows: readonly Readonly<Record<string, unknown>>[]): string[] =>
  rows.map(({ name }) => String(name));
