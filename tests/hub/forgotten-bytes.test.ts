import { readdirSync, readFileSync, rmSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openDatabase } from '#hub/database/open.ts';
import { newFirstLink } from '#hub/door/links.ts';
import { PASSWORD, Visitor } from '../support/door.ts';
import { aBoard, entriesOf } from '../support/hub-workshops.ts';
import { startHub } from '../support/server.ts';
import { connectTablet } from '../support/tablets.ts';

const toClear: (() => unknown)[] = [];
afterEach(async () => {
  for (const clear of toClear.splice(0).reverse()) await clear();
});

const WORDS = 'zwiebelkuchen';
const OTHER = 'The bus is late';

/** The files of the hub's folder that hold these words, in the clear. */
const filesWith = (data: string, words: string): string[] =>
  readdirSync(data).filter((name) => readFileSync(join(data, name)).includes(words));

test('after a redaction no file of the hub holds the words, nor does its search, and after a removal nothing of the rest', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cuppa-bytes-'));
  toClear.push(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Cuppa</title>');
  const data = join(folder, 'data');
  // As it is run: a process of its own, with the thread that makes reports and the search.
  const hub = await startHub({ dist: folder, data, env: { CUPPA_LOG: 'error' } });
  toClear.push(hub.stop);
  const database = await openDatabase({ data });
  toClear.push(() => database.close());
  const office = new Visitor(hub.url);
  const own = { name: 'Olu', signIn: 'olu@office.example', password: PASSWORD };
  await office.post('/v1/door/first', { secret: await newFirstLink(database), ...own });
  const tablet = await connectTablet(hub.url, database);
  const entries = entriesOf({
    id: 'w',
    activities: [aBoard('What would help?', [`More ${WORDS} for all`, OTHER])],
  });
  await tablet.store.bring(entries, []);
  expect(await tablet.sync()).toBe('done');

  const found = async (words: string): Promise<boolean> => {
    const { body } = await office.post('/v1/office/search', { words });
    return JSON.stringify(body).includes('"hit":true');
  };
  await expect.poll(() => found(WORDS), { timeout: 15_000 }).toBe(true);
  expect(filesWith(data, WORDS)).not.toEqual([]);

  const note = entries.find(({ body }) => body?.includes(WORDS));
  const reply = await office.post('/v1/workshops/w/redactions', { entries: [note?.id] });
  expect(reply.body).toEqual({ removed: 1 });
  await expect.poll(() => found(WORDS), { timeout: 15_000 }).toBe(false);
  await expect.poll(() => filesWith(data, WORDS), { timeout: 15_000 }).toEqual([]);
  expect(await found('bus')).toBe(true);

  expect((await office.post('/v1/workshops/w/discard')).status).toBe(200);
  await expect.poll(() => found('bus'), { timeout: 15_000 }).toBe(false);
  await expect.poll(() => filesWith(data, OTHER), { timeout: 15_000 }).toEqual([]);
  expect(hub.said()).not.toMatch(new RegExp(`${WORDS}|${OTHER}`));
}, 90_000);
