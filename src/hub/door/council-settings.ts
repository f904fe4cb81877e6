import { SettingsError } from '../settings-error.ts';
import type { Council } from './council.ts';
import { isLocal } from './local.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads CUPPA_ADDRESS and what begins with OIDC_. Without OIDC_ISSUER there is no such sign-in; with it nothing is
 * guessed. Unless OIDC_PEOPLE=all says otherwise, only people whom an organiser has invited come in.
 */
export function readCouncil(environment: Environment): Council | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = environment;
  if (!issuer) return undefined;
  mustBeSafe('OIDC_ISSUER', issuer);
  const address = readAddress(environment);
  if (!address)
    throw new SettingsError('OIDC_ISSUER needs CUPPA_ADDRESS: the address under which people open the hub.');
  if (!clientId || !clientSecret) {
    throw new SettingsError(
      'OIDC_ISSUER needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET, as the provider has given them.',
    );
  }
  const people = environment.OIDC_PEOPLE || 'invited';
  if (people !== 'invited' && people !== 'all') {
    throw new SettingsError(`OIDC_PEOPLE must be "invited" or "all", but it is "${people}".`);
  }
  return {
    issuer,
    clientId,
    clientSecret,
    name: environment.OIDC_NAME || new URL(issuer).host,
    address,
    people,
    roleClaim: environment.OIDC_ROLE_CLAIM || undefined,
  };
}

/** Where people open the hub, if it is said: without a path, and without a slash at the end. */
export function readAddress(environment: Environment): string | undefined {
  const text = environment.CUPPA_ADDRESS;
  if (!text) return undefined;
  mustBeSafe('CUPPA_ADDRESS', text);
  return new URL(text).origin;
}

/** https, or this very computer. */
function mustBeSafe(name: string, text: string): void {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLocal(url))) return;
  throw new SettingsError(`${name} must be an address that begins with https://, but it is "${text}".`);
}
