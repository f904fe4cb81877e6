import type { OfficeRole } from '#wire/route.ts';

/** The council's own sign-in (OpenID Connect), as the hub's settings say it. */
export type Council = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What it is called on the button. */
  name: string;
  /** Where people reach the hub: the provider sends them back there. */
  address: string;
  /** Only people whom an organiser has invited, or whoever the provider signs in. */
  people: 'invited' | 'all';
  /** The claim that says which role somebody has; without it new people are readers. */
  roleClaim: string | undefined;
};

export type CouncilPerson = { subject: string; name: string; signIn: string; role: OfficeRole | undefined };
