import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import type { Database } from '#hub/database/database.ts';
import { readAnew } from '#hub/commands/reports.ts';
import { openDatabase } from '#hub/database/open.ts';
import { combine } from '#hub/report/combined.ts';
import { listWorkshops, oneWorkshop, titlesOf } from '#hub/report/lists.ts';
import { openReport } from '#hub/report/open.ts';
import { search } from '#hub/report/search.ts';
import { everything } from '#hub/report/select.ts';
import { makeAnew, prepareTables, work, type Worker } from '#hub/report/work.ts';
import { discardIn } from '#hub/store/discard.ts';
import { keep } from '#hub/store/entries.ts';
import { redactIn } from '#hub/store/redact.ts';
import { findKind } from '#activities/kinds.ts';
import { makeReport } from '#report/report.ts';
import { newId, type Entry } from '#workshop/entry.ts';
import { replayAll } from '#workshop/replay.ts';
import { aBoard, aPoll, entriesOf, everyExample } from '../support/hub-workshops.ts';
import { databasesOfThisFile, kinds } from '../support/hub-databases.ts';

// On a machine that has other work too.
vi.setConfig({ testTimeout: 60_000 });

const databases = databasesOfThisFile();
const opened: Database[] = [];
afterAll(async () => {
  await Promise.all(opened.map((database) => database.close()));
}, 60_000);

const all = { filter: everything, after: 0, most: 20 };

/** A new hub with derived tables, and what interprets it. `clock.at` is what the hub takes the time to be. */
async function newHub(kind: Database['kind']) {
  const place = await databases.place(kind);
  const entries = await openDatabase(place);
  const report = await openReport(place);
  opened.push(entries, report);
  const clock = { at: 1_000_000 };
  const worker: Worker = { entries, report, name: newId(), now: () => clock.at, quietMs: 0 };
  await prepareTables(worker);
  const take = async (some: readonly Entry[]) => {
    for (let at = 0; at < some.length; at += 500) await keep(entries, some.slice(at, at + 500), 'tablet');
  };
  return { place, entries, report, worker, clock, take };
}

const tables = ['work', 'workshop', 'theme', 'answer', 'figure', 'count', 'said'];
async function everyRow(report: Database, tablesNow = tables): Promise<string[]> {
  const rows = await Promise.all(tablesNow.map((table) => report.all(`SELECT * FROM report_${table}`)));
  return rows
    .flatMap((some, place) =>
      some.map((row) => `${tablesNow[place]} ${JSON.stringify({ ...row, id: 0, found: '', changed_ms: 0 })}`),
    )
    .toSorted();
}

