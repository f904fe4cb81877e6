import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterEach, expect, test } from 'vitest';
import { findKind } from '#activities/kinds.ts';
import { openDatabase } from '#hub/database/open.ts';
import type { Database } from '#hub/database/database.ts';
import { newFirstLink } from '#hub/door/links.ts';
import { give } from '#hub/tablets/access.ts';
import { openPairing } from '#hub/tablets/pairing.ts';
import { toJson } from '#report/json.ts';
import { makeReport } from '#report/report.ts';
import { EntrySchema, type Entry } from '#workshop/entry.ts';
import { replayAll } from '#workshop/replay.ts';
import { startTablet, waitUntilReadyOffline, type Tablet } from '../support/browser.ts';
import { PASSWORD } from '../support/door.ts';
import { everyEntryIn } from '../support/every-entry.ts';
import { startPostgres } from '../support/postgres.ts';
import { startProxy, type Proxy } from '../support/proxy.ts';
import { rehearse, type File, type Rehearsal } from '../support/rehearsal.ts';
import { startHub, type Hub } from '../support/server.ts';
import { taster } from '../support/taster.ts';
import { choose, enough, write } from '../support/turns.ts';

const toClear: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clear of toClear.splice(0).reverse()) await clear();
});

/** Without a hub in reach the browser itself says so in the console. */
const AWAY = [/Failed to load resource/, /net::ERR_/];
const BOARD = 'What would make it easier for you to take part in decisions?';
const ALL_IN = 'Everything is in the office. This tablet can go back.';

type Table = { tablet: Tablet; day: Rehearsal };

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cuppa-three-'));
  toClear.push(async () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function aDatabase(data: string, databaseUrl?: string): Promise<Database> {
  const database = await openDatabase({ data, databaseUrl });
  toClear.push(() => database.close());
  return database;
}

/** A tablet that is connected to the office, at an address of the hub. */
async function connected(url: string, database: Database, name: string): Promise<Table> {
  const tablet = await startTablet();
  toClear.push(tablet.putAway);
  const day = rehearse(tablet, { url });
  const { secret } = await openPairing(database, { kind: 'nobody' });
  await day.connect(secret, name);
  await waitUntilReadyOffline(day.page());
  return { tablet, day };
}

const FileSchema = v.object({ entries: v.array(EntrySchema) });
const entriesIn = ({ text }: File): Entry[] => v.parse(FileSchema, JSON.parse(text)).entries;
const once = (entries: readonly Entry[]): Entry[] => [
  ...new Map(entries.map((entry) => [entry.id, entry])).values(),
];
const reportOf = (entries: readonly Entry[]): string => toJson(makeReport(replayAll(entries, findKind)));
/** Who made the file and when stands beside the report. */
const partsOf = (text: string): unknown => {
  const { parts, actions, notes } = v.parse(
    v.object({ parts: v.unknown(), actions: v.unknown(), notes: v.unknown() }),
    JSON.parse(text),
  );
  return { parts, actions, notes };
};

/** One table without any network: somebody answers the sealed poll, and somebody writes a note. */
async function leadApart({ day }: Table, number: number): Promise<File> {
  await day.open('lead');
  await day.handRound();
  await day.takeTurn({ answer: [choose(taster.poll.answers[number]?.words ?? '')] });
  await day.backToLead();
  await day.show();
  await day.nextUpTo(BOARD);
  await day.handRound();
  await day.takeTurn({ answer: [choose('Type it'), write(`What table ${number} wants`), enough] });
  await day.backToLead();
  await day.show();
  const file = await day.workshopFile();
  await day.page().goto(new URL(day.page().url()).origin);
  return file;
}

/** The office signs in, and takes the report of the workshop as JSON. */
async function reportAtOffice(url: string, database: Database, workshop: string): Promise<string> {
  const desk = await startTablet({ width: 1280, height: 900 });
  toClear.push(desk.putAway);
  const { page } = desk;
  await page.goto(`${url}/office/first#${await newFirstLink(database)}`);
  await page.getByLabel('Name', { exact: true }).fill('Olu');
  await page.getByLabel('Sign-in name').fill('olu@office.example');
  await page.getByLabel('New password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Workshops' }).waitFor();
  await page.goto(`${url}/office/workshop/${workshop}/report`);
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: /\(JSON\)/ }).press('Enter');
  const text = readFileSync(await (await coming).path(), 'utf8');
  // Whoever is not signed in yet is told so by the hub.
  desk.expectQuiet({ except: AWAY });
  return text;
}

