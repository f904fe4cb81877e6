import * as v from 'valibot';
import { IdSchema } from '#workshop/entry.ts';
import { count } from './parts.ts';
import { defineRoute, facilitators, organisers, readers } from './route.ts';

const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60));
const version = v.pipe(v.string(), v.maxLength(60));

/** Letters and digits of a short code: none that look alike. */
export const CODE_LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
export const CODE_LENGTH = 8;
/** How long a pairing secret and its code live, in seconds. */
export const PAIRING_SECONDS = 300;

export const aboutHub = defineRoute({
  method: 'GET',
  path: '/v1/hub',
  roles: ['anyone'],
  about: 'Says which hub this is. A tablet that sees another epoch hands in everything again.',
  reply: v.object({ name: v.string(), epoch: v.string(), version: v.string() }),
});

export const pair = defineRoute({
  method: 'POST',
  path: '/v1/pair',
  roles: ['anyone'],
  about: 'Connects a tablet with the secret of the square code, or with the short code. Either works once.',
  body: v.strictObject({
    secret: v.pipe(v.string(), v.minLength(8), v.maxLength(64)),
    name,
    version,
  }),
  reply: v.object({
    /** 256 random bits in hex: the hub keeps only its hash. */
    token: v.string(),
    tablet: v.object({ id: IdSchema, name: v.string() }),
    hub: v.object({ name: v.string(), epoch: v.string() }),
  }),
});

export const ownTablet = defineRoute({
  method: 'GET',
  path: '/v1/tablet',
  roles: ['tablet'],
  about: 'Tells a tablet who it is to the hub.',
  reply: v.object({ id: IdSchema, name: v.string(), epoch: v.string() }),
});

export const sayState = defineRoute({
  method: 'POST',
  path: '/v1/tablet/state',
  roles: ['tablet'],
  about: 'Takes down what a tablet has still to hand in, and which version of the app it runs.',
  body: v.strictObject({ unsent: count, version }),
});

/** A tablet as the office sees it. Times are ISO 8601 by the hub's clock. */
export const TabletSchema = v.object({
  id: IdSchema,
  name: v.string(),
  pairedAt: v.string(),
  lastSeen: v.nullable(v.string()),
  unsent: v.nullable(count),
  version: v.string(),
  revoked: v.boolean(),
  /** Entries that came in after it was revoked, and wait for somebody's yes. */
  held: count,
});

export const listTablets = defineRoute({
  method: 'GET',
  path: '/v1/tablets',
  roles: readers,
  about: 'Lists the tablets that were ever connected.',
  reply: v.object({ tablets: v.array(TabletSchema) }),
});

export const startPairing = defineRoute({
  method: 'POST',
  path: '/v1/pairings',
  roles: facilitators,
  about: 'Makes a secret for a square code (128 bits) and a short code: one use, five minutes, five tries.',
  reply: v.object({ secret: v.string(), code: v.string(), seconds: count }),
});

const TabletParams = v.strictObject({ tablet: IdSchema });

export const revokeTablet = defineRoute({
  method: 'POST',
  path: '/v1/tablets/:tablet/revoke',
  roles: organisers,
  about: 'Refuses a tablet from now on. What it hands in later is set aside until somebody says yes.',
  params: TabletParams,
});

export const decideHeld = defineRoute({
  method: 'POST',
  path: '/v1/tablets/:tablet/held',
  roles: organisers,
  about: 'Keeps what a revoked tablet handed in, or throws it away.',
  params: TabletParams,
  body: v.strictObject({ keep: v.boolean() }),
  reply: v.object({ entries: count }),
});
