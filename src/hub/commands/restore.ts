import { audit } from '../audit/audit.ts';
import type { Database, Queries, Row, Transaction, Value } from '../database/database.ts';
import { marks } from '../database/database.ts';
import { migrateIn, type Migration } from '../database/migrate.ts';
import { migrations } from '../database/migrations/all.ts';
import { DatabaseTrouble } from '../database/trouble.ts';
import { discardIn } from '../store/discard.ts';
import { beginEpoch } from '../store/epoch.ts';
import { noteForgotten, readForgotten, type Forgotten } from '../store/forgotten.ts';
import { redactIn } from '../store/redact.ts';
import { lookThrough, readBackup } from './backup-file.ts';
import { byReference, dropEverything, goOnCounting } from './tables.ts';

const SOME_ROWS = 40;
const SOME_IDS = 500;
const DEED = 'at, who_kind, who, who_name, what, about';

export type Restored = { made: string; rows: number; redacted: number; discarded: number };

/**
 * Puts a backup in the place of all that is in the database: all of it, or nothing changes. What was removed for
 * good since the backup is removed again, and a new epoch lets every tablet hand in what the backup does not have.
 */
export async function restore(database: Database, data: string, path: string): Promise<Restored> {
  const { made, migrations: wanted, rows } = await lookThrough(path);
  const steps = migrations.filter(({ number }) => wanted.includes(number));
  if (steps.length !== wanted.length) throw new DatabaseTrouble('newer');
  const before = await whatStays(database, made);
  // What only the database knew of: it is about to be emptied.
  await noteForgotten(data, await lacking(data, before.forgotten));
  const done = await database.transaction(async (tx) => {
    await dropEverything(database.kind, tx);
    await putBack(database.kind, tx, path, steps);
    await migrateIn(database.kind, tx);
    for (const id of before.revoked) await tx.all('UPDATE tablet SET revoked = 1 WHERE id = ?', [id]);
    for (const id of before.off) await tx.all('UPDATE account SET off = 1 WHERE id = ?', [id]);
    // A restore is no way to make undone who did what. Some of it may be in the backup already.
    const there = (await tx.all(`SELECT ${DEED} FROM audit WHERE at > ?`, [made])).map(textsOf);
    const known = new Set(there.map((texts) => JSON.stringify(texts)));
    const lost = before.deeds.map(textsOf).filter((texts) => !known.has(JSON.stringify(texts)));
    await tx.insert(`audit (${DEED})`, lost);
    return beginAgainIn(database.kind, tx, data);
  });
  await database.tidy();
  return { made, rows, ...done };
}

/** The same for a database that came back by other means, as by PostgreSQL's own: a new epoch, and the list applied. */
export async function beginAgain(
  database: Database,
  data: string,
): Promise<Pick<Restored, 'redacted' | 'discarded'>> {
  const done = await database.transaction((tx) => beginAgainIn(database.kind, tx, data));
  await database.tidy();
  return done;
}

async function beginAgainIn(kind: Database['kind'], tx: Transaction, data: string) {
  await beginEpoch(tx);
  const done = await forgetAgain(kind, tx, await readForgotten(data));
  await audit(tx, { kind: 'hub' }, 'restored');
  return done;
}

/** In pieces and by table: foreign keys need what others refer to first. */
async function putBack(kind: Database['kind'], tx: Transaction, path: string, known: readonly Migration[]) {
  await migrateIn(kind, tx, known);
  const tables = new Set<string>();
  for await (const part of readBackup(path)) if (!Array.isArray(part)) tables.add(part.table);
  const ordered = kind === 'sqlite' ? [undefined] : await byReference(kind, tx, [...tables]);
  // A migration may have put a row there itself; the one of the backup is the later one.
  for (const table of tables) {
    const there = await tx.all(`SELECT 1 FROM "${table}" LIMIT 1`);
    if (there.length > 0) await tx.all(`DELETE FROM "${table}"`);
  }
  // SQLite looks at what refers to what only when all is there. PostgreSQL looks at once: one pass for each table.
  for (const only of ordered) {
    let rows: Value[][] = [];
    let into = { table: '', columns: [] as string[] };
    const put = async () => {
      if (rows.length === 0) return;
      const columns = into.columns.map((column) => `"${column}"`).join(', ');
      const values = rows.map((row) => `(${marks(row.length)})`).join(', ');
      const overriding = kind === 'postgres' ? 'OVERRIDING SYSTEM VALUE' : '';
      await tx.all(`INSERT INTO "${into.table}" (${columns}) ${overriding} VALUES ${values}`, rows.flat());
      rows = [];
    };
    for await (const part of readBackup(path)) {
      if (Array.isArray(part)) {
        if (only === undefined || into.table === only) rows.push(part);
        if (rows.length === SOME_ROWS) await put();
      } else {
        await put();
        into = part;
      }
    }
    await put();
  }
  await goOnCounting(kind, tx);
}

/** What must not be undone by an older copy: what was removed for good, who was shut out, and who did what. */
async function whatStays(database: Database, made: string) {
  // Where there is no such table yet, or the file is damaged, there is nothing to be asked.
  const ask = (text: string, values?: Value[]): Promise<Row[]> => database.all(text, values).catch(() => []);
  const redacted = await ask('SELECT id, workshop FROM redaction');
  const discarded = await ask('SELECT workshop FROM discarded');
  const forgotten: Forgotten[] = [
    ...redacted.map(({ id, workshop }) => ({ redacted: String(id), workshop: String(workshop) })),
    ...discarded.map(({ workshop }) => ({ discarded: String(workshop) })),
  ];
  const revoked = (await ask('SELECT id FROM tablet WHERE revoked = 1')).map(({ id }) => String(id));
  const off = (await ask('SELECT id FROM account WHERE off = 1')).map(({ id }) => String(id));
  const deeds = await ask(`SELECT ${DEED} FROM audit WHERE at > ? ORDER BY number`, [made]);
  return { forgotten, revoked, off, deeds };
}

const textsOf = (row: Row): string[] => Object.values(row).map(String);

async function lacking(data: string, lines: readonly Forgotten[]): Promise<Forgotten[]> {
  const there = new Set((await readForgotten(data)).map((line) => JSON.stringify(line)));
  return lines.filter((line) => !there.has(JSON.stringify(line)));
}

/** Removes again what was ever removed. Gives how much of it the backup still had. */
async function forgetAgain(kind: Database['kind'], tx: Transaction, lines: readonly Forgotten[]) {
  const gone = new Set(lines.flatMap((line) => ('discarded' in line ? [line.discarded] : [])));
  const ids = Map.groupBy(
    lines.flatMap((line) => ('redacted' in line && !gone.has(line.workshop) ? [line] : [])),
    ({ workshop }) => workshop,
  );
  let discarded = 0;
  for (const workshop of gone) {
    discarded += (await hasEntries(tx, workshop)) ? 1 : 0;
    await discardIn(kind, tx, workshop, 'restore');
  }
  let redacted = 0;
  for (const [workshop, some] of ids) {
    const all = [...new Set(some.map((line) => line.redacted))];
    for (let at = 0; at < all.length; at += SOME_IDS) {
      redacted += await redactIn(tx, { workshop, ids: all.slice(at, at + SOME_IDS), by: 'restore' });
    }
  }
  return { redacted, discarded };
}

async function hasEntries(queries: Queries, workshop: string): Promise<boolean> {
  return (await queries.all('SELECT 1 FROM entry WHERE workshop = ? LIMIT 1', [workshop])).length > 0;
}
