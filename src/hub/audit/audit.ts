import type { AuditFilter, Deed, Line } from '#wire/audit.ts';
import type { Queries, Value } from '../database/database.ts';
import type { Who } from '../server/who.ts';

/** The hub itself does things too, as when a keeping date has come. */
export type Doer = Who | { kind: 'hub' };

/**
 * Takes down what is being done, in the same transaction: it is there if and only if the deed is. `about` is the
 * id of the workshop, tablet or account. There is no place for anyone's words.
 */
export async function audit(tx: Queries, who: Doer, what: Deed, about = '', now = Date.now()): Promise<void> {
  const isKnown = who.kind === 'account' || who.kind === 'tablet';
  await tx.all('INSERT INTO audit (at, who_kind, who, who_name, what, about) VALUES (?, ?, ?, ?, ?, ?)', [
    new Date(now).toISOString(),
    who.kind,
    isKnown ? who.id : '',
    isKnown ? who.name : '',
    what,
    about,
  ]);
}

export type Page = AuditFilter & { before: number; most: number };

/** The newest lines that fit, at most `most`. */
export async function readLines(database: Queries, page: Page): Promise<Line[]> {
  const asked: [string, Value | undefined][] = [
    ['audit.number < ?', page.before],
    ['audit.what = ?', page.what],
    ['audit.who = ?', page.who],
    ['audit.about = ?', page.about],
    ['audit.at >= ?', page.from],
    // ISO times sort as text, and every time of a day is before this.
    ['audit.at <= ?', page.to === undefined ? undefined : `${page.to}T24`],
  ];
  const wanted = asked.filter((one): one is [string, Value] => one[1] !== undefined);
  const rows = await database.all(
    `SELECT audit.number, audit.at, audit.who_kind, audit.who, audit.who_name, audit.what, audit.about,
        COALESCE(account.name, tablet.name, '') AS about_name
      FROM audit
      LEFT JOIN account ON account.id = audit.about
      LEFT JOIN tablet ON tablet.id = audit.about
      WHERE ${wanted.map(([condition]) => condition).join(' AND ')}
      ORDER BY audit.number DESC LIMIT ?`,
    [...wanted.map(([, value]) => value), page.most],
  );
  return rows.map((row) => ({
    number: Number(row.number),
    at: String(row.at),
    who: { kind: kindOf(row.who_kind), id: String(row.who), name: String(row.who_name) },
    what: String(row.what),
    about: String(row.about),
    aboutName: String(row.about_name),
  }));
}

const kindOf = (kind: unknown): Line['who']['kind'] =>
  kind === 'account' || kind === 'tablet' || kind === 'hub' ? kind : 'nobody';
