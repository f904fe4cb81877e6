import { audit } from '../audit/audit.ts';
import type { Database, Queries } from '../database/database.ts';
import type { Who } from '../server/who.ts';
import { refusals } from '../server/refusal.ts';

/** Every tablet: what a workshop is given to when it is given to all. */
export const ALL = '';

/** The workshops of a tablet are those it handed in some of, and those that were given to it or to all. */
const ON_TABLET = `SELECT workshop FROM handed_in WHERE tablet = ?
  UNION SELECT workshop FROM given WHERE tablet = ? OR tablet = '${ALL}'`;

/** Refuses a tablet that a workshop is not on, as if there were no such workshop. People of the office may read all. */
export async function mustReach(queries: Queries, who: Who, workshop: string): Promise<void> {
  if (who.kind !== 'tablet') return;
  const rows = await queries.all(`SELECT 1 WHERE ? IN (${ON_TABLET})`, [workshop, who.id, who.id]);
  if (rows.length === 0) throw refusals.notFound();
}

/** Every workshop on a tablet: how far it has come here, and whether the office has discarded it. */
export async function workshopsOn(
  queries: Queries,
  tablet: string,
): Promise<{ workshop: string; cursor: number; discarded: boolean }[]> {
  const rows = await queries.all(
    `SELECT mine.workshop, COALESCE(workshop."last", 0) AS reached, discarded.workshop AS gone
     FROM (${ON_TABLET}) AS mine
     LEFT JOIN workshop ON workshop.workshop = mine.workshop
     LEFT JOIN discarded ON discarded.workshop = mine.workshop
     ORDER BY mine.workshop`,
    [tablet, tablet],
  );
  return rows.map(({ workshop, reached, gone }) => ({
    workshop: String(workshop),
    cursor: Number(reached),
    discarded: gone !== null,
  }));
}

/** The tablets that a workshop is on, to tell them of it. ALL stands among them when it was given to all. */
export async function tabletsWith(queries: Queries, workshop: string): Promise<ReadonlySet<string>> {
  const rows = await queries.all(
    'SELECT tablet FROM handed_in WHERE workshop = ? UNION SELECT tablet FROM given WHERE workshop = ?',
    [workshop, workshop],
  );
  return new Set(rows.map(({ tablet }) => String(tablet)));
}

/** Puts a workshop on these tablets and no others, besides those that handed some of it in. */
export async function give(
  database: Database,
  workshop: string,
  to: readonly string[],
  who: Who,
): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.all('DELETE FROM given WHERE workshop = ?', [workshop]);
    for (const tablet of new Set(to)) {
      await tx.all('INSERT INTO given (workshop, tablet) VALUES (?, ?)', [workshop, tablet]);
    }
    await audit(tx, who, 'workshop-shared', workshop);
    const [row] = await tx.all('SELECT "last" AS reached FROM workshop WHERE workshop = ?', [workshop]);
    await tx.notify(JSON.stringify({ workshop, cursor: Number(row?.reached ?? 0) }));
  });
}

/**
 * Remembers that a tablet handed in some of these workshops. Told once per tablet, workshop and process; a tablet
 * that gets no answer because this failed hands in again.
 */
export function rememberHandIns(database: Database) {
  const known = new Set<string>();
  return async (tablet: string, workshops: readonly string[]): Promise<void> => {
    const fresh = workshops.filter((workshop) => !known.has(`${tablet} ${workshop}`));
    if (fresh.length === 0) return;
    await database.transaction(async (tx) => {
      for (const workshop of fresh) {
        await tx.all('INSERT INTO handed_in (workshop, tablet) VALUES (?, ?) ON CONFLICT DO NOTHING', [
          workshop,
          tablet,
        ]);
      }
    });
    fresh.forEach((workshop) => known.add(`${tablet} ${workshop}`));
  };
}
