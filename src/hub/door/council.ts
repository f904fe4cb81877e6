import * as client from 'openid-client';
import * as v from 'valibot';
import { officeRoles, type OfficeRole } from '#wire/route.ts';
import { isLocal } from './local.ts';

/** The council's own sign-in (OpenID Connect), as the hub's settings say it. */
export type Council = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What it is called on the button. */
  name: string;
  /** Where people open the hub: the provider sends them back there. */
  address: string;
  /** Only people whom an organiser has invited, or whoever the provider signs in. */
  people: 'invited' | 'all';
  /** The claim that says which role somebody has; without it new people are readers. */
  roleClaim: string | undefined;
};

/** What has to be remembered until somebody is back, by the hub alone. */
export type Way = { state: string; nonce: string; verifier: string };
/** Whom the provider has signed in. `role` is what the claim says, if one was asked for. */
export type CouncilPerson = { subject: string; name: string; signIn: string; role: OfficeRole | undefined };

/** Where the provider sends people back to. */
export const BACK = '/v1/door/council/back';
const GIVE_UP_SECONDS = 10;

export type Provider = {
  /** Where to go, and what to remember until then. */
  begin: () => Promise<{ address: string; way: Way }>;
  /** Who has come back with this address. Throws where anything about it is not as it was begun. */
  finish: (url: string, way: Way) => Promise<CouncilPerson>;
};

/** Talks to the provider. It is looked up at the first sign-in, so that the hub also starts while it is away. */
export function makeProvider(council: Council): Provider {
  let found: Promise<client.Configuration> | undefined;
  const configuration = (): Promise<client.Configuration> => {
    found ??= lookUp(council).catch((error: unknown) => {
      found = undefined;
      throw error;
    });
    return found;
  };
  return {
    async begin() {
      const way = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      };
      const address = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: `${council.address}${BACK}`,
        scope: 'openid profile email',
        state: way.state,
        nonce: way.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(way.verifier),
        code_challenge_method: 'S256',
      });
      return { address: address.href, way };
    },
    async finish(url, way) {
      const config = await configuration();
      // The address as the provider knows it, whatever stands between it and us.
      const tokens = await client.authorizationCodeGrant(config, new URL(url, council.address), {
        expectedState: way.state,
        expectedNonce: way.nonce,
        pkceCodeVerifier: way.verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new Error('The provider gave no ID token.');
      const more = config.serverMetadata().userinfo_endpoint
        ? await client.fetchUserInfo(config, tokens.access_token, claims.sub)
        : {};
      return personIn({ ...more, ...claims }, council.roleClaim);
    },
  };
}

async function lookUp({ issuer, clientId, clientSecret }: Council): Promise<client.Configuration> {
  const server = new URL(issuer);
  return client.discovery(server, clientId, undefined, client.ClientSecretBasic(clientSecret), {
    timeout: GIVE_UP_SECONDS,
    // Only for a provider on this very computer, as in tests.
    ...(isLocal(server) ? { execute: [client.allowInsecureRequests] } : {}),
  });
}

const text = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120));
const maybe = v.optional(v.fallback(v.optional(text), undefined));
const ClaimsSchema = v.looseObject({
  iss: v.string(),
  sub: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
  name: maybe,
  email: maybe,
  preferred_username: maybe,
});

/** A person by what the provider says of them: known again by issuer and subject alone, which never change. */
export function personIn(claims: unknown, roleClaim: string | undefined): CouncilPerson {
  const read = v.parse(ClaimsSchema, claims);
  const signIn = (read.email ?? read.preferred_username ?? read.sub).toLowerCase();
  return {
    subject: `${read.iss} ${read.sub}`,
    name: read.name ?? read.preferred_username ?? signIn,
    signIn,
    role: roleClaim === undefined ? undefined : highest(read[roleClaim]),
  };
}

/** The role that may do most of those that a claim names, be it one text or several. */
function highest(claim: unknown): OfficeRole | undefined {
  const named = Array.isArray(claim) ? claim : [claim];
  return officeRoles.findLast((role) => named.includes(role));
}
