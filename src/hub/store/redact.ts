import { marks, type Transaction } from '../database/database.ts';
import { removeUnowned } from './attachments.ts';
import { nextNumbers, tellNews } from './entries.ts';

/** What somebody said in a workshop, to be removed. Ids that are not here yet are removed when they come. */
export type Redaction = { workshop: string; ids: readonly string[]; by: string };

const ATTACHMENT_NAME = /[0-9a-f]{64}/g;

/**
 * Removes salt and body of at most 500 entries, and remembers their ids. Each gets a new number, so that whoever had
 * read it reads it again, and removes it too. Gives how many had something to remove. The list beside the database
 * (forgotten.ts) is for the caller to write, before the commit.
 */
export async function redactIn(tx: Transaction, { workshop, ids, by }: Redaction): Promise<number> {
  const last = await nextNumbers(tx, ids.length);
  const known = await tx.all(
    `SELECT id, workshop, body FROM entry WHERE id IN (${marks(ids.length)}) ORDER BY kept`,
    [...ids],
  );
  const rows = known.filter((row) => row.workshop === workshop && row.body !== null);
  const elsewhere = new Set(known.filter((row) => row.workshop !== workshop).map(({ id }) => id));
  let number = last - ids.length;
  for (const { id } of rows) {
    number += 1;
    await tx.all('UPDATE entry SET salt = NULL, body = NULL, kept = ? WHERE id = ?', [number, String(id)]);
  }
  const at = new Date().toISOString();
  for (const id of ids) {
    if (elsewhere.has(id)) continue;
    await tx.all(
      'INSERT INTO redaction (id, workshop, done_by, done_at) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING',
      [id, workshop, by, at],
    );
  }
  // What a disconnected tablet handed in waits apart from the entries.
  await tx.all(`DELETE FROM held WHERE workshop = ? AND id IN (${marks(ids.length)})`, [workshop, ...ids]);
  await removeUnnamed(tx, workshop, rows.map(({ body }) => String(body)).join('\n'));
  if (rows.length > 0) await tellNews(tx, workshop, number, 0);
  return rows.length;
}

/** Photos and recordings that only the removed entries named go with them. Bodies are not opened, only searched. */
async function removeUnnamed(tx: Transaction, workshop: string, words: string): Promise<void> {
  for (const name of new Set(words.match(ATTACHMENT_NAME))) {
    await tx.all(
      `DELETE FROM attachment_of WHERE workshop = ? AND name = ?
       AND NOT EXISTS (SELECT 1 FROM entry WHERE workshop = ? AND body LIKE ?)`,
      [workshop, name, workshop, `%${name}%`],
    );
  }
  await removeUnowned(tx);
}
