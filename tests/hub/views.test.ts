import pg from 'pg';
import { afterAll, describe, expect, test, vi } from 'vitest';
import type { Database } from '#hub/database/database.ts';
import { openDatabase } from '#hub/database/open.ts';
import { openReport } from '#hub/report/open.ts';
import { views } from '#hub/report/views.ts';
import { prepareTables, work } from '#hub/report/work.ts';
import { keep } from '#hub/store/entries.ts';
import { readFileSync } from 'node:fs';
import { aBoard, aPoll, aRule, entriesOf, everyExample } from '../support/hub-workshops.ts';
import { databasesOfThisFile, kinds } from '../support/hub-databases.ts';

// On a machine that has other work too.
vi.setConfig({ testTimeout: 60_000 });

const databases = databasesOfThisFile();
const opened: Database[] = [];
afterAll(async () => {
  await Promise.all(opened.map((database) => database.close()));
}, 60_000);

const documented = readFileSync('docs/sql-views.md', 'utf8');

/** A hub with three workshops: one with everything, a small one, and one whose sealed answers nobody has seen. */
async function filled(kind: Database['kind']) {
  const place = await databases.place(kind);
  const entries = await openDatabase(place);
  const report = await openReport(place);
  opened.push(entries, report);
  const secret = aPoll('Are you safe at home?', 4, 5, { sealed: true });
  const all = [
    ...entriesOf({ id: 'big', activities: [secret, aPoll('Tea?', 6, 3), aBoard('What helps?', ['A lift'])] }),
    ...entriesOf({ id: 'small', activities: [aPoll('Tea?', 1, 2), aBoard('What helps?', ['A friend'])] }),
    ...entriesOf({ id: 'shut', activities: [aPoll('Is it kept?', 4, 5, { sealed: true, shown: false })] }),
    ...entriesOf({ id: 'all', activities: [...everyExample(), aRule()], tablets: ['tablet-9'] }),
    ...entriesOf({ id: 'binned', activities: [aPoll('Tea?', 6, 6)], also: [{ type: 'deleted', at: 1 }] }),
  ];
  for (let at = 0; at < all.length; at += 500) await keep(entries, all.slice(at, at + 500), 'tablet');
  const worker = { entries, report, name: 'one', now: () => 1, quietMs: 0 };
  await prepareTables(worker);
  await work(worker);
  return { place, report, all };
}

describe.each(kinds)('the SQL views on %s', (kind) => {
  test('have one row for each answer, and say what is documented', async () => {
    const { report } = await filled(kind);
    const tea = await report.all(
      `SELECT answer, people, of_people FROM cuppa_answers WHERE workshop = 'big' AND question = 'Tea?' AND people > 0 ORDER BY people`,
    );
    expect(tea).toEqual([
      { answer: 'No', people: 3, of_people: 9 },
      { answer: 'Yes', people: 6, of_people: 9 },
    ]);
    const words = await report.all(
      `SELECT answer, people FROM cuppa_answers WHERE question = 'What helps?' ORDER BY answer`,
    );
    expect(words).toEqual([
      { answer: 'A friend', people: null },
      { answer: 'A lift', people: null },
    ]);
    for (const name of Object.keys(views)) {
      const [row] = await report.all(`SELECT * FROM ${name} LIMIT 1`);
      if (name !== 'cuppa_themes') expect(row).toBeDefined();
      for (const column of Object.keys(row ?? {})) expect(documented).toContain(`\`${column}\``);
      expect(documented).toContain(`\`${name}\``);
    }
    // The examples of the page run.
    for (const [, example = ''] of documented.matchAll(/```sql\n(SELECT[^`]*)```/g))
      await report.all(example);
  });

  test('hold no figure of fewer than 5 people, and nothing that would unseal an answer', async () => {
    const { report, all } = await filled(kind);
    const small = await report.all("SELECT standing, people FROM cuppa_questions WHERE workshop = 'small'");
    expect(small).toEqual([{ standing: 'few', people: null }]);
    const few = await report.all('SELECT 1 FROM cuppa_answers WHERE of_people < 5');
    expect(few).toEqual([]);
    const every = (
      await Promise.all(Object.keys(views).map((name) => report.all(`SELECT * FROM ${name}`)))
    ).flat();
    expect(every.length).toBeGreaterThan(40);
    const text = JSON.stringify(every);
    expect(text).not.toContain(
      '"shut","title":"Having our say","date":"2030-03-05","place":"York","activity"',
    );
    expect(text).not.toContain('tablet-9');
    for (const { id, body } of all) {
      expect(text).not.toContain(id);
      if (body?.includes('sealed-answers')) {
        for (const [, secret = '?'] of body.matchAll(/"id":"([0-9a-f]{32})"/g))
          expect(text).not.toContain(secret);
      }
    }
    expect(await report.all("SELECT 1 FROM cuppa_workshops WHERE workshop = 'binned'")).toEqual([]);
    expect(await report.all("SELECT 1 FROM cuppa_answers WHERE workshop IN ('binned', 'shut')")).toEqual([]);
  });
});

test('on PostgreSQL the documented role reads the views and nothing else', async () => {
  const { place } = await filled('postgres');
  const url = new URL(place.databaseUrl ?? '');
  const owner = new pg.Client({ connectionString: url.href });
  await owner.connect();
  const [, grants = ''] = /```sql\n(CREATE ROLE[^`]*)```/.exec(documented) ?? [];
  await owner.query(grants.replace('DATABASE cuppa', `DATABASE ${url.pathname.slice(1)}`));
  url.username = 'office_tools';
  url.password = 'choose one';
  const tools = new pg.Client({ connectionString: url.href });
  await tools.connect();
  for (const name of Object.keys(views)) {
    expect((await tools.query(`SELECT * FROM ${name}`)).rowCount).toBeGreaterThanOrEqual(0);
    await expect(tools.query(`DELETE FROM ${name}`)).rejects.toThrow(/permission denied|cannot delete/);
  }
  const { rows } = await owner.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
  );
  expect(rows.length).toBeGreaterThan(15);
  for (const { name } of rows) {
    await expect(tools.query(`SELECT * FROM "${name}"`)).rejects.toThrow(/permission denied/);
  }
  await expect(tools.query('CREATE TABLE mine (x INTEGER)')).rejects.toThrow(/permission denied/);
  await tools.end();
  await owner.query('DROP OWNED BY office_tools; DROP ROLE office_tools');
  await owner.end();
}, 60_000);
