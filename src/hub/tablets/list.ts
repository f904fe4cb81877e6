import { audit } from '../audit/audit.ts';
import type { Database } from '../database/database.ts';
import { refusals } from '../server/refusal.ts';
import type { Who } from '../server/who.ts';

const SEEN_EVERY_MS = 20_000;

/** A tablet as the office sees it. */
export type ListedTablet = {
  id: string;
  name: string;
  pairedAt: string;
  lastSeen: string | null;
  unsent: number | null;
  version: string;
  revoked: boolean;
  held: number;
};

/** The tablets that were ever connected, by name. */
export async function listTablets(database: Database): Promise<ListedTablet[]> {
  const rows = await database.all(
    `SELECT tablet.*, (SELECT COUNT(*) FROM held WHERE held.tablet = tablet.id) AS held
     FROM tablet ORDER BY revoked, name, paired_at`,
  );
  return rows.map((row) => ({
    id: String(row.id),
    name: String(row.name),
    pairedAt: String(row.paired_at),
    lastSeen: typeof row.last_seen === 'string' ? row.last_seen : null,
    unsent: row.unsent === null ? null : Number(row.unsent),
    version: String(row.version),
    revoked: row.revoked === 1,
    held: Number(row.held),
  }));
}

/** Refuses a tablet from now on. */
export async function revoke(database: Database, tablet: string, who: Who): Promise<void> {
  await database.transaction(async (tx) => {
    const rows = await tx.all('UPDATE tablet SET revoked = 1 WHERE id = ? RETURNING id', [tablet]);
    if (rows.length === 0) throw refusals.notFound();
    await audit(tx, who, 'tablet-revoked', tablet);
    // Whoever follows the news is looked at again: this tablet no longer does.
    await tx.notify('');
  });
}

/** Takes down what a tablet says of itself. */
export async function keepState(
  database: Database,
  tablet: string,
  { unsent, version }: { unsent: number; version: string },
): Promise<void> {
  await database.all('UPDATE tablet SET last_seen = ?, unsent = ?, version = ? WHERE id = ?', [
    new Date().toISOString(),
    unsent,
    version,
    tablet,
  ]);
}

/** Takes down that a tablet was here, but not at its every step. It never holds up an answer. */
export function rememberSeen(database: Database): (tablet: string) => void {
  const last = new Map<string, number>();
  return (tablet) => {
    const now = performance.now();
    if (now - (last.get(tablet) ?? -SEEN_EVERY_MS) < SEEN_EVERY_MS) return;
    last.set(tablet, now);
    database
      .all('UPDATE tablet SET last_seen = ? WHERE id = ?', [new Date().toISOString(), tablet])
      .catch(() => last.delete(tablet));
  };
}
