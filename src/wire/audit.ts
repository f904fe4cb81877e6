import * as v from 'valibot';
import { count, numberInText } from './parts.ts';
import { defineRoute, organisers } from './route.ts';

/** Everything that the audit trail takes down. Once shipped a name is never altered; an area adds its own. */
export const deeds = [
  // The door.
  'signed-in',
  'sign-in-failed',
  'signed-out',
  'signed-out-everywhere',
  'first-account',
  'account-invited',
  'account-linked',
  'account-joined',
  'account-changed',
  'account-off',
  'account-on',
  'password-changed',
  'password-reset',
  'audit-exported',
  // Tablets.
  'pairing-started',
  'tablet-paired',
  'tablet-revoked',
  'held-began',
  'held-kept',
  'held-dropped',
  'workshop-shared',
  // Keeping and forgetting.
  'exported',
  'redacted',
  'discarded',
  'restored',
] as const;
export type Deed = (typeof deeds)[number];

const day = v.pipe(v.string(), v.isoDate());
const id = v.pipe(v.string(), v.maxLength(64));

/** One line: who did what, and to what. Never anyone's words. */
export const LineSchema = v.object({
  number: count,
  /** ISO 8601 by the hub's clock. */
  at: v.string(),
  who: v.object({
    kind: v.picklist(['account', 'tablet', 'hub', 'nobody']),
    id: v.string(),
    name: v.string(),
  }),
  /** One of `deeds`, or what a newer hub has taken down. */
  what: v.string(),
  /** The id of a workshop, a tablet or an account, or ''. */
  about: v.string(),
  /** The name of that account or tablet, where there is one. */
  aboutName: v.string(),
});
export type Line = v.InferOutput<typeof LineSchema>;

/** What is looked for: days are those of the hub's clock in UTC, both included. */
const filter = {
  what: v.optional(v.pipe(v.string(), v.maxLength(40))),
  who: v.optional(id),
  about: v.optional(id),
  from: v.optional(day),
  to: v.optional(day),
};
const FilterSchema = v.strictObject(filter);
export type AuditFilter = v.InferOutput<typeof FilterSchema>;

export const readAudit = defineRoute({
  method: 'GET',
  path: '/v1/audit',
  roles: organisers,
  about: 'Gives the audit trail, the newest lines first.',
  query: v.strictObject({
    ...filter,
    before: v.optional(numberInText, '999999999999999'),
    most: v.optional(v.pipe(numberInText, v.minValue(1), v.maxValue(500)), '100'),
  }),
  reply: v.object({ lines: v.array(LineSchema), more: v.boolean() }),
});

export const exportAudit = defineRoute({
  method: 'GET',
  path: '/v1/audit.csv',
  roles: organisers,
  about: 'Gives the audit trail as CSV, the oldest line first.',
  query: FilterSchema,
  kind: 'bytes out',
});
