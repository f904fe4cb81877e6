import { readdirSync } from 'node:fs';
import * as v from 'valibot';
import type { AnyRoute } from '#wire/route.ts';

const RouteSchema = v.object({
  method: v.string(),
  path: v.string(),
  roles: v.array(v.string()),
  about: v.string(),
});
const isRoute = (one: unknown): one is AnyRoute => v.is(RouteSchema, one);

/** Everything that src/wire describes. */
export async function describedRoutes(): Promise<AnyRoute[]> {
  const names = readdirSync('src/wire').filter((name) => /(?<!\.test)\.ts$/.test(name));
  const parts = await Promise.all(
    names.map(async (name): Promise<unknown> => import(/* @vite-ignore */ `#wire/${name}`)),
  );
  return parts.flatMap((part) =>
    Object.values(v.parse(v.record(v.string(), v.unknown()), part)).filter(isRoute),
  );
}

/** How a route is called in what a test says: `GET /v1/hub`. */
export const nameOf = ({ method, path }: { method: string; path: string }): string => `${method} ${path}`;
