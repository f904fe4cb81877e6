import * as v from 'valibot';
import { SentEntrySchema } from '#wire/entries.ts';
import type { Entry } from '#workshop/entry.ts';
import { audit } from '../audit/audit.ts';
import type { Database } from '../database/database.ts';
import { refusals } from '../server/refusal.ts';
import { idOf, type Who } from '../server/who.ts';
import { keep } from '../store/entries.ts';

/** More than a day of workshops, and no more than a lost tablet may fill the disk with. */
const MOST_HELD = 20_000;
const MOST_HELD_BYTES = 50_000_000;
/** As many as a tablet hands in at a time. */
const AT_ONCE = 500;

/** Sets aside what a disconnected tablet hands in, apart from everything that is read. */
export async function hold(database: Database, who: Who, entries: readonly Entry[]): Promise<void> {
  const tablet = idOf(who);
  await database.transaction(async (tx) => {
    const [row] = await tx.all(
      'SELECT COUNT(*) AS entries, COALESCE(SUM(LENGTH(entry)), 0) AS bytes FROM held WHERE tablet = ?',
      [tablet],
    );
    const texts = entries.map((entry) => [entry, JSON.stringify(entry)] as const);
    const bytes = texts.reduce((sum, [, text]) => sum + text.length, Number(row?.bytes ?? 0));
    if (Number(row?.entries ?? 0) + texts.length > MOST_HELD || bytes > MOST_HELD_BYTES) return;
    // Once, or each of its many tries would be a line.
    if (Number(row?.entries) === 0) await audit(tx, who, 'held-began', tablet);
    for (const [{ id, workshop }, text] of texts) {
      await tx.all(
        'INSERT INTO held (tablet, id, workshop, entry) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
        [tablet, id, workshop, text],
      );
    }
  });
}

/** Keeps what was set aside of a tablet, or throws it away. Gives how many entries that were. */
export async function decide(database: Database, tablet: string, yes: boolean, who: Who): Promise<number> {
  const known = await database.all('SELECT 1 FROM tablet WHERE id = ?', [tablet]);
  if (known.length === 0) throw refusals.notFound();
  await database.transaction((tx) => audit(tx, who, yes ? 'held-kept' : 'held-dropped', tablet));
  let decided = 0;
  for (;;) {
    const rows = await database.all('SELECT id, entry FROM held WHERE tablet = ? ORDER BY id LIMIT ?', [
      tablet,
      AT_ONCE,
    ]);
    if (rows.length === 0) return decided;
    // Kept first, then taken away here: a stop in between keeps them once more, which changes nothing.
    if (yes) await keep(database, rows.map(readHeld), tablet);
    await database.transaction(async (tx) => {
      for (const { id } of rows)
        await tx.all('DELETE FROM held WHERE tablet = ? AND id = ?', [tablet, String(id)]);
    });
    decided += rows.length;
  }
}

const HeldSchema = v.pipe(v.string(), v.parseJson(), SentEntrySchema);
const readHeld = ({ entry }: Readonly<Record<string, unknown>>): Entry => v.parse(HeldSchema, entry);
