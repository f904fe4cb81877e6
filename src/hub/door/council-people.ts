import { audit } from '../audit/audit.ts';
import type { Queries } from '../database/database.ts';
import { Refusal } from '#wire/refusal.ts';
import { findAccount, holdDoor, makeAccount, mustLeaveAnOrganiser, type KeptAccount } from './accounts.ts';
import type { Council, CouncilPerson } from './council.ts';
import { linkOver, spendByHash } from './links.ts';

/**
 * The account of somebody whom the provider has signed in, or undefined: recognised is not invited. An account is
 * joined to a person only by its one-time link, never by an e-mail address, which a provider may let people choose.
 */
export async function letIn(
  tx: Queries,
  council: Council,
  person: CouncilPerson,
  link: string | undefined,
): Promise<string | undefined> {
  await holdDoor(tx);
  if (link !== undefined) await join(tx, person, link);
  const known = await findAccount(tx, 'subject', person.subject);
  if (known?.off) return undefined;
  // Where the provider says who does what, whoever has no role there has none here.
  if (council.people === 'all' && council.roleClaim && !person.role && (!known || known.roleByClaim))
    return undefined;
  const id = known ? await followRole(tx, known, person) : await makeNew(tx, council, person);
  if (id !== undefined)
    await audit(
      tx,
      { kind: 'account', id, name: known?.name ?? person.name, role: 'reader' },
      'signed-in',
      id,
    );
  return id;
}

async function join(tx: Queries, { subject }: CouncilPerson, link: string): Promise<void> {
  const { account } = await spendByHash(tx, link);
  const taken = await findAccount(tx, 'subject', subject);
  const invited = await findAccount(tx, 'id', account);
  if (!invited || invited.off || (taken && taken.id !== account)) throw linkOver();
  await tx.all('UPDATE account SET subject = ? WHERE id = ?', [subject, account]);
  await audit(tx, { ...invited, kind: 'account' }, 'account-joined', account);
}

async function followRole(tx: Queries, known: KeptAccount, { role }: CouncilPerson): Promise<string> {
  if (!known.roleByClaim || !role || role === known.role) return known.id;
  try {
    if (role !== 'organiser') await mustLeaveAnOrganiser(tx, known.id);
  } catch (error) {
    // The last organiser stays one, whatever the provider says: nobody else could mend it.
    if (error instanceof Refusal) return known.id;
    throw error;
  }
  await tx.all('UPDATE account SET role = ? WHERE id = ?', [role, known.id]);
  await audit(tx, { kind: 'hub' }, 'account-changed', known.id);
  return known.id;
}

async function makeNew(tx: Queries, council: Council, person: CouncilPerson): Promise<string | undefined> {
  if (council.people !== 'all') return undefined;
  const { name, subject, role = 'reader' } = person;
  // An address that somebody else signs in with stays theirs.
  const taken = await findAccount(tx, 'sign_in', person.signIn);
  const signIn = taken ? subject.replaceAll(' ', '#') : person.signIn;
  const id = await makeAccount(tx, {
    name,
    signIn,
    role,
    subject,
    roleByClaim: council.roleClaim !== undefined,
  });
  await audit(tx, { kind: 'hub' }, 'account-joined', id);
  return id;
}
