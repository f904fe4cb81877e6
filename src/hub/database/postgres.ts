import pg from 'pg';
import {
  marks,
  type Database,
  type Queries,
  type Row,
  type Snapshot,
  type Transaction,
  type Value,
} from './database.ts';
import { listenOn } from './postgres-news.ts';
import { DatabaseTrouble, isWorthARepeat, postgresTrouble } from './trouble.ts';

/** Of each kind: those that keep wait for each other, and whoever reads must not wait with them. */
const MOST_CONNECTIONS = 6;
const CONNECT_MS = 5000;
const OLDEST = 150_000;
const MOST_TRIES = 5;
const INT8 = 20;
const APPLICATION = 'cuppa';

/** Numbers that JavaScript can count to come as numbers, and larger ones as text, for this pool alone. */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): unknown {
    if (oid === INT8 && format !== 'binary') return readBigint;
    return pg.types.getTypeParser(oid, format);
  },
};

function readBigint(text: string): number | string {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : text;
}

/** A server that does not answer any more must not hold the hub for as long as networks wait by themselves. */
const ANSWER_MS = 120_000;
/** A hub that was halted in the middle of something must not hold the others. */
const HALTED = '30s';
const WAIT_FOR_OTHERS = '60s';

// A commit is on the disk when it is acknowledged, whatever the server is set to; and each statement sees what
// is committed by then, which the numbering of entries builds on.
const BEGIN = `BEGIN ISOLATION LEVEL READ COMMITTED;
  SELECT set_config('synchronous_commit', 'on', true) WHERE current_setting('synchronous_commit') = 'off';
  SET LOCAL idle_in_transaction_session_timeout = '${HALTED}'; SET LOCAL lock_timeout = '${WAIT_FOR_OTHERS}'`;

/** A database on a server, which several hubs may share. */
export async function postgresDatabase(url: string): Promise<Database> {
  const config = {
    connectionString: url,
    application_name: APPLICATION,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: ANSWER_MS,
    types,
    keepAlive: true,
  };
  const newPool = (): pg.Pool => {
    const pool = new pg.Pool({ ...config, max: MOST_CONNECTIONS });
    // Whoever uses a connection that breaks is told by the query; without a listener it would end the hub.
    pool.on('error', () => undefined);
    pool.on('connect', (client) => client.on('error', () => undefined));
    return pool;
  };
  const [writers, readers] = [newPool(), newPool()];
  const news = listenOn(() => new pg.Client(config));

  const run = async <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => {
    const client = await writers.connect();
    let broken: Error | undefined;
    try {
      await client.query(BEGIN);
      const { all } = queriesOf(client);
      const result = await work({
        all,
        insert: (into, rows) => insertBy(all, into, rows),
        notify: async (text) => void (await all(NOTIFY, [text])),
      });
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((failure: unknown) => {
        broken = failure instanceof Error ? failure : new Error(String(failure));
      });
      throw error;
    } finally {
      client.release(broken);
    }
  };

  const { all } = queriesOf(readers);
  const database: Database = {
    kind: 'postgres',
    all: (text, values) => all(text, values).catch(asTrouble),
    async transaction(work) {
      for (let tries = 1; ; tries += 1) {
        try {
          return await run(work);
        } catch (error) {
          if (tries === MOST_TRIES || !isWorthARepeat(error)) return asTrouble(error);
        }
      }
    },
    snapshot: (work) => readFrozen(readers, work).catch(asTrouble),
    listen: news.listen,
    notify: async (text) => void (await database.all(NOTIFY, [text])),
    async health() {
      const [row] = await database.all("SELECT current_setting('transaction_read_only') AS answer");
      // As a server does that only follows another one.
      if (row?.answer === 'on') throw new DatabaseTrouble('readOnly');
    },
    tidy: () => database.all('VACUUM entry, attachment_piece, held').then(noop, noop),
    async size() {
      const [row] = await database.all('SELECT pg_database_size(current_database()) AS bytes');
      return Number(row?.bytes ?? 0);
    },
    async close() {
      await news.close();
      await Promise.all([writers.end(), readers.end()]);
    },
  };

  try {
    const [row] = await database.all('SHOW server_version_num');
    if (Number(row?.server_version_num) < OLDEST) throw new DatabaseTrouble('old');
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

/** A statement takes at most 65,535 values. */
const MOST_ROWS = 500;

async function insertBy(
  all: Queries['all'],
  into: string,
  rows: readonly (readonly Value[])[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += MOST_ROWS) {
    const some = rows.slice(at, at + MOST_ROWS);
    const values = some.map((row) => `(${marks(row.length)})`).join(', ');
    await all(`INSERT INTO ${into} VALUES ${values}`, some.flat());
  }
}

/** As few rows as fit in memory when each of them is a piece of a photo. */
const SOME_ROWS = 40;

async function readFrozen<T>(pool: pg.Pool, work: (frozen: Snapshot) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const { all } = queriesOf(client);
  let failure: Error | undefined;
  try {
    await all('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const result = await work({
      all,
      async *rows(table) {
        await all(`DECLARE rows CURSOR FOR SELECT * FROM "${table}"`);
        for (;;) {
          const some = await all(`FETCH ${SOME_ROWS} FROM rows`);
          if (some.length === 0) break;
          yield some;
        }
        await all('CLOSE rows');
      },
    });
    await all('COMMIT');
    return result;
  } catch (error) {
    // The connection is not used again: whatever it was in the middle of ends with it.
    failure = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    client.release(failure);
  }
}

const noop = () => undefined;
const NOTIFY = "SELECT pg_notify('cuppa', ?)";

function queriesOf(client: Pick<pg.PoolClient, 'query'>): Queries {
  return {
    async all(text: string, values: readonly Value[] = []): Promise<Row[]> {
      const result = await client.query<Row>(numbered(text), [...values]);
      return result.rows;
    },
  };
}

const seen = new Map<string, string>();

/** `?` as PostgreSQL writes it: $1, $2… Quoted text stays as it is. */
export function numbered(text: string): string {
  const known = seen.get(text);
  if (known !== undefined) return known;
  let count = 0;
  const made = text.replace(/'[^']*'|"[^"]*"|\?/g, (found) => (found === '?' ? `$${(count += 1)}` : found));
  if (seen.size > 1000) seen.clear();
  seen.set(text, made);
  return made;
}

/** What the server and the system say; a refusal has a code too, such as "link-over". */
const SYSTEM_CODE = /^([0-9A-Z]{5}|E[A-Z_]+)$/;
const codeOf = (error: Error): string => ('code' in error ? String(error.code) : '');

/** What the code itself threw stays as it is: only what the database said is put into a sentence. */
function asTrouble(error: unknown): never {
  const isOurs =
    error instanceof Error && !(error instanceof pg.DatabaseError) && !SYSTEM_CODE.test(codeOf(error));
  const isLost = error instanceof Error && /connection|terminated|timeout/i.test(error.message);
  throw isOurs && !isLost ? error : postgresTrouble(error);
}

/** Is another hub connected to the same database? */
export async function isShared(queries: Queries): Promise<boolean> {
  const rows = await queries.all(
    `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name = ? LIMIT 1 OFFSET ?`,
    [APPLICATION, 1],
  );
  return rows.length > 0;
}
