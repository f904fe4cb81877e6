import { randomBytes } from 'node:crypto';
import type { Database, Queries } from '../database/database.ts';
import { Refusal } from '#wire/refusal.ts';
import { hashOfSecret } from '../tablets/tokens.ts';

const HOUR = 3_600_000;
/** How many hours a link works. The first one is new at every start. */
export const LINK_HOURS = { first: 24, invited: 7 * 24, reset: 24 } as const;
export type Purpose = keyof typeof LINK_HOURS;
export type DoorLink = { purpose: Purpose; account: string };

export const linkOver = (): Refusal =>
  new Refusal(
    410,
    'link-over',
    'This link was used already, or it is too old. Ask an organiser for a new one.',
  );

/** Makes a one-time link; the one before it for the same account is over. Only its hash is kept. */
export async function newLink(tx: Queries, purpose: Purpose, account: string): Promise<string> {
  const secret = randomBytes(32).toString('hex');
  await tx.all('DELETE FROM door_link WHERE account = ? OR ends < ?', [account, Date.now()]);
  await keep(tx, secret, purpose, account);
  return secret;
}

/**
 * The link to the first account, as long as there is none. What an earlier start has printed is over; two hubs
 * that start together on one database leave each other's link alone.
 */
export async function newFirstLink(database: Database): Promise<string | undefined> {
  return database.transaction(async (tx) => {
    if (!(await isEmpty(tx))) return undefined;
    const earlier = Date.now() + LINK_HOURS.first * HOUR - 60_000;
    await tx.all("DELETE FROM door_link WHERE purpose = 'first' AND ends < ?", [earlier]);
    const secret = randomBytes(32).toString('hex');
    await keep(tx, secret, 'first', null);
    return secret;
  });
}

/** Is there no account at all? */
export async function isEmpty(database: Queries): Promise<boolean> {
  return (await database.all('SELECT id FROM account LIMIT 1')).length === 0;
}

/** What a link is for. It stays usable. */
export async function linkOf(database: Queries, secret: string): Promise<DoorLink> {
  return read(
    await database.all('SELECT * FROM door_link WHERE hash = ? AND ends >= ?', [
      hashOfSecret(secret),
      Date.now(),
    ]),
  );
}

/** Uses a link up: of two at the same moment one gets it. */
export const spend = (tx: Queries, secret: string): Promise<DoorLink> =>
  spendByHash(tx, hashOfSecret(secret));

/** The same for who only has what is kept of it. */
export async function spendByHash(tx: Queries, hash: string): Promise<DoorLink> {
  return read(
    await tx.all('DELETE FROM door_link WHERE hash = ? AND ends >= ? RETURNING *', [hash, Date.now()]),
  );
}

async function keep(tx: Queries, secret: string, purpose: Purpose, account: string | null): Promise<void> {
  await tx.all('INSERT INTO door_link (hash, purpose, account, ends) VALUES (?, ?, ?, ?)', [
    hashOfSecret(secret),
    purpose,
    account,
    Date.now() + LINK_HOURS[purpose] * HOUR,
  ]);
}

function read([row]: readonly Readonly<Record<string, unknown>>[]): DoorLink {
  const purpose = row?.purpose;
  if (purpose !== 'first' && purpose !== 'invited' && purpose !== 'reset') throw linkOver();
  return { purpose, account: typeof row?.account === 'string' ? row.account : '' };
}
