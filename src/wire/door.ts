import * as v from 'valibot';
import { defineRoute, officeRoles, organisers, readers } from './route.ts';

/** Long rather than strange: no rules about figures and signs. */
export const MIN_PASSWORD = 12;
const MAX_PASSWORD = 200;

const wellFormed = v.check((text: string) => text.isWellFormed());
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const name = v.pipe(v.string(), wellFormed, v.trim(), v.minLength(1), v.maxLength(80));
/** What somebody signs in with, mostly their e-mail address. Capitals make no difference. */
const signIn = v.pipe(
  v.string(),
  wellFormed,
  v.maxLength(200),
  v.transform((text) => text.trim().normalize('NFKC').toLowerCase()),
  v.regex(/^[^\s\p{C}]{3,120}$/u),
);
/** Any text, so that a wrong one is answered as wrong. What is too short or known is refused by the hub in words. */
const password = v.pipe(v.string(), wellFormed, v.minLength(1), v.maxLength(MAX_PASSWORD));
const secret = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const role = v.picklist(officeRoles);

const MeSchema = v.object({ id, name: v.string(), signIn: v.string(), role, password: v.boolean() });
export type Me = v.InferOutput<typeof MeSchema>;

export const lookAtDoor = defineRoute({
  method: 'GET',
  path: '/v1/door',
  roles: ['anyone'],
  about: 'Says who is signed in on this browser, and which ways there are to sign in.',
  reply: v.object({
    me: v.nullable(MeSchema),
    /** There is no account yet: the first one is made by the link on the hub's terminal. */
    empty: v.boolean(),
    /** The name of the council's own sign-in, if the hub has one. */
    council: v.nullable(v.string()),
  }),
});

const DoneSchema = v.object({ me: MeSchema });

export const signInRoute = defineRoute({
  method: 'POST',
  path: '/v1/door/sign-in',
  roles: ['anyone'],
  about: 'Signs in with a name and a password, and sets the cookie.',
  body: v.strictObject({ signIn, password }),
  reply: DoneSchema,
});

export const signOut = defineRoute({
  method: 'POST',
  path: '/v1/door/sign-out',
  roles: ['anyone'],
  about: 'Signs out on this browser, or everywhere.',
  body: v.strictObject({ everywhere: v.optional(v.boolean(), false) }),
});

export const makeFirst = defineRoute({
  method: 'POST',
  path: '/v1/door/first',
  roles: ['anyone'],
  about: 'Makes the first account, an organiser, with the secret of the link on the hub\u2019s terminal.',
  body: v.strictObject({ secret, name, signIn, password }),
  reply: DoneSchema,
});

export const readLink = defineRoute({
  method: 'POST',
  path: '/v1/door/link',
  roles: ['anyone'],
  about: 'Says for whom and for what a one-time link is. It stays usable.',
  body: v.strictObject({ secret }),
  reply: v.object({
    purpose: v.picklist(['first', 'invited', 'reset']),
    name: v.string(),
    signIn: v.string(),
  }),
});

export const spendLink = defineRoute({
  method: 'POST',
  path: '/v1/door/link/use',
  roles: ['anyone'],
  about: 'Sets a password with a one-time link, and signs in. The link is over then.',
  body: v.strictObject({ secret, password }),
  reply: DoneSchema,
});

export const changePassword = defineRoute({
  method: 'POST',
  path: '/v1/door/password',
  roles: readers,
  about: 'Changes the own password, and signs out everywhere else.',
  body: v.strictObject({ current: password, password }),
  reply: DoneSchema,
});

export const goToCouncil = defineRoute({
  method: 'POST',
  path: '/v1/door/council',
  roles: ['anyone'],
  about:
    'Begins the council\u2019s own sign-in (OpenID Connect) and says where to go. A one-time link joins it to an account.',
  body: v.strictObject({ secret: v.optional(secret) }),
  reply: v.object({ address: v.string() }),
});

export const backFromCouncil = defineRoute({
  method: 'GET',
  path: '/v1/door/council/back',
  roles: ['anyone'],
  about: 'Where the council\u2019s own sign-in comes back to. It leads on to the office.',
  // The provider decides what else it says; the library that made the request reads all of it.
  query: v.looseObject({ state: v.optional(v.string()), code: v.optional(v.string()) }),
  kind: 'page',
});

/** An account as organisers see it. Times are ISO 8601 by the hub's clock. */
export const AccountSchema = v.object({
  id,
  name: v.string(),
  signIn: v.string(),
  role,
  off: v.boolean(),
  /** Has a password, or comes by the council's sign-in; with neither the invitation is still open. */
  password: v.boolean(),
  council: v.boolean(),
  madeAt: v.string(),
  lastIn: v.nullable(v.string()),
});
export type Account = v.InferOutput<typeof AccountSchema>;

export const listAccounts = defineRoute({
  method: 'GET',
  path: '/v1/accounts',
  roles: organisers,
  about: 'Lists the accounts of the office.',
  reply: v.object({ accounts: v.array(AccountSchema) }),
});

/** The one-time link is made by the page: the hub gives the secret once and keeps its hash. */
const LinkSchema = v.object({ account: id, secret, hours: v.number() });

export const invite = defineRoute({
  method: 'POST',
  path: '/v1/accounts',
  roles: organisers,
  about: 'Makes an account and a one-time link, which the organiser passes on.',
  body: v.strictObject({ name, signIn, role }),
  reply: LinkSchema,
});

const AccountParams = v.strictObject({ account: id });

export const makeLink = defineRoute({
  method: 'POST',
  path: '/v1/accounts/:account/link',
  roles: organisers,
  about: 'Makes a new one-time link for somebody who forgot their password or lost the first link.',
  params: AccountParams,
  reply: LinkSchema,
});

export const changeAccount = defineRoute({
  method: 'PUT',
  path: '/v1/accounts/:account',
  roles: organisers,
  about: 'Changes name and role, or switches an account off and on. The last organiser stays one.',
  params: AccountParams,
  body: v.strictObject({ name, role, off: v.boolean() }),
});

export const signOthersOut = defineRoute({
  method: 'POST',
  path: '/v1/accounts/:account/sign-out',
  roles: organisers,
  about: 'Signs somebody out on every browser.',
  params: AccountParams,
});
