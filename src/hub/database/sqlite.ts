import { AsyncLocalStorage } from 'node:async_hooks';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Database, Row, Transaction, Value } from './database.ts';
import { DatabaseTrouble, isFromSqlite, sqliteTrouble } from './trouble.ts';

/** More than a report or a backup ever holds it. */
const BUSY_MS = 5000;
const MOST_STATEMENTS = 300;

const READS = /^\s*(select|values|with|pragma|explain)\b/i;

type Connection = { all(text: string, values?: readonly Value[]): Row[]; close(): void };

function connect(path: string, settings: string): Connection {
  const database = new DatabaseSync(path, { timeout: BUSY_MS });
  const statements = new Map<string, StatementSync>();
  database.exec(settings);
  return {
    all(text, values = []) {
      let statement = statements.get(text);
      if (!statement) {
        if (statements.size >= MOST_STATEMENTS) statements.clear();
        statement = database.prepare(text);
        statements.set(text, statement);
      }
      return statement.all(...values);
    },
    close: () => database.close(),
  };
}

/**
 * A database in one file. One connection writes, one transaction after the other; a second one reads, so that
 * nobody sees what is not committed yet and nobody waits to read.
 */
export function sqliteDatabase(path: string): Database {
  const heard = new Set<(text: string) => void>();
  const inside = new AsyncLocalStorage<true>();
  let connections: { writer: Connection; reader: Connection } | undefined;
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

  async function run<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const told: string[] = [];
    let writer: Connection | undefined;
    try {
      writer = open().writer;
      writer.all('BEGIN IMMEDIATE');
      const connection = writer;
      const result = await inside.run(true, () =>
        work({
          all: async (text, values) => connection.all(text, values),
          notify: async (text) => void told.push(text),
        }),
      );
      writer.all('COMMIT');
      failed = false;
      told.forEach(tell);
      return result;
    } catch (error) {
      failed ||= isFromSqlite(error);
      try {
        writer?.all('ROLLBACK');
      } catch {
        // It was never begun, or SQLite has rolled back by itself.
      }
      throw trouble(error);
    }
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
      const result = last.then(() => run(work));
      last = result.catch(() => undefined);
      return result;
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
