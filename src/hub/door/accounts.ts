import * as v from 'valibot';
import { newId } from '#workshop/entry.ts';
import { officeRoles, type OfficeRole } from '#wire/route.ts';
import { AccountSchema, type Account, type Me } from '#wire/door.ts';
import type { Queries, Row } from '../database/database.ts';
import { Refusal } from '#wire/refusal.ts';

/** An account as it is kept. */
export type KeptAccount = Account & { hash: string | null; roleByClaim: boolean };
export type NewAccount = {
  name: string;
  signIn: string;
  role: OfficeRole;
  hash?: string;
  subject?: string;
  /** The council's sign-in says at each coming which role it is. */
  roleByClaim?: boolean;
};

/**
 * The lock of the hub's one row: whoever decides by looking at several accounts (is there none? is this the last
 * organiser?) does it one after the other, on any number of processes.
 */
export async function holdDoor(tx: Queries): Promise<void> {
  await tx.all('UPDATE hub SET kept = kept WHERE one = 1');
}

export async function allAccounts(database: Queries): Promise<KeptAccount[]> {
  return (await database.all('SELECT * FROM account ORDER BY off, name, id')).map(read);
}

/** The account that has this in this column. */
export async function findAccount(
  database: Queries,
  column: 'id' | 'sign_in' | 'subject',
  value: string,
): Promise<KeptAccount | undefined> {
  const [row] = await database.all(`SELECT * FROM account WHERE ${column} = ?`, [value]);
  return row && read(row);
}

/** Makes an account. The lock must be held. */
export async function makeAccount(tx: Queries, account: NewAccount): Promise<string> {
  const { name, signIn, role, hash = null, subject = null, roleByClaim = false } = account;
  if (await findAccount(tx, 'sign_in', signIn)) {
    throw new Refusal(409, 'name-taken', 'Somebody signs in with this name already. Choose another one.');
  }
  const id = newId();
  await tx.all(
    `INSERT INTO account (id, name, sign_in, role, password, subject, role_by_claim, off, made_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?)`,
    [id, name, signIn, role, hash, subject, roleByClaim ? 1 : 0, new Date().toISOString()],
  );
  return id;
}

/** Refuses what would leave the office without an organiser who can sign in. The lock must be held. */
export async function mustLeaveAnOrganiser(tx: Queries, leaving: string): Promise<void> {
  const able = (await allAccounts(tx)).filter(
    ({ role, off, password, council }) => role === 'organiser' && !off && (password || council),
  );
  if (able.some(({ id }) => id !== leaving) || able.length === 0) return;
  throw new Refusal(
    409,
    'last-organiser',
    'This is the only organiser who can sign in. Make somebody else an organiser first.',
  );
}

export const asMe = ({ id, name, signIn, role, password }: KeptAccount): Me => ({
  id,
  name,
  signIn,
  role,
  password,
});

/** Without its hash: what the schema does not name is left out. */
export const asAccount = (kept: KeptAccount): Account => v.parse(AccountSchema, kept);

function read(row: Row): KeptAccount {
  return {
    id: String(row.id),
    name: String(row.name),
    signIn: String(row.sign_in),
    role: v.parse(v.picklist(officeRoles), row.role),
    off: Number(row.off) === 1,
    password: row.password !== null,
    council: row.subject !== null,
    madeAt: String(row.made_at),
    lastIn: typeof row.last_in === 'string' ? row.last_in : null,
    hash: typeof row.password === 'string' ? row.password : null,
    roleByClaim: Number(row.role_by_claim) === 1,
  };
}
