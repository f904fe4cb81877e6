import {
  changePassword,
  lookAtDoor,
  makeFirst,
  readLink,
  signInRoute,
  signOut,
  spendLink,
} from '#wire/door.ts';
import { audit } from '../audit/audit.ts';
import type { Hub } from '../hub.ts';
import { refusals } from '../server/refusal.ts';
import { asMe, findAccount, holdDoor, makeAccount } from './accounts.ts';
import { isEmpty, linkOf, linkOver, spend } from './links.ts';
import { mustBeOwnPage } from './own-page.ts';
import { changeOwnPassword, hashOfNew, signInByPassword, welcomeIn } from './sign-in.ts';
import { signInHere, signOutEverywhere, signOutHere, takeCookie } from './signed-in.ts';

/** Signing in and out, the first account, and what one-time links do. */
export function doorArea({ serve, database, council }: Hub): void {
  serve(lookAtDoor, async ({ who }) => {
    const account = who.kind === 'account' ? await findAccount(database, 'id', who.id) : undefined;
    return {
      me: account ? asMe(account) : null,
      empty: !account && (await isEmpty(database)),
      council: council?.name ?? null,
    };
  });

  serve(signInRoute, async ({ body, request, reply }) => {
    mustBeOwnPage(request);
    return { me: await signInByPassword({ database, request, reply }, body.signIn, body.password) };
  });

  serve(signOut, async ({ body, who, request, reply }) => {
    mustBeOwnPage(request);
    await database.transaction(async (tx) => {
      if (who.kind === 'account') {
        await audit(tx, who, body.everywhere ? 'signed-out-everywhere' : 'signed-out', who.id);
        if (body.everywhere) await signOutEverywhere(tx, who.id);
      }
      await signOutHere(tx, request);
    });
    takeCookie(request, reply);
    return {};
  });

  serve(changePassword, async ({ body, who, request, reply }) => {
    if (who.kind !== 'account') throw refusals.notSignedIn();
    const here = { database, request, reply };
    return { me: await changeOwnPassword(here, who.id, body.current, body.password) };
  });

  serve(makeFirst, async ({ body, request, reply }) => {
    mustBeOwnPage(request);
    const { secret, password, ...own } = body;
    if ((await linkOf(database, secret)).purpose !== 'first') throw linkOver();
    const hash = await hashOfNew(password, own);
    const made = await database.transaction(async (tx) => {
      await holdDoor(tx);
      if ((await spend(tx, secret)).purpose !== 'first' || !(await isEmpty(tx))) throw linkOver();
      await tx.all("DELETE FROM door_link WHERE purpose = 'first'");
      const id = await makeAccount(tx, { ...own, role: 'organiser', hash });
      await audit(tx, { kind: 'account', id, name: own.name, role: 'organiser' }, 'first-account', id);
      return { account: await findAccount(tx, 'id', id), cookie: await signInHere(tx, request, id) };
    });
    if (!made.account) throw linkOver();
    return { me: welcomeIn({ database, request, reply }, made.account, made.cookie) };
  });

  serve(readLink, async ({ body, request }) => {
    mustBeOwnPage(request);
    const { purpose, account } = await linkOf(database, body.secret);
    const found = await findAccount(database, 'id', account);
    if (purpose !== 'first' && (!found || found.off)) throw linkOver();
    return { purpose, name: found?.name ?? '', signIn: found?.signIn ?? '' };
  });

  serve(spendLink, async ({ body, request, reply }) => {
    mustBeOwnPage(request);
    const link = await linkOf(database, body.secret);
    const account = await findAccount(database, 'id', link.account);
    if (!account || account.off) throw linkOver();
    const hash = await hashOfNew(body.password, account);
    const cookie = await database.transaction(async (tx) => {
      await spend(tx, body.secret);
      const [on] = await tx.all('UPDATE account SET password = ? WHERE id = ? AND off = 0 RETURNING id', [
        hash,
        account.id,
      ]);
      if (!on) throw linkOver();
      // Whoever came in with what is forgotten now is out.
      await signOutEverywhere(tx, account.id);
      const what = link.purpose === 'reset' ? 'password-reset' : 'account-joined';
      await audit(tx, { ...account, kind: 'account' }, what, account.id);
      return signInHere(tx, request, account.id);
    });
    return { me: welcomeIn({ database, request, reply }, { ...account, password: true }, cookie) };
  });
}
