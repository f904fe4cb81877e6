import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Me } from '#wire/door.ts';
import { audit } from '../audit/audit.ts';
import type { Database } from '../database/database.ts';
import { Refusal } from '#wire/refusal.ts';
import { asMe, findAccount, type KeptAccount } from './accounts.ts';
import { hashPassword, isDated, isPassword } from './passwords.ts';
import { giveCookie, signInHere, signOutEverywhere } from './signed-in.ts';
import { aimedAtName, aimedFrom, countTry, forgiveTry } from './tries.ts';
import { isWeak } from './weak.ts';

type Here = { database: Database; request: FastifyRequest; reply: FastifyReply };

/** The same answer for a wrong password, a name that nobody has, and an account that is switched off. */
const wrong = (code: string): Refusal =>
  new Refusal(
    403,
    code,
    'The name or the password is not right. Try again, or ask an organiser for a new link.',
  );

const weak = (): Refusal =>
  new Refusal(
    400,
    'weak-password',
    'This password is too short or too easy to guess. Choose at least 12 letters, for example four words of your own.',
  );

/** What is kept of a new password. Refuses one that a stranger would try early. */
export async function hashOfNew(password: string, own: { name: string; signIn: string }): Promise<string> {
  if (isWeak(password, [own.name, own.signIn])) throw weak();
  return hashPassword(password);
}

/** Signs in by name and password, or refuses; each try is counted before it is made. */
export async function signInByPassword(here: Here, signIn: string, password: string): Promise<Me> {
  const { database, request } = here;
  const aims = [aimedAtName(signIn), aimedFrom(request.ip)] as const;
  await countTry(database, aims, Date.now());
  const account = await findAccount(database, 'sign_in', signIn);
  const kept = account && !account.off ? account.hash : null;
  if (!(await isPassword(password, kept)) || !account || kept === null) {
    await audit(database, { kind: 'nobody' }, 'sign-in-failed', account?.id);
    throw wrong('wrong-sign-in');
  }
  const again = isDated(kept) ? await hashPassword(password) : kept;
  const secret = await database.transaction(async (tx) => {
    // What was true before the password was checked may not be any more.
    const [same] = await tx.all(
      'UPDATE account SET password = ? WHERE id = ? AND password = ? AND off = 0 RETURNING id',
      [again, account.id, kept],
    );
    if (!same) throw wrong('wrong-sign-in');
    await forgiveTry(tx, ...aims);
    await audit(tx, { ...account, kind: 'account' }, 'signed-in', account.id);
    return signInHere(tx, request, account.id);
  });
  return welcomeIn(here, account, secret);
}

/** Changes the own password: whoever knew the old one is signed out everywhere. */
export async function changeOwnPassword(
  here: Here,
  id: string,
  current: string,
  password: string,
): Promise<Me> {
  const { database, request } = here;
  const aims = [aimedAtName(`password of ${id}`), aimedFrom(request.ip)] as const;
  await countTry(database, aims, Date.now());
  const account = await findAccount(database, 'id', id);
  if (!account || !(await isPassword(current, account.hash))) throw wrong('wrong-password');
  const hash = await hashOfNew(password, account);
  const secret = await database.transaction(async (tx) => {
    await forgiveTry(tx, ...aims);
    await tx.all('UPDATE account SET password = ? WHERE id = ?', [hash, id]);
    await tx.all('DELETE FROM door_link WHERE account = ?', [id]);
    await signOutEverywhere(tx, id);
    await audit(tx, { ...account, kind: 'account' }, 'password-changed', id);
    return signInHere(tx, request, id);
  });
  return welcomeIn(here, account, secret);
}

/** After the commit: the cookie, and who it is. */
export function welcomeIn({ request, reply }: Here, account: KeptAccount, secret: string): Me {
  giveCookie(request, reply, secret);
  return asMe(account);
}
