import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as v from 'valibot';
import { jsonSchema } from '#hub/server/openapi.ts';
import { describedRoutes, nameOf } from './wire.ts';

/** As much of JSON Schema as our descriptions use. */
type Described = {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Described[];
  allOf?: Described[];
  properties?: Record<string, Described>;
  required?: string[];
  additionalProperties?: boolean | Described;
  items?: Described;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  minimum?: number;
  maximum?: number;
};

const routes = await describedRoutes();
const parts = routes.flatMap((route) => [
  { name: `the body of ${nameOf(route)}`, schema: route.body },
  { name: `the reply of ${nameOf(route)}`, schema: route.reply },
]);

/** Letters that need no check which JSON Schema has no words for. */
const plain = fc.string({ unit: fc.constantFrom('a', 'f', '0', '9') });
// No empty list: valibot reads it as an object without anything in it, which does no harm.
const odd = fc.constantFrom<unknown[]>(
  undefined,
  null,
  true,
  -1,
  0.5,
  1e300,
  '',
  'constant',
  {},
  { nothing: 1 },
);

/** Values that fit a description, or nearly. */
function near(described: Described): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 30, arbitrary: fits(described) }, { weight: 1, arbitrary: odd });
}

function fits(described: Described): fc.Arbitrary<unknown> {
  const { type, properties = {}, items = {}, minLength = 0, maxLength = 40, minItems = 0 } = described;
  if ('const' in described) return fc.constant(described.const);
  if (described.enum) return fc.constantFrom(...described.enum);
  if (described.anyOf) return fc.oneof(...described.anyOf.map(near));
  if (described.pattern !== undefined)
    return fc.oneof(
      { weight: 30, arbitrary: fc.stringMatching(new RegExp(described.pattern, 'u')) },
      { weight: 1, arbitrary: plain },
    );
  if (type === 'string') {
    const long = fc.constant('a'.repeat(maxLength + 1));
    const right = fc.string({
      unit: fc.constantFrom('a', 'b', 'c', 'd'),
      minLength,
      maxLength: Math.min(maxLength, minLength + 40),
    });
    return fc.oneof({ weight: 30, arbitrary: right }, { weight: 1, arbitrary: long });
  }
  if (type === 'array') return fc.array(near(items), { minLength: minItems, maxLength: minItems + 2 });
  if (type === 'object') {
    const all = Object.fromEntries(Object.entries(properties).map(([key, inner]) => [key, near(inner)]));
    const extra = fc.dictionary(fc.constantFrom('more', 'beside'), odd, { maxKeys: 1 });
    const some = fc.record(all, { requiredKeys: described.required ?? [] });
    return fc.oneof(
      { weight: 9, arbitrary: some },
      { weight: 1, arbitrary: fc.tuple(some, extra).map(([a, b]) => ({ ...a, ...b })) },
    );
  }
  if (type === 'boolean') return fc.boolean();
  if (type === 'null') return fc.constant(null);
  if (type === 'integer' || type === 'number')
    return fc.oneof(
      { weight: 30, arbitrary: fc.nat(20_000) },
      { weight: 1, arbitrary: fc.double() },
      { weight: 1, arbitrary: fc.constant(-2) },
    );
  return fc.jsonValue();
}

/** Asked of the hub alone, since a description has no words for it: what is written out in code, or of changed text. */
const isBeyond = (issue: v.BaseIssue<unknown>) =>
  issue.type === 'check' || /(^|\.)signIn$/.test(v.getDotPath(issue) ?? '');

test.each(parts)('$name is described as it is checked', ({ schema }) => {
  const described = jsonSchema(schema);
  const ajv = new Ajv2020({ strict: false });
  const isDescribed = ajv.compile(described);
  let right = 0;
  fc.assert(
    fc.property(near(described), (made) => {
      // As it travels.
      const text = JSON.stringify(made);
      if (text === undefined) return;
      const sent: unknown = JSON.parse(text);
      const checked = v.safeParse(schema, sent);
      const allowed = isDescribed(sent);
      if (checked.success) right += 1;
      if (checked.issues?.every(isBeyond)) return;
      expect([allowed, text]).toEqual([checked.success, text]);
    }),
    { numRuns: 200, seed: 30 },
  );
  expect(right).toBeGreaterThan(0);
});
