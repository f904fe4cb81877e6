import { mkdir, rm } from 'node:fs/promises';
import { afterAll, describe, expect, test, vi } from 'vitest';
import * as v from 'valibot';
import type { Database } from '#hub/database/database.ts';
import { openDatabase } from '#hub/database/open.ts';
import { postgresDatabase } from '#hub/database/postgres.ts';
import { sqliteDatabase } from '#hub/database/sqlite.ts';
import { reportFile } from '#hub/report/open.ts';
import { keep } from '#hub/store/entries.ts';
import { startReports } from '#hub/report/thread.ts';
import { makeNews } from '#hub/server/news.ts';
import type { Entry } from '#workshop/entry.ts';
import { officeWorkshop, officeWorkshops, searchWords } from '#wire/office.ts';
import { aBoard, entriesOf } from '../support/hub-workshops.ts';
import { databasesOfThisFile, kinds } from '../support/hub-databases.ts';
import { startOwnHub, type As, type OwnHub } from '../support/own-hub.ts';

const databases = databasesOfThisFile();
const toStop: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const stop of toStop.toReversed()) await stop();
}, 60_000);

async function newHub(kind: Database['kind']) {
  const place = await databases.place(kind);
  const database = await openDatabase(place);
  const hub = await startOwnHub({ ...place, database });
  toStop.push(() => hub.stop());
  const tablet = await hub.tablet('Hall 1');
  return { hub, place, tablet, reader: await hub.account('reader') };
}

const handIn = async (hub: OwnHub, as: As, entries: readonly Entry[]) =>
  expect((await hub.ask('/v1/entries', { as, method: 'POST', body: { entries } })).status).toBe(200);

const soon = { timeout: 20_000, interval: 100 };

describe.each(kinds)('the report worker of a hub on %s', (kind) => {
  test('lets the office see what came in within a moment, and says who handed it in', async () => {
    const { hub, tablet, reader } = await newHub(kind);
    await handIn(
      hub,
      tablet.as,
      entriesOf({ id: 'w', title: 'Tea', activities: [aBoard('What helps?', ['A lift'])] }),
    );
    await vi.waitFor(async () => {
      const found = await hub.ask('/v1/office/search', {
        as: reader,
        method: 'POST',
        body: { words: 'lift' },
      });
      expect(v.parse(searchWords.reply, found.json())).toMatchObject({ total: 1, behind: 0 });
    }, soon);
    const list = await hub.ask('/v1/office/workshops', { as: reader, method: 'POST', body: {} });
    expect(v.parse(officeWorkshops.reply, list.json())).toMatchObject({
      total: 1,
      workshops: [{ title: { plain: 'Tea' } }],
    });
    const one = await hub.ask('/v1/office/workshops/w', { as: reader });
    expect(v.parse(officeWorkshop.reply, one.json())).toMatchObject({
      handed: [{ tablet: tablet.id, name: 'Hall 1', revoked: false }],
      behind: 0,
    });
    expect((await hub.ask('/v1/office/workshops/none', { as: reader })).status).toBe(404);
    // More of it, a batch at a time, as a tablet hands in.
    for (const words of ['Tea', 'Milk', 'Sugar']) {
      await handIn(hub, tablet.as, entriesOf({ id: words, activities: [aBoard('What helps?', [words])] }));
    }
    await vi.waitFor(async () => {
      const found = await hub.ask('/v1/office/search', {
        as: reader,
        method: 'POST',
        body: { words: 'sugar' },
      });
      expect(v.parse(searchWords.reply, found.json()).total).toBe(1);
    }, soon);
  }, 60_000);

  test('holds up no receipt while its tables are locked, and makes up for it afterwards', async () => {
    const { hub, tablet, reader, place } = await newHub(kind);
    const other = place.databaseUrl
      ? await postgresDatabase(place.databaseUrl)
      : sqliteDatabase(reportFile(place.data));
    let unlock = (): void => undefined;
    const held = new Promise<void>((done) => (unlock = done));
    const locked = new Promise<void>((isLocked, refuse) => {
      other
        .transaction(async (tx) => {
          await tx.all(kind === 'postgres' ? 'LOCK TABLE report_work' : 'UPDATE report_work SET tries = 0');
          isLocked();
          await held;
        })
        .catch(refuse);
    });
    await locked;
    for (const id of ['a', 'b', 'c']) {
      await handIn(hub, tablet.as, entriesOf({ id, activities: [aBoard('What helps?', ['A lift'])] }));
    }
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await handIn(hub, tablet.as, entriesOf({ id: 'd' }));
    unlock();
    await vi.waitFor(async () => {
      const list = await hub.ask('/v1/office/workshops', { as: reader, method: 'POST', body: {} });
      expect(v.parse(officeWorkshops.reply, list.json()).total).toBe(4);
    }, soon);
    await other.close();
  }, 60_000);
});

test('a worker that stops is logged without anyone’s words, starts again, and reads what came in meanwhile', async () => {
  const place = await databases.place('sqlite');
  const database = await openDatabase(place);
  // Where its file should be there is a folder: it cannot even start.
  await mkdir(reportFile(place.data), { recursive: true });
  const warnings: string[] = [];
  const log = {
    info: () => undefined,
    warn: (about: object, words: string) => void warnings.push(JSON.stringify(about) + words),
  };
  const reports = startReports({ place, news: makeNews(database), log });
  toStop.push(async () => {
    await reports.close();
    await database.close();
  });
  await vi.waitFor(() => expect(warnings.length).toBeGreaterThan(1), soon);
  await rm(reportFile(place.data), { recursive: true });
  await vi.waitFor(async () => {
    const report = sqliteDatabase(reportFile(place.data));
    const rows = await report.all('SELECT epoch FROM report_about').finally(() => report.close());
    expect(rows).toHaveLength(1);
  }, soon);
  expect(warnings.join()).not.toContain(place.data);
}, 60_000);

test('a worker that runs out of memory takes nothing with it: entries are kept, and it starts again', async () => {
  const place = await databases.place('sqlite');
  const database = await openDatabase(place);
  const warnings: string[] = [];
  const log = {
    info: () => undefined,
    warn: (about: object, words: string) => void warnings.push(JSON.stringify(about) + words),
  };
  const reports = startReports({ place, news: makeNews(database), log, settings: { memoryMb: 4 } });
  toStop.push(async () => {
    await reports.close();
    await database.close();
  });
  await vi.waitFor(
    () => expect(warnings.filter((one) => one.includes('OUT_OF_MEMORY')).length).toBeGreaterThan(1),
    soon,
  );
  const [receipt] = await keep(database, entriesOf({ id: 'w' }), 'tablet');
  expect(receipt).toMatchObject({ workshop: 'w', discarded: false });
}, 60_000);
