import type { Database, Transaction, Value } from '../database/database.ts';
import { marks } from '../database/database.ts';
import { removeUnowned } from './attachments.ts';
import { nextNumbers, tellNews } from './entries.ts';
import { noteForgotten } from './forgotten.ts';

/** What somebody said, to be removed here and on every tablet. Ids that are not here yet are removed when they come. */
export type Redaction = { workshop: string; ids: readonly string[]; by: string };

const SOME = 500;
const ATTACHMENT_NAME = /[0-9a-f]{64}/g;

/**
 * Removes salt and body of entries, and remembers their ids. Each gets a new number, so that whoever had read it
 * reads it again, and removes it too. Gives how many had something to remove.
 */
export async function redact(database: Database, data: string, redaction: Redaction): Promise<number> {
  const { workshop, ids } = redaction;
  let removed = 0;
  for (let at = 0; at < ids.length; at += SOME) {
    const some = { ...redaction, ids: ids.slice(at, at + SOME) };
    // oxlint-disable-next-line no-await-in-loop
    removed += await database.transaction(async (tx) => {
      const count = await redactIn(tx, some);
      // Before the commit: what is removed stays removed even when the database has to come from a backup.
      await noteForgotten(
        data,
        some.ids.map((id) => ({ redacted: id, workshop })),
      );
      return count;
    });
  }
  await database.tidy();
  return removed;
}

/** The same within a transaction, without the list beside the database. At most 500 ids. */
export async function redactIn(tx: Transaction, { workshop, ids, by }: Redaction): Promise<number> {
  const last = await nextNumbers(tx, ids.length);
  const rows = await tx.all(
    `SELECT id, body FROM entry WHERE workshop = ? AND id IN (${marks(ids.length)}) AND body IS NOT NULL ORDER BY kept`,
    [workshop, ...ids],
  );
  let number = last - ids.length;
  for (const { id } of rows) {
    number += 1;
    // oxlint-disable-next-line no-await-in-loop
    await tx.all('UPDATE entry SET salt = NULL, body = NULL, kept = ? WHERE id = ?', [number, String(id)]);
  }
  const at = new Date().toISOString();
  const values = ids.flatMap((id): Value[] => [id, workshop, by, at]);
  await tx.all(
    `INSERT INTO redaction (id, workshop, done_by, done_at) VALUES ${ids.map(() => '(?, ?, ?, ?)').join(', ')}
     ON CONFLICT (id) DO NOTHING`,
    values,
  );
  await removeUnnamed(tx, workshop, rows.map(({ body }) => String(body)).join('\n'));
  if (rows.length > 0) await tellNews(tx, workshop, number, 0);
  return rows.length;
}

/** Photos and recordings that only the removed entries named go with them. Bodies are not opened, only searched. */
async function removeUnnamed(tx: Transaction, workshop: string, words: string): Promise<void> {
  for (const name of new Set(words.match(ATTACHMENT_NAME))) {
    // oxlint-disable-next-line no-await-in-loop
    await tx.all(
      `DELETE FROM attachment_of WHERE workshop = ? AND name = ?
       AND NOT EXISTS (SELECT 1 FROM entry WHERE workshop = ? AND body LIKE ?)`,
      [workshop, name, workshop, `%${name}%`],
    );
  }
  await removeUnowned(tx);
}
