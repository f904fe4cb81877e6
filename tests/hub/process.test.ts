import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as v from 'valibot';
import { openDatabase } from '#hub/database/open.ts';
import { handIn } from '#wire/entries.ts';
import { newId } from '#workshop/entry.ts';
import { enterAccount, enterTablet, someEntry, type As } from '../support/own-hub.ts';
import { startHub } from '../support/server.ts';

let data: string;
let tablet: As;
let reader: As;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'cuppa-process-'));
  await writeFile(join(data, 'index.html'), '<!doctype html><title>Cuppa</title>');
  const database = await openDatabase({ data });
  tablet = (await enterTablet(database)).as;
  reader = await enterAccount(database, 'reader');
  await database.close();
});
afterEach(() => rm(data, { recursive: true, force: true }));

const send = (url: string, workshop: string, count: number) =>
  fetch(`${url}/v1/entries`, {
    method: 'POST',
    headers: { ...tablet, 'content-type': 'application/json' },
    body: JSON.stringify({ entries: Array.from({ length: count }, () => someEntry({ workshop })) }),
  });

test('a hub that is told to stop finishes what was begun, and ends although somebody still follows', async () => {
  const hub = await startHub({ data, dist: data });
  const follows = await fetch(`${hub.url}/v1/news`, { headers: reader });
  const workshop = newId();
  const sent = Array.from({ length: 8 }, () => send(hub.url, workshop, 400));
  // Some of it is in work by now.
  await Promise.race(sent);
  const began = performance.now();
  const code = hub.end();
  const answers = await Promise.allSettled(sent);
  await follows.text().catch(() => '');
  expect(await code).toBe(0);
  expect(performance.now() - began).toBeLessThan(15_000);
  // What it gave a receipt for is there; what it did not answer may be.
  let kept = 0;
  for (const answer of answers) {
    if (answer.status === 'rejected' || answer.value.status !== 200) continue;
    kept += v.parse(handIn.reply, await answer.value.json()).receipts[0]?.count ?? 0;
  }
  const database = await openDatabase({ data });
  const [row] = await database.all('SELECT COUNT(*) AS count FROM entry WHERE workshop = ?', [workshop]);
  await database.close();
  expect(kept).toBeGreaterThan(0);
  expect(Number(row?.count)).toBeGreaterThanOrEqual(kept);
});

/** Starts a hub that is expected to refuse to start, and gives its last words. */
async function refusal(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['src/hub/serve.ts'], {
    env: { ...process.env, PORT: '0', CUPPA_DIST: data, CUPPA_DATA: data, DATABASE_URL: '', ...env },
  });
  let said = '';
  child.stdout.on('data', (text: Buffer) => (said += text.toString()));
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const code = await new Promise<number | null>((done) => child.once('exit', done));
  return { code, said };
}

test('a hub whose database is away says so in a sentence, and no password', async () => {
  const { code, said } = await refusal({ DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/cuppa' });
  expect(code).toBe(1);
  expect(said).toContain('cannot reach its database');
  expect(said).not.toContain('secret');
  expect(said.trim().split('\n')).toHaveLength(1);
});
