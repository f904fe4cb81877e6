import { audit } from '../audit/audit.ts';
import type { Database } from '../database/database.ts';
import { findAccount } from '../door/accounts.ts';
import { LINK_HOURS, newLink } from '../door/links.ts';

/**
 * A one-time link for somebody whom no organiser can help: the only organiser has forgotten the password. Whoever
 * may start the hub may do this; it stands in the audit trail.
 */
export async function linkFor(
  database: Database,
  signIn: string,
): Promise<{ secret: string; hours: number } | undefined> {
  return database.transaction(async (tx) => {
    const account = await findAccount(tx, 'sign_in', signIn.trim().normalize('NFKC').toLowerCase());
    if (!account || account.off) return undefined;
    await audit(tx, { kind: 'hub' }, 'account-linked', account.id);
    return { secret: await newLink(tx, 'reset', account.id), hours: LINK_HOURS.reset };
  });
}
