import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import PouchDB from 'pouchdb-core';
import memory from 'pouchdb-adapter-memory';
import replication from 'pouchdb-replication';
import * as v from 'valibot';
import * as Y from 'yjs';
import { openDatabase } from '../../src/hub/database/open.ts';
import { keep } from '../../src/hub/store/entries.ts';
import { handIn } from '../../src/wire/entries.ts';
import type { Entry } from '../../src/workshop/entry.ts';

PouchDB.plugin(memory).plugin(replication);

/** Milliseconds that `work` takes; what comes before and after it is not counted. */
async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'cuppa-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * As the hub does it: every tablet sends batch after batch, and each is read as JSON, checked by its schema, kept,
 * on the disk, and a receipt made.
 */
export function ours(batches: readonly Entry[][]): Promise<number> {
  const byTablet = Map.groupBy(batches, ([first]) => first?.tablet ?? '');
  const bodies = [...byTablet.values()].map((some) => some.map((entries) => JSON.stringify({ entries })));
  return inFolder(async (data) => {
    const database = await openDatabase({ data });
    const took = await timed(() =>
      Promise.all(
        bodies.map(async (tablet) => {
          for (const body of tablet) {
            const { entries } = v.parse(handIn.body, JSON.parse(body));
            // A tablet waits for each receipt.
            await keep(database, entries, 'bench');
          }
        }),
      ),
    );
    const [row] = await database.all('SELECT count(*) AS kept FROM entry');
    await database.close();
    const sent = batches.flat().length;
    if (Number(row?.kept) !== sent) throw new Error(`Kept ${String(row?.kept)} of ${sent}.`);
    return took;
  });
}

/** The least that a database can do: one insert a row, one commit a batch, nothing checked and nothing answered. */
export function plainInserts(batches: readonly Entry[][]): Promise<number> {
  return inFolder(async (folder) => {
    const database = new DatabaseSync(join(folder, 'plain.db'));
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    database.exec('CREATE TABLE entry (id TEXT PRIMARY KEY, body TEXT)');
    const insert = database.prepare('INSERT OR IGNORE INTO entry (id, body) VALUES (?, ?)');
    const took = await timed(() => {
      for (const entries of batches) {
        database.exec('BEGIN');
        for (const entry of entries) insert.run(entry.id, JSON.stringify(entry));
        database.exec('COMMIT');
      }
    });
    database.close();
    return took;
  });
}

/**
 * Yjs, in memory: each tablet's answers in its own document, one of each id as here, merged into one document with
 * one update a batch. Nothing is checked, written down or answered.
 */
export async function yjs(batches: readonly Entry[][]): Promise<number> {
  const documents = new Map<string, Y.Doc>();
  const updates = batches.map((entries) => {
    const tablet = entries[0]?.tablet ?? '';
    const document = documents.get(tablet) ?? new Y.Doc();
    documents.set(tablet, document);
    const before = Y.encodeStateVector(document);
    for (const { id, activity, body } of entries) {
      // As an app adds them: one answer, one transaction.
      document.getMap('answers').set(id, { activity, tablet, body });
    }
    return Y.encodeStateAsUpdate(document, before);
  });
  const merged = new Y.Doc();
  const took = await timed(() => updates.forEach((update) => Y.applyUpdate(merged, update)));
  const sent = batches.flat().length;
  if (merged.getMap('answers').size !== sent) throw new Error('Yjs did not merge everything.');
  return took;
}

let pouches = 0;

/** PouchDB, in memory: one database a tablet, each replicated into one. */
export async function pouch(batches: readonly Entry[][]): Promise<number> {
  pouches += 1;
  const make = (name: string) => new PouchDB(`${name}-${pouches}`, { adapter: 'memory' });
  const sources = await Promise.all(
    [...Map.groupBy(batches.flat(), ({ tablet }) => tablet)].map(async ([tablet, entries]) => {
      const source = make(tablet);
      await source.bulkDocs(entries.map(({ id, ...rest }) => ({ _id: id, ...rest })));
      return source;
    }),
  );
  const target = make('merged');
  const took = await timed(async () => {
    // One after the other: side by side they were no quicker, and one process has one thread.
    for (const source of sources) await source.replicate.to(target, { batch_size: 500 });
  });
  const { doc_count: count } = await target.info();
  if (count !== batches.flat().length) throw new Error('PouchDB did not merge everything.');
  await Promise.all([...sources, target].map((one) => one.destroy()));
  return took;
}