describe.each(kinds)('the reports of a hub on %s', (kind) => {
  test('are made of every answer that a report of all entries has', async () => {
    const { report, worker, take } = await newHub(kind);
    const entries = entriesOf({ id: 'w', activities: everyExample(), tablets: ['one', 'two', 'three'] });
    await take(entries.toReversed());
    expect(await work(worker)).toMatchObject({ done: 1, failed: [] });

    const said = makeReport(replayAll(entries, findKind)).parts.flatMap(({ section }) => {
      const means = section?.table.means;
      if (!section || !means || means.chosen) return [];
      const at = means.words.map((name) => section.table.columns.indexOf(name));
      return section.table.rows
        .map((row) =>
          at
            .map((place) => row[place])
            .filter(Boolean)
            .join(' · '),
        )
        .filter(Boolean);
    });
    const rows = await report.all('SELECT words FROM report_answer');
    expect(rows.map(({ words }) => String(words)).toSorted()).toEqual(said.toSorted());
    expect(said.length).toBeGreaterThan(20);
    // And of every number, where at least 5 people answered.
    const counted = makeReport(replayAll(entries, findKind)).parts.flatMap(({ activity, section }) => {
      const chosen = section?.table.means?.chosen;
      if (!section || !chosen) return [];
      const at = (name: string) => section.table.columns.indexOf(name);
      return section.table.rows.flatMap((row) => {
        const [people, of] = [row[at(chosen.people)], row[at(chosen.of)]];
        return Number(of) < 5 ? [] : [`${activity} ${String(row[at('answer')])} ${people} of ${of}`];
      });
    });
    const figures = await report.all(
      `SELECT c.activity, c.answer, c.people, f.people AS all_people FROM report_count AS c
       JOIN report_figure AS f ON f.workshop = c.workshop AND f.activity = c.activity AND f.unit = c.unit
       WHERE c.unit = 'all'`,
    );
    expect(
      figures
        .map(
          (row) =>
            `${String(row.activity)} ${String(row.answer)} ${String(row.people)} of ${String(row.all_people)}`,
        )
        .toSorted(),
    ).toEqual(counted.toSorted());
    expect(counted.length).toBeGreaterThan(5);
    const { workshops } = await listWorkshops(worker, all);
    expect(workshops).toMatchObject([
      {
        workshop: 'w',
        where: 'York',
        people: 12,
        entries: entries.length,
        unread: 0,
        missing: 0,
        upToDate: true,
      },
    ]);
  });

  test('are only made anew for what has changed, and never twice by two processes', async () => {
    const { worker, take, entries, clock } = await newHub(kind);
    await take([...entriesOf({ id: 'a' }), ...entriesOf({ id: 'b' })]);
    const other = { ...worker, name: newId() };
    const both = await Promise.all([work(worker), work(other)]);
    expect(both.map(({ done }) => done).reduce((sum, done) => sum + done)).toBe(2);
    expect(await work(worker)).toMatchObject({ done: 0 });
    await keep(entries, entriesOf({ id: 'b' }).slice(0, 1), 'tablet');
    expect(await work(worker)).toMatchObject({ done: 1 });
    // A process that died over a workshop holds it up for two minutes at most.
    await worker.report.all(
      "UPDATE report_work SET reached = 0, claimed_by = 'gone', claimed_until_ms = ? WHERE workshop = 'a'",
      [clock.at + 120_000],
    );
    expect(await work(worker)).toMatchObject({ done: 0 });
    clock.at += 120_001;
    expect(await work(worker)).toMatchObject({ done: 1 });
  });

  test('skip what cannot be read, and count it', async () => {
    const { worker, take } = await newHub(kind);
    const entries = entriesOf({ id: 'w', activities: [aBoard('Tea?', ['A cup\0 of \ud800tea'])] });
    const [first] = entries;
    if (!first) throw new Error('There is no entry.');
    await take(entries);
    const odd = ['not JSON', '{"type":"from-the-future"}', 'null'].map((body, place) => ({
      ...first,
      id: newId(),
      place: 100 + place,
      counter: 1000 + place,
      body,
    }));
    await take(odd);
    expect(await work(worker)).toMatchObject({ done: 1, failed: [] });
    const known = await oneWorkshop(worker, 'w');
    expect(known?.listed).toMatchObject({ unread: 3, upToDate: true });
    expect(known?.handed).toMatchObject([{ tablet: 'tablet', entries: entries.length + 3 }]);
    expect(known?.listed.missing).toBeGreaterThan(0);
    const { groups } = await search(worker, { ...all, words: 'tea' });
    expect(groups[0]?.found.length).toBeGreaterThan(1);
  });

  test('give sealed answers only once they were shown, and then without an entry', async () => {
    const { worker, take, report } = await newHub(kind);
    const sealed = aPoll('How safe is it?', 7, 2, { sealed: true, shown: false });
    const closed = entriesOf({ id: 'w', activities: [sealed] });
    await take(closed);
    await work(worker);
    const [question] = (await combine(worker, { workshops: [], filter: everything, by: 'none' })).questions;
    expect(question).toBeUndefined();
    expect((await everyRow(report)).join()).not.toMatch(/"Yes"/);
    await take([
      {
        ...closed[0],
        id: newId(),
        place: 500,
        counter: 500,
        body: JSON.stringify({ type: 'shown', activity: activityIn(closed) }),
      } as Entry,
    ]);
    await work(worker);
    const after = await combine(worker, { workshops: [], filter: everything, by: 'none' });
    expect(after.questions).toMatchObject([{ question: 'How safe is it?', whole: { people: 9 } }]);
    const rows = await everyRow(report, ['answer', 'figure', 'count', 'said']);
    for (const { id } of closed) expect(rows.join()).not.toContain(id);
  });

  test('forget at once what was redacted, and all of a workshop that was discarded', async () => {
    const { worker, take, entries: database, place } = await newHub(kind);
    const entries = entriesOf({ id: 'w', activities: [aBoard('What helps?', ['Marmalade', 'A lift'])] });
    await take(entries);
    await work(worker);
    const entry = entries.find(({ body }) => body?.includes('Marmalade'));
    expect((await search(worker, { ...all, words: 'marmalade' })).total).toBe(1);
    await database.transaction((tx) => redactIn(tx, { workshop: 'w', ids: [entry?.id ?? ''], by: 'me' }));
    await work(worker);
    expect(await everyRow(worker.report)).not.toContainEqual(expect.stringContaining('armalade'));
    expect((await search(worker, { ...all, words: 'marmalade' })).total).toBe(0);
    expect((await search(worker, { ...all, words: 'lift' })).total).toBe(1);
    const files = kind === 'sqlite' ? await readdir(place.data) : [];
    for (const file of files.filter((name) => name.startsWith('report.db'))) {
      expect((await readFile(join(place.data, file))).toString('latin1')).not.toMatch(/marmalade/i);
    }
    expect(await titlesOf(worker, [])).toEqual([]);
    expect(await titlesOf(worker, ['w', 'no-workshop'])).toMatchObject([{ workshop: 'w' }]);
    await database.transaction((tx) => discardIn(database.kind, tx, 'w', 'me'));
    // Nobody finds it any more, also before the tables are made anew.
    expect(await titlesOf(worker, ['w'])).toEqual([]);
    expect((await search(worker, { ...all, words: 'lift' })).total).toBe(0);
    expect((await listWorkshops(worker, all)).workshops).toEqual([]);
    await work(worker);
    expect(await everyRow(worker.report)).toEqual([]);
  });

  test('can be made anew from the entries, and are again the same', async () => {
    const { worker, take, place } = await newHub(kind);
    await take(entriesOf({ id: 'w', activities: [...everyExample(), aPoll('Tea?', 6, 5)] }));
    await work(worker);
    const before = await everyRow(worker.report);
    await makeAnew(worker.report);
    expect((await listWorkshops(worker, all)).total).toBe(0);
    await work(worker);
    expect(await everyRow(worker.report)).toEqual(before);
    // As it is typed.
    expect(await readAnew(worker.entries, place)).toMatchObject({ done: 1, failed: [] });
    const made = before.filter((row) => !row.startsWith('work '));
    expect(await everyRow(worker.report, tables.slice(1))).toEqual(made);
    expect(before.length).toBeGreaterThan(50);
  });

  test('find words by how they begin, whatever their capitals and accents, workshop by workshop', async () => {
    const { worker, take } = await newHub(kind);
    const long = `${'We came a long way. '.repeat(20)}The Tŷ Café has no ramp. ${'And then we went home. '.repeat(20)}`;
    await take([
      ...entriesOf({
        id: 'a',
        title: 'Cafés',
        date: '2030-01-01',
        where: 'Bath',
        activities: [aBoard('Where?', [long, 'no cafe', 'tea'])],
      }),
      ...entriesOf({
        id: 'b',
        date: '2030-02-01',
        activities: [aBoard('Where?', ['CAFETERIA, please', "'; DROP TABLE x; --", 'a:* | b & (c'])],
      }),
      ...entriesOf({ id: 'c', date: '2030-03-01', activities: [aBoard('Where?', ['decaf'])] }),
    ]);
    await work(worker);
    const found = await search(worker, { ...all, words: 'cafe' });
    expect(found).toMatchObject({ workshops: 2, total: 4, behind: 0 });
    expect(found.groups.map(({ listed, total }) => [listed.workshop, total])).toEqual([
      ['b', 1],
      ['a', 3],
    ]);
    const around = found.groups[1]?.found.find(({ pieces }) => pieces.some(({ text }) => text === 'Café'));
    expect(around?.pieces.filter(({ hit }) => hit)).toEqual([{ text: 'Café', hit: true }]);
    expect(around?.pieces.map(({ text }) => text).join('').length).toBeLessThan(300);
    expect(around).toMatchObject({
      as: 'answer',
      heading: { plain: 'Where?' },
      kind: 'post-its',
      hidden: false,
    });
    expect(around?.entry).toMatch(/^[0-9a-f]{32}$/);
    expect((await search(worker, { ...all, words: 'ty cafe ramp' })).total).toBe(1);
    expect(
      (await search(worker, { ...all, words: 'cafe', filter: { ...everything, where: 'bath' } })).workshops,
    ).toBe(1);
    expect((await search(worker, { ...all, words: 'cafe', most: 1, after: 1 })).groups).toHaveLength(1);
    for (const words of [
      '',
      '  ',
      "'",
      '"',
      'a:*',
      '(',
      '&',
      'NOT',
      'a AND',
      '\\',
      '*',
      'NEAR(a b)',
      '\0',
      'ẞ',
    ]) {
      await expect(search(worker, { ...all, words })).resolves.toBeDefined();
    }
  });

  test('list workshops by day, place, words of the title and state, a page at a time', async () => {
    const { worker, take } = await newHub(kind);
    for (let number = 1; number <= 12; number += 1) {
      const day = `2030-01-${String(number).padStart(2, '0')}`;
      await take(
        entriesOf({
          id: `w${number}`,
          title: `Day ${number} at the Café`,
          date: day,
          where: number % 2 ? 'York' : 'york ',
          finished: number > 3,
          also: [
            { type: 'themed', themes: number % 3 ? ['Buses'] : ['buses', 'Health'] },
            {
              type: 'put-in-series',
              series: number % 2 ? 'odd' : 'even',
              name: number % 2 ? 'Odd days' : 'Even days',
              after: '',
            },
            { type: 'keep-until-set', until: '2031-01-01', why: 'To look again' },
          ],
        }),
      );
    }
    await take(
      entriesOf({
        id: 'binned',
        also: [
          { type: 'themed', themes: ['Binned'] },
          { type: 'deleted', at: 5 },
        ],
      }),
    );
    await work(worker);
    const page = await listWorkshops(worker, { filter: everything, after: 10, most: 10 });
    expect(page.workshops.map(({ workshop }) => workshop)).toEqual(['w2', 'w1']);
    expect(page).toMatchObject({ total: 12, places: ['York'] });
    expect(page.themes.map((theme) => theme.toLowerCase())).toEqual(['buses', 'health']);
    expect(page.series).toEqual([
      { id: 'even', name: 'Even days' },
      { id: 'odd', name: 'Odd days' },
    ]);
    expect(page.workshops[0]).toMatchObject({
      keepUntil: '2031-01-01',
      series: { id: 'even' },
      themes: ['Buses'],
    });
    const count = async (filter: Partial<typeof everything>) =>
      (await listWorkshops(worker, { ...all, filter: { ...everything, ...filter } })).total;
    expect(await count({ from: '2030-01-02', to: '2030-01-04' })).toBe(3);
    expect(await count({ where: 'YORK' })).toBe(12);
    expect(await count({ theme: 'health' })).toBe(4);
    expect(await count({ series: 'odd' })).toBe(6);
    expect(await count({ state: 'running' })).toBe(3);
    expect(await count({ words: 'cafe day' })).toBe(12);
    expect(await count({ words: 'afe' })).toBe(0);
    expect(await count({ handedIn: 'all' })).toBe(12);
    expect(await count({ handedIn: 'waiting' })).toBe(0);
  });

  test('give up a workshop that stopped the worker three times, until there is more of it', async () => {
    const { worker, take, report, clock } = await newHub(kind);
    await take(entriesOf({ id: 'bad' }));
    // The worker died over it again and again: each time its claim runs out.
    await report.all(
      `INSERT INTO report_work (workshop, reached, changed_ms, claimed_by, claimed_until_ms, tries, failed)
       VALUES ('bad', 0, 0, 'gone', ?, 3, 0)`,
      [clock.at - 1],
    );
    expect(await work(worker)).toMatchObject({ done: 0 });
    expect(await report.all('SELECT failed FROM report_work')).toEqual([{ failed: 1 }]);
    expect(await work(worker)).toMatchObject({ done: 0 });
    await take(entriesOf({ id: 'bad', tablets: ['another'] }));
    expect(await work(worker)).toMatchObject({ done: 1, failed: [] });
    expect((await oneWorkshop(worker, 'bad'))?.listed.upToDate).toBe(true);
  });

  test('give figures once nothing new came for a minute, and let a few late answers wait', async () => {
    const { worker: quick, take, clock } = await newHub(kind);
    const worker: Worker = { ...quick, quietMs: 60_000 };
    const question = async () => {
      const { questions } = await combine(worker, { workshops: [], filter: everything, by: 'none' });
      return questions[0] && { ...questions[0], people: questions[0].whole.people };
    };
    const entries = entriesOf({ id: 'w', activities: [aPoll('Tea?', 8, 4)] });
    const answers = entries.filter(({ body }) => body?.includes('answered'));
    const isLate = ({ id }: Entry) => answers.slice(5).some((late) => late.id === id);
    await take(entries.filter((entry) => !isLate(entry)));
    const { next } = await work(worker);
    expect(next).toBe(clock.at + 60_000);
    expect(await question()).toMatchObject({ people: 0, stillOpen: true });
    clock.at += 60_000;
    expect(await work(worker)).toMatchObject({ done: 1, next: undefined });
    expect(await question()).toMatchObject({ people: 5, stillOpen: false, late: false });
    const inFigures = async (more: readonly Entry[]) => {
      await take(more);
      await work(worker);
      clock.at += 60_000;
      await work(worker);
      return question();
    };
    expect(await inFigures(answers.slice(5, 9))).toMatchObject({ people: 5, late: true });
    // Made anew, the figures are still those that were given.
    await makeAnew(worker.report);
    expect(await inFigures([])).toMatchObject({ people: 5, late: true });
    expect(await inFigures(answers.slice(9))).toMatchObject({ people: 12, late: false });
  });

  test('add up what was asked in the same words, by whole workshops of at least 5 people', async () => {
    const { worker, take } = await newHub(kind);
    const poll = (yes: number, no: number) => [aPoll('Is it safe?', yes, no)];
    await take([
      ...entriesOf({ id: 'a', where: 'York', activities: poll(7, 2) }),
      ...entriesOf({ id: 'b', where: 'York', activities: poll(3, 4) }),
      ...entriesOf({ id: 'c', where: 'Bath', activities: poll(3, 1) }),
      ...entriesOf({ id: 'd', where: 'Bath', activities: poll(0, 6) }),
      ...entriesOf({ id: 'e', where: 'Bath', activities: poll(9, 9), finished: false }),
    ]);
    await work(worker);
    const { questions, workshops } = await combine(worker, {
      workshops: [],
      filter: everything,
      by: 'place',
    });
    expect(workshops).toHaveLength(5);
    const [question] = questions;
    const at = (answer: string) => question?.answers.indexOf(answer) ?? -1;
    expect(questions).toHaveLength(1);
    expect(question).toMatchObject({ question: 'Is it safe?', workshops: 3, tooFew: true, several: false });
    expect(question?.whole.people).toBe(22);
    expect([question?.whole.counts[at('Yes')], question?.whole.counts[at('No')]]).toEqual([10, 12]);
    expect(question?.groups.map(({ group, people }) => [group, people])).toEqual([
      ['Bath', 6],
      ['York', 16],
    ]);
    const some = await combine(worker, { workshops: ['a', 'c'], filter: everything, by: 'workshop' });
    expect(some.questions[0]?.groups.map(({ group }) => group)).toEqual(['a']);
  });
});

function activityIn(entries: readonly Entry[]): string {
  return entries.find(({ activity }) => activity !== '')?.activity ?? '';
}
