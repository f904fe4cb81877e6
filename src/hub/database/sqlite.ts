import { AsyncLocalStorage } from 'node:async_hooks';
import type { Database, Transaction } from './database.ts';
import { connect, type Connection } from './sqlite-connection.ts';
import { readFrozen } from './sqlite-file.ts';
import { DatabaseTrouble, isFromSqlite, isMistake, sqliteTrouble } from './trouble.ts';

const READS = /^\s*(select|values|with|pragma|explain)\b/i;

type Job = {
  work: (tx: Transaction) => Promise<unknown>;
  done: (result: unknown) => void;
  failed: (error: unknown) => void;
};

/** A commit that holds too many would make the first of them wait. */
const MOST_TOGETHER = 24;

/**
 * A database in one file. One connection writes, one transaction after the other; a second one reads, so that
 * nobody sees what is not committed yet and nobody waits to read.
 */
export function sqliteDatabase(path: string): Database {
  const heard = new Set<(text: string) => void>();
  const inside = new AsyncLocalStorage<true>();
  let connections: { writer: Connection; reader: Connection } | undefined;
  const waiting: Job[] = [];
  let last: Promise<unknown> = Promise.resolve();
  let failed = false;

  const open = () => {
    // WAL with FULL: a commit is on the disk when it is acknowledged. What is deleted is overwritten.
    connections ??= {
      writer: connect(
        path,
        'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON',
      ),
      reader: connect(path, 'PRAGMA query_only = ON'),
    };
    return connections;
  };
  const shut = () => {
    connections?.reader.close();
    connections?.writer.close();
    connections = undefined;
  };
  /** After a fault of the disk nothing that a connection remembers is believed: the next call opens it anew. */
  const trouble = (error: unknown): unknown => {
    if (!isFromSqlite(error)) return error;
    const known = sqliteTrouble(error);
    if (['disk', 'away', 'damaged', 'readOnly'].includes(known.why)) {
      try {
        shut();
      } catch {
        connections = undefined;
      }
    }
    return known;
  };
  const tell = (text: string) => heard.forEach((one) => one(text));

  /** One of several that are committed together. Gives what it tells once that has happened. */
  async function runOne({ work }: Job, writer: Connection): Promise<{ result: unknown; told: string[] }> {
    const told: string[] = [];
    writer.all('SAVEPOINT one');
    const result = await inside.run(true, () =>
      work({
        all: async (text, values) => writer.all(text, values),
        insert: async (into, rows) => writer.insert(into, rows),
        notify: async (text) => void told.push(text),
      }),
    );
    writer.all('RELEASE one');
    return { result, told };
  }

  /** Takes back the one that failed, so that the others can go on. Not where SQLite has taken all of them back. */
  function takesBack(writer: Connection): boolean {
    try {
      writer.all('ROLLBACK TO one');
      writer.all('RELEASE one');
      return true;
    } catch {
      return false;
    }
  }

  /** All that wait are written by one commit: what takes time is the disk, once, and not once for each. */
  async function runTogether(jobs: readonly Job[]): Promise<void> {
    const told: string[] = [];
    const ends: (() => void)[] = [];
    let writer: Connection | undefined;
    try {
      writer = open().writer;
      writer.all('BEGIN IMMEDIATE');
      for (const job of jobs) {
        try {
          const one = await runOne(job, writer);
          told.push(...one.told);
          ends.push(() => job.done(one.result));
        } catch (error) {
          const alone = !isFromSqlite(error) || isMistake(error);
          if (!takesBack(writer) || !alone) throw error;
          ends.push(() => job.failed(trouble(error)));
        }
      }
      writer.all('COMMIT');
      failed = false;
    } catch (error) {
      failed ||= isFromSqlite(error);
      try {
        writer?.all('ROLLBACK');
      } catch {
        // It was never begun, or SQLite has rolled back by itself.
      }
      const reason = trouble(error);
      jobs.forEach((job) => job.failed(reason));
      return;
    }
    told.forEach(tell);
    ends.forEach((end) => end());
  }

  async function runAll(): Promise<void> {
    while (waiting.length > 0) await runTogether(waiting.splice(0, MOST_TOGETHER));
  }

  const database: Database = {
    kind: 'sqlite',
    async all(text, values) {
      if (!READS.test(text)) return database.transaction((tx) => tx.all(text, values));
      try {
        return open().reader.all(text, values);
      } catch (error) {
        throw trouble(error);
      }
    },
    transaction(work) {
      // It would wait for itself for ever.
      if (inside.getStore())
        throw new Error('A transaction within a transaction: use the one that is given.');
      return new Promise((done, failedWith) => {
        waiting.push({
          work,
          done: (result) => done(result as Awaited<ReturnType<typeof work>>),
          failed: failedWith,
        });
        if (waiting.length === 1) last = last.then(runAll);
      });
    },
    async snapshot(work) {
      try {
        return await readFrozen(path, work);
      } catch (error) {
        throw trouble(error);
      }
    },
    listen(one) {
      heard.add(one);
      return () => heard.delete(one);
    },
    notify: async (text) => tell(text),
    async health() {
      // Reading works on a full disk too: after a failure only a write tells that it is over.
      if (failed) await database.all('UPDATE hub SET kept = kept');
      await database.all('SELECT 1');
    },
    async tidy() {
      await last;
      try {
        // The words still stand in the log of writes until it is emptied.
        open().writer.all('PRAGMA wal_checkpoint(TRUNCATE)');
      } catch {
        // Somebody reads. The next commit that fills the log does it.
      }
    },
    async size() {
      const [row] = await database.all(
        'SELECT page_count * page_size AS bytes FROM pragma_page_count(), pragma_page_size()',
      );
      return Number(row?.bytes ?? 0);
    },
    async close() {
      await last;
      shut();
    },
  };

  try {
    open();
  } catch (error) {
    throw error instanceof DatabaseTrouble ? error : sqliteTrouble(error);
  }
  return database;
}
