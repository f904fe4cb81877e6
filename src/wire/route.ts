import * as v from 'valibot';

/** What people of the office may do: read; also prepare and follow up; also look after accounts, tablets and keeping. */
export const officeRoles = ['reader', 'facilitator', 'organiser'] as const;
export type OfficeRole = (typeof officeRoles)[number];
/** 'revoked' is a tablet that the office has disconnected. */
export type Role = 'anyone' | 'tablet' | 'revoked' | OfficeRole;

/** Who may call a route; a role that may do more is always in the list too. */
export const readers: readonly Role[] = officeRoles;
export const facilitators: readonly Role[] = ['facilitator', 'organiser'];
export const organisers: readonly Role[] = ['organiser'];

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Schema<T> = v.GenericSchema<unknown, T>;

/**
 * One call that the hub answers: the hub serves it, tablets and the office ask it, and the documentation is made
 * of it. `most` is the largest body in bytes, after unpacking. `kind` says what else than JSON goes either way.
 */
export type Route<Params, Query, Body, Reply> = {
  method: Method;
  /** As the web framework writes it: `/v1/workshops/:workshop`. */
  path: string;
  roles: readonly Role[];
  /** One sentence for the documentation. */
  about: string;
  params: Schema<Params>;
  query: Schema<Query>;
  body: Schema<Body>;
  reply: Schema<Reply>;
  /** What stands in headers of its own, where the body is bytes. Whoever answers reads them by it. */
  headers?: v.GenericSchema;
  most: number;
  kind: 'json' | 'bytes in' | 'bytes out' | 'news' | 'page';
};

const nothing = v.strictObject({});
type Nothing = v.InferOutput<typeof nothing>;
export type AnyRoute = Route<unknown, unknown, unknown, unknown>;

/** Bodies that hold no people's words are small. */
const SMALL = 16_384;

/** Fills in what most routes do not have: params, query and body. */
export function defineRoute<Params = Nothing, Query = Nothing, Body = Nothing, Reply = Nothing>(
  route: Pick<Route<Params, Query, Body, Reply>, 'method' | 'path' | 'roles' | 'about'> & {
    params?: Schema<Params>;
    query?: Schema<Query>;
    body?: Schema<Body>;
    reply?: Schema<Reply>;
    headers?: v.GenericSchema;
    most?: number;
    kind?: AnyRoute['kind'];
  },
): Route<Params, Query, Body, Reply> {
  // A schema that was left out takes nothing: its type is then the default `Nothing`.
  const none = nothing as unknown as Schema<never>;
  return { params: none, query: none, body: none, reply: none, most: SMALL, kind: 'json', ...route };
}

/** What every refusal says: a stable name for programs, and one sentence for people on what to do next. */
export const RefusalSchema = v.object({ error: v.string(), message: v.string() });
