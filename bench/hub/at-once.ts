import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '../../src/hub/database/open.ts';
import { openPairing, pairTablet } from '../../src/hub/tablets/pairing.ts';
import type { Entry } from '../../src/workshop/entry.ts';
import { startHub } from '../../tests/support/server.ts';
import { interleaved, ratio } from '../ratios.ts';
import { answersOf } from './answers.ts';

const BATCH = 500;

/** 200 tablets hand in at the same moment, beside 12 that hand in as much: a real hub, asked over HTTP. */
export async function atOnce(rounds: number): Promise<string[]> {
  let refused = 0;
  const round = (tablets: number, each: number) => handInAll(tablets, each, () => (refused += 1));
  const { a, b } = await interleaved(
    rounds,
    () => round(200, 75),
    () => round(12, 1250),
  );
  return [
    `hub over HTTP, 15,000 answers of 200 tablets at once beside 12 tablets: ${ratio(a, b)}; ` +
      `asked to wait ${refused} times in ${rounds} rounds, and all came in`,
  ];
}

/** Milliseconds until the last receipt has come. Counts what the hub holds in the end. */
async function handInAll(tablets: number, each: number, refused: () => void): Promise<number> {
  const data = mkdtempSync(join(tmpdir(), 'cuppa-bench-'));
  const database = await openDatabase({ data });
  const tokens: string[] = [];
  for (let i = 0; i < tablets; i++) {
    // A code at a time, as in an office.
    const { secret } = await openPairing(database, { kind: 'nobody' });
    tokens.push((await pairTablet(database, { secret, name: `Tablet ${i}`, version: 'bench' })).token);
  }
  const hub = await startHub({ data });
  const days = tokens.map((token, i) => ({ token, entries: answersOf(`tablet-${i}`, each) }));
  const began = performance.now();
  await Promise.all(days.map((day) => handIn(hub.url, day.token, day.entries, refused)));
  const took = performance.now() - began;
  await hub.stop();
  const [row] = await database.all('SELECT count(*) AS kept FROM entry');
  await database.close();
  rmSync(data, { recursive: true, force: true });
  if (Number(row?.kept) !== tablets * each) throw new Error(`Kept ${String(row?.kept)}.`);
  return took;
}

async function handIn(url: string, token: string, entries: Entry[], refused: () => void): Promise<void> {
  for (let at = 0; at < entries.length;) {
    // A tablet waits for each receipt.
    const answer = await fetch(`${url}/v1/entries`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ entries: entries.slice(at, at + BATCH) }),
    });
    if (answer.ok) at += BATCH;
    else if (answer.status !== 429) throw new Error(`The hub answered ${answer.status}.`);
    else {
      refused();
      await pause(Number(answer.headers.get('retry-after')) * 1000);
    }
  }
}