type Office = {
  database: Database;
  lines: Proxy[];
  url: string;
  /** Ends a hub as a power cut does. Another one goes on: the same place started again, or the one beside it. */
  kill: () => Promise<void>;
};

/** One hub on SQLite, or two on one PostgreSQL; and a line for each of three tablets, which is its address for good. */
async function startOffice(kind: Database['kind']): Promise<Office> {
  const data = aFolder();
  const start = async (env: Record<string, string>, port?: number): Promise<Hub> => {
    const hub = await startHub({ data, env, ...(port === undefined ? {} : { port }) });
    toClear.push(hub.stop);
    return hub;
  };
  const startLines = async (ports: readonly number[]): Promise<Proxy[]> => {
    const lines = await Promise.all(ports.map(startProxy));
    toClear.push(...lines.map((line) => line.stop));
    return lines;
  };
  if (kind === 'sqlite') {
    const hub = await start({});
    const lines = await startLines([hub.port, hub.port, hub.port]);
    const kill = async (): Promise<void> => {
      await hub.stop();
      await start({}, hub.port);
    };
    return { database: await aDatabase(data), lines, url: hub.url, kill };
  }
  const postgres = await startPostgres();
  toClear.push(() => postgres.stop());
  const databaseUrl = await postgres.newDatabase();
  const [left, right] = await Promise.all([
    start({ DATABASE_URL: databaseUrl }),
    start({ DATABASE_URL: databaseUrl }),
  ]);
  const lines = await startLines([left.port, right.port, left.port]);
  const kill = async (): Promise<void> => {
    await left.stop();
    lines.forEach((line) => line.leadTo(right.port));
  };
  return { database: await aDatabase(data, databaseUrl), lines, url: right.url, kill };
}

/** Two hubs on PostgreSQL every time; one on SQLite in the long run (a hub of one is killed in hub-tablet.test.ts). */
const kinds = process.env.CUPPA_MATRIX ? (['sqlite', 'postgres'] as const) : (['postgres'] as const);

test.each(kinds)(
  'three tablets lead one workshop apart and without a network, and the office has all of it once (%s)',
  async (kind) => {
    const { database, lines, url, kill } = await startOffice(kind);
    const tables = await Promise.all(
      lines.map((line, number) => connected(line.url, database, `Tablet ${number}`)),
    );
    const [one] = tables;
    if (!one) throw new Error('There is no tablet.');

    // Made on one of them, given to all before they leave.
    await one.day.makeWorkshop(taster.name);
    await one.day.start(6);
    await one.day.nextUpTo(taster.poll.question);
    const id = one.day.id();
    await give(database, id, [''], { kind: 'nobody' });
    await Promise.all(
      tables.map(async ({ day }, number) => {
        day.takeOver(id);
        await day.page().goto(lines[number]?.url ?? '');
        await day.button(/^Having our say: 30 minutes/).waitFor();
        await day.page().getByText(ALL_IN).waitFor();
      }),
    );

    for (const { tablet } of tables) await tablet.context.setOffline(true);
    const before = (await everyEntryIn(database)).length;
    const files = await Promise.all(tables.map(leadApart));
    expect(await everyEntryIn(database)).toHaveLength(before);
    const all = once(files.flatMap(entriesIn));
    expect(all.length).toBeGreaterThan(before + 12);

    // Back at the office. The hub keeps what the last one sends, and its answers do not arrive; then a hub is killed.
    const bad = lines.at(-1);
    let dropped = 0;
    bad?.faults(() => ((dropped += 1) <= 3 ? { dropAnswer: true } : undefined));
    bad?.cut();
    for (const { tablet } of tables) await tablet.context.setOffline(false);
    while ((await everyEntryIn(database)).length === before) await one.day.page().waitForTimeout(5);
    await kill();
    for (const { day } of tables) await day.page().getByText(ALL_IN).waitFor({ timeout: 40_000 });
    expect(bad?.count().cut).toBeGreaterThan(0);

    const kept = await everyEntryIn(database);
    expect(kept.map((entry) => entry.id).toSorted()).toEqual(all.map((entry) => entry.id).toSorted());
    const report = await reportAtOffice(url, database, id);
    expect(partsOf(report)).toEqual(partsOf(reportOf(all)));
    for (const number of [0, 1, 2]) expect(report).toContain(`What table ${number} wants`);
    for (const { tablet } of tables) tablet.expectQuiet({ except: AWAY });
  },
);
