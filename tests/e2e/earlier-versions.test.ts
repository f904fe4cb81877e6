import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterEach, expect, test } from 'vitest';
import { startTablet } from '../support/browser.ts';
import { oneOfEach, workshopFile } from '../support/gallery.ts';
import { rehearse } from '../support/rehearsal.ts';
import { startHub } from '../support/server.ts';
import { taster } from '../support/taster.ts';

const keyPath = v.nullable(v.union([v.string(), v.array(v.string())]));
const RecordedSchema = v.object({
  version: v.number(),
  tables: v.array(
    v.object({
      name: v.string(),
      keyPath,
      autoIncrement: v.boolean(),
      indexes: v.array(v.object({ name: v.string(), keyPath, unique: v.boolean() })),
      rows: v.array(v.unknown()),
    }),
  ),
  logs: v.array(v.string()),
});
type Recorded = v.InferOutput<typeof RecordedSchema>;

const root = join(import.meta.dirname, '../..');
const read = (path: string): Recorded =>
  v.parse(RecordedSchema, JSON.parse(readFileSync(join(root, path), 'utf8')));
const recorded = globSync('tests/fixtures/tablet-*.json', { cwd: root }).map(read);

const toClear: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clear of toClear.splice(0).reverse()) await clear();
});

test('the database and its two versions before are recorded', () => {
  const source = readFileSync(join(root, 'src/journal/database.ts'), 'utf8');
  const shapes = [...source.matchAll(/^ {4}version: (\d+),$/gm)].map(([, number]) => Number(number));
  expect(shapes.length).toBeGreaterThan(0);
  const versions = recorded.map(({ version }) => version);
  expect(shapes.slice(-3).filter((shape) => !versions.includes(shape))).toEqual([]);
});

const left = recorded.flatMap((one) => [
  { name: `the tablet of version ${one.version}`, one },
  { name: `the database alone of version ${one.version}`, one: { ...one, logs: [] } },
  { name: `the log alone of version ${one.version}`, one: { ...one, tables: [] } },
]);

test.for(left)('$name opens as it was left', async ({ one }) => {
  const hub = await startHub();
  toClear.push(hub.stop);
  const tablet = await startTablet();
  toClear.push(tablet.putAway);
  const { page } = tablet;
  // A page of this origin that is not the app.
  await page.goto(`${hub.url}/manifest.webmanifest`);
  await page.evaluate(putBack, one);
  const day = rehearse(tablet, hub);
  await page.goto(hub.url);
  await page.getByRole('button', { name: /^More/ }).first().waitFor();
  await page.goto(`${hub.url}/workshop/${workshopOf(one)}/lead`);
  // One person took a turn, and the answers are shown.
  await page.getByText(taster.poll.question).first().waitFor();
  day.takeOver(workshopOf(one));
  expect(await day.report()).toContain(taster.poll.answers[0]?.words);
  tablet.expectQuiet({ except: [/manifest/] });
});

const EntryIn = v.looseObject({ workshop: v.string() });

/** The workshop in what was recorded, whichever store it is in. */
function workshopOf({ tables, logs }: Recorded): string {
  const rows = tables.find(({ name }) => name === 'entries')?.rows ?? [];
  if (rows.length > 0) return v.parse(EntryIn, rows[0]).workshop;
  const text = logs.map((log) => Buffer.from(log, 'base64').toString('latin1')).join('');
  return /"workshop":"([0-9a-f]{32})"/.exec(text)?.[1] ?? '';
}

/** Puts a recorded tablet back, before the app is opened for the first time. */
async function putBack({ version, tables, logs }: Recorded): Promise<void> {
  if (tables.length > 0)
    await new Promise<void>((done, failed) => {
      const asking = indexedDB.open('cuppa', version * 10);
      asking.onerror = () => failed(new Error(String(asking.error)));
      asking.onupgradeneeded = () => {
        for (const { name, keyPath: key, autoIncrement, indexes, rows } of tables) {
          const table = asking.result.createObjectStore(name, { keyPath: key, autoIncrement });
          for (const index of indexes)
            table.createIndex(index.name, index.keyPath ?? '', { unique: index.unique });
          for (const row of rows) table.put(row);
        }
      };
      asking.onsuccess = () => {
        asking.result.close();
        done();
      };
    });
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('cuppa', { create: true });
  for (const [place, log] of logs.entries()) {
    const file = await folder.getFileHandle(`journal-${place}.log`, { create: true });
    const stream = await file.createWritable();
    await stream.write(Uint8Array.from(atob(log), (letter) => letter.charCodeAt(0)));
    await stream.close();
  }
}

/** What a version to come may say: a change and a kind that nobody knows here, and a setup of tomorrow. */
const tomorrow = [
  { activity: '', body: { type: 'moved-by-thought', to: 'the garden', deep: [{ Ünï: '🫖' }] } },
  {
    activity: '',
    body: { type: 'activity-added', activity: 'dream', kind: 'dreams', rank: 'zzV', setup: { of: 1 } },
  },
  { activity: 'dream', body: { type: 'dreamt', what: 'a quiet bus' } },
];

test('what a newer tablet said is kept and handed on to the letter, and the screens say that it needs a newer Cuppa', async () => {
  const hub = await startHub();
  toClear.push(hub.stop);
  const tablet = await startTablet();
  toClear.push(tablet.putAway);
  const day = rehearse(tablet, hub);
  const text = await workshopFile({ id: 'from-tomorrow', of: oneOfEach, said: tomorrow });
  await tablet.page.goto(hub.url);
  expect(await day.bringIn({ name: 'tomorrow.json', text })).toMatch(/is on this tablet now/);
  day.takeOver('from-tomorrow');
  await day.open('report');
  await tablet.page.getByText('made with a newer version of Cuppa').first().waitFor();
  expect(await day.report()).not.toContain('quiet bus');

  const handedOn = bodiesIn((await day.workshopFile()).text);
  expect(handedOn).toEqual(bodiesIn(text));
  for (const { body } of tomorrow) expect(handedOn).toContain(JSON.stringify(body));
  tablet.expectQuiet();
});

const FileSchema = v.object({ entries: v.array(v.object({ id: v.string(), body: v.string() })) });
const bodiesIn = (file: string): string[] =>
  v
    .parse(FileSchema, JSON.parse(file))
    .entries.toSorted((a, b) => a.id.localeCompare(b.id))
    .map(({ body }) => body);
