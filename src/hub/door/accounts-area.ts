import { changeAccount, invite, listAccounts, makeLink, signOthersOut } from '#wire/door.ts';
import { audit } from '../audit/audit.ts';
import type { Queries } from '../database/database.ts';
import type { Hub } from '../hub.ts';
import { refusals } from '../server/refusal.ts';
import {
  allAccounts,
  asAccount,
  findAccount,
  holdDoor,
  makeAccount,
  mustLeaveAnOrganiser,
  type KeptAccount,
} from './accounts.ts';
import { LINK_HOURS, newLink } from './links.ts';
import { signOutEverywhere } from './signed-in.ts';

/** What organisers do with the accounts of others. */
export function accountsArea({ serve, database }: Hub): void {
  serve(listAccounts, async () => ({ accounts: (await allAccounts(database)).map(asAccount) }));

  serve(invite, async ({ body, who }) =>
    database.transaction(async (tx) => {
      await holdDoor(tx);
      const account = await makeAccount(tx, body);
      await audit(tx, who, 'account-invited', account);
      return { account, secret: await newLink(tx, 'invited', account), hours: LINK_HOURS.invited };
    }),
  );

  serve(makeLink, async ({ params, who }) =>
    database.transaction(async (tx) => {
      const { id, off, password, council } = await findOr404(tx, params.account);
      if (off) throw refusals.notFound();
      const purpose = password || council ? 'reset' : 'invited';
      await audit(tx, who, 'account-linked', id);
      return { account: id, secret: await newLink(tx, purpose, id), hours: LINK_HOURS[purpose] };
    }),
  );

  serve(changeAccount, async ({ params, body, who }) =>
    database.transaction(async (tx) => {
      await holdDoor(tx);
      const { id, off, role } = await findOr404(tx, params.account);
      if (body.off || body.role !== 'organiser') await mustLeaveAnOrganiser(tx, id);
      await tx.all('UPDATE account SET name = ?, role = ?, off = ? WHERE id = ?', [
        body.name,
        body.role,
        body.off ? 1 : 0,
        id,
      ]);
      if (body.role !== role) await tx.all('UPDATE account SET role_by_claim = 0 WHERE id = ?', [id]);
      if (body.off) {
        await tx.all('DELETE FROM door_link WHERE account = ?', [id]);
        await signOutEverywhere(tx, id);
      }
      const switched = body.off ? 'account-off' : 'account-on';
      await audit(tx, who, body.off === off ? 'account-changed' : switched, id);
      return {};
    }),
  );

  serve(signOthersOut, async ({ params, who }) =>
    database.transaction(async (tx) => {
      const { id } = await findOr404(tx, params.account);
      await signOutEverywhere(tx, id);
      await audit(tx, who, 'signed-out-everywhere', id);
      return {};
    }),
  );
}

async function findOr404(tx: Queries, id: string): Promise<KeptAccount> {
  const account = await findAccount(tx, 'id', id);
  if (!account) throw refusals.notFound();
  return account;
}
