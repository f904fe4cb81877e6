import type { Database, Transaction } from '../database/database.ts';
import { audit, type Doer } from '../audit/audit.ts';
import { discardIn } from '../store/discard.ts';
import { nextNumbers } from '../store/entries.ts';
import { noteForgotten } from '../store/forgotten.ts';
import { redactIn } from '../store/redact.ts';

type Place = { database: Database; data: string };

/**
 * Removes a workshop for good, if `isStill` says so once nobody else can change it. Tells whether it was removed
 * here and now: of two processes only one does it.
 */
export async function removeWorkshop(
  { database, data }: Place,
  workshop: string,
  by: Doer,
  isStill: (tx: Transaction) => Promise<boolean> = async () => true,
): Promise<boolean> {
  const removed = await database.transaction(async (tx) => {
    // The lock of the hub's row: nothing is kept meanwhile, such as a later date.
    await nextNumbers(tx, 0);
    const gone = await tx.all('SELECT 1 FROM discarded WHERE workshop = ?', [workshop]);
    const known = await tx.all('SELECT 1 FROM workshop WHERE workshop = ?', [workshop]);
    if (gone.length > 0 || known.length === 0 || !(await isStill(tx))) return false;
    await discardIn(database.kind, tx, workshop, nameOf(by));
    await audit(tx, by, 'discarded', workshop);
    // Before the commit: a backup from before it cannot bring back what was removed.
    await noteForgotten(data, [{ discarded: workshop }]);
    return true;
  });
  if (removed) await database.tidy();
  return removed;
}

/** Removes for good what these entries say. Gives how many had something to remove. */
export async function removeWords(
  { database, data }: Place,
  workshop: string,
  ids: readonly string[],
  by: Doer,
): Promise<number> {
  const removed = await database.transaction(async (tx) => {
    const count = await redactIn(tx, { workshop, ids, by: nameOf(by) });
    await audit(tx, by, 'redacted', workshop);
    await noteForgotten(
      data,
      ids.map((id) => ({ redacted: id, workshop })),
    );
    return count;
  });
  await database.tidy();
  return removed;
}

const nameOf = (by: Doer): string => (by.kind === 'account' || by.kind === 'tablet' ? by.id : by.kind);
