import { describe, expect, test } from 'vitest';
import {
  aKindStandsAlone,
  hasNoDefaultExport,
  isShort,
  keepsToTheTable,
  knowsNoMoreThanItMust,
  MAY_IMPORT,
  namesNoKind,
  switchesOnNoKind,
  writesImportsPlainly,
} from './support/rules.ts';
import type { Rule } from './support/rules.ts';
import { importsOf, readSources } from './support/sources.ts';

const sources = readSources(['.ts', '.tsx']);
const kinds = [
  ...new Set(sources.flatMap(({ path }) => /^activities\/([^/]+)\/index\.ts$/.exec(path)?.[1] ?? [])),
];

type Sample = { path: string; text: string };
/** `real` is the rule for the sources where the samples need another. */
type Checked = { name: string; rule: Rule; real?: Rule; bad: Sample[]; good: Sample[] };

const CHECKED: Checked[] = [
  {
    name: 'a folder imports only what the table gives it',
    rule: keepsToTheTable,
    bad: [
      { path: 'ui/Button.tsx', text: "import { kinds } from '#activities/kinds.ts';" },
      { path: 'activities/poll/model.ts', text: "import type { Journal } from '#journal/journal.ts';" },
      { path: 'activities/poll/Screen.tsx', text: "export * from '#access/ways.ts';" },
      { path: 'workshop/entry.ts', text: "import { wake } from '../journal/wake.ts';" },
      { path: 'screens/home/Home.tsx', text: "const hub = await import('#hub/hub.ts');" },
      { path: 'main.tsx', text: "import '#hub/serve.ts';" },
    ],
    good: [
      { path: 'ui/Button.tsx', text: "import { ways } from '#access/ways.ts';" },
      { path: 'main.tsx', text: "import '#screens/home/Home.tsx';" },
      { path: 'ui/Say.tsx', text: "// import '#journal/journal.ts'\nimport { a } from './a.ts';" },
    ],
  },
  {
    name: 'an import says by its form whether a border is crossed',
    rule: writesImportsPlainly,
    bad: [
      { path: 'screens/version.ts', text: "import { watch } from '../service-worker-client.ts';" },
      { path: 'ui/Say.tsx', text: "import { Picture } from './Picture';" },
    ],
    good: [{ path: 'screens/home/Home.tsx', text: "import { headingOf } from '../activity.ts';" }],
  },
  {
    name: 'a kind never imports another kind',
    rule: aKindStandsAlone,
    bad: [
      { path: 'activities/poll/model.ts', text: "import { apply } from '../post-its/model.ts';" },
      { path: 'activities/poll/model.ts', text: "import { kinds } from '../kinds.ts';" },
      { path: 'activities/poll/parts/Row.tsx', text: "import { a } from '#activities/card/index.ts';" },
    ],
    good: [
      { path: 'activities/poll/model.ts', text: "import { defineKind } from '../kind.ts';" },
      { path: 'activities/poll/parts/Row.tsx', text: "import { apply } from '../model.ts';" },
    ],
  },
  {
    name: 'rules know no screen, store or server',
    rule: knowsNoMoreThanItMust,
    bad: [
      { path: 'workshop/agenda.ts', text: "import { useState } from 'react';" },
      { path: 'activities/poll/Screen.tsx', text: "import { useNavigate } from 'react-router';" },
      { path: 'hub/hub.ts', text: "import { createRoot } from 'react-dom/client';" },
    ],
    good: [
      { path: 'workshop/agenda.ts', text: "import * as v from 'valibot';" },
      { path: 'activities/poll/Screen.tsx', text: "import { useState } from 'react';" },
    ],
  },
  {
    name: 'nothing is exported without a name',
    rule: hasNoDefaultExport,
    bad: [
      { path: 'ui/Say.tsx', text: 'export default function Say() {}' },
      { path: 'ui/Say.tsx', text: 'export { Say as default };' },
    ],
    good: [{ path: 'ui/Say.tsx', text: 'export function Say() {}' }],
  },
  {
    name: 'nobody switches on a kind',
    rule: switchesOnNoKind,
    bad: [
      { path: 'report/report.ts', text: 'switch (kind) { }' },
      { path: 'report/report.ts', text: 'switch (activity.kind) { }' },
      { path: 'report/report.ts', text: 'switch (kind.name) { }' },
    ],
    good: [{ path: 'report/report.ts', text: 'switch (section.type) { }' }],
  },
  {
    name: 'a file has at most 300 lines',
    rule: isShort,
    bad: [{ path: 'ui/Say.tsx', text: 'a;\n'.repeat(301) }],
    good: [{ path: 'ui/Say.tsx', text: 'a;\n'.repeat(300) }],
  },
  {
    name: 'a kind is named only in its own folder, the registry and the templates',
    rule: namesNoKind(['poll', 'card']),
    real: namesNoKind(kinds),
    bad: [
      { path: 'report/report.ts', text: "if (activity.kind === 'poll') skip();" },
      { path: 'screens/lead/Lead.tsx', text: "import { poll } from '#activities/poll/index.ts';" },
      { path: 'screens/new/first.ts', text: "add({ kind: 'card' });" },
      { path: 'screens/new/first.ts', text: "findKind('card')" },
    ],
    good: [
      { path: 'activities/kinds.ts', text: "import { poll } from './poll/index.ts';" },
      { path: 'activities/poll/index.ts', text: "defineKind({ kind: 'poll' })" },
      { path: 'screens/lead/Lead.tsx', text: '<div className="card" />' },
    ],
  },
];

describe.each(CHECKED)('$name', ({ rule, real = rule, bad, good, name }) => {
  test.each(bad)('bites: $text', (sample) => {
    expect(rule(sample)).not.toEqual([]);
  });

  test.each(good)('lets pass: $text', (sample) => {
    expect(rule(sample)).toEqual([]);
  });

  test(`the sources: ${name}`, () => {
    expect(sources.flatMap(real)).toEqual([]);
  });
});

test('the sources were read, and every folder stands in the table', () => {
  expect(sources.length).toBeGreaterThan(20);
  expect(sources.flatMap(importsOf).length).toBeGreaterThan(100);
  const folders = new Set(
    sources.filter(({ path }) => path.includes('/')).map(({ path }) => path.split('/')[0]),
  );
  expect([...folders].filter((folder) => folder !== undefined && !(folder in MAY_IMPORT))).toEqual([]);
});
