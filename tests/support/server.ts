import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Place } from '#hub/database/open.ts';

export type Hub = {
  url: string;
  port: number;
  /** Ends the process at once, as when somebody pulls the plug. */
  stop: () => Promise<void>;
  /** Asks the process to end, as a server does that is shut down. Gives what it ends with. */
  end: () => Promise<number | null>;
  /** Where it keeps things: to be given to the next hub that goes on from there. */
  data: string;
  /** Everything that it has said so far, on both channels. */
  said: () => string;
};

export type HubSettings = {
  port?: number;
  dist?: string;
  /** Without it the hub has a new folder of its own, which goes when it stops. */
  data?: string;
  /** What else it is started with, as DATABASE_URL. */
  env?: Readonly<Record<string, string>>;
};

const root = resolve(import.meta.dirname, '../..');

/** The folder with the built app: CUPPA_DIST, or dist. */
export function distFolder(): string {
  const folder = resolve(root, process.env.CUPPA_DIST || 'dist');
  if (existsSync(join(folder, 'index.html'))) return folder;
  throw new Error(`There is no built app in ${folder}: run "npm run build" first.`);
}

/** Starts the real hub as a process of its own, on a free port unless one is named. */
export async function startHub(settings: HubSettings = {}): Promise<Hub> {
  const data = settings.data ?? (await mkdtemp(join(tmpdir(), 'cuppa-hub-')));
  const child = spawn(process.execPath, [join(root, 'src/hub/serve.ts')], {
    env: {
      ...process.env,
      PORT: String(settings.port ?? 0),
      HOST: '127.0.0.1',
      CUPPA_DIST: settings.dist ?? distFolder(),
      CUPPA_DATA: data,
      DATABASE_URL: '',
      ...settings.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  let said = '';
  const port = await new Promise<number>((found, failed) => {
    const hear = (words: Buffer) => {
      said += words.toString();
      const address = /Cuppa is ready: http:\/\/localhost:(\d+)/.exec(said);
      if (address) found(Number(address[1]));
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => failed(new Error(`The hub ended before it was ready: ${said}`)));
  });
  return {
    port,
    url: `http://localhost:${port}`,
    data,
    said: () => said,
    end: () => {
      child.kill('SIGTERM');
      return ended;
    },
    stop: async () => {
      child.kill('SIGKILL');
      await ended;
      if (settings.data === undefined) await rm(data, { recursive: true, force: true });
    },
  };
}

/** Starts a hub that hands out no app, on what is kept in one place: for what only hubs and tablets' own code do. */
export async function startBareHub({ data, databaseUrl = '' }: Place, log = 'error'): Promise<Hub> {
  await writeFile(join(data, 'index.html'), '<!doctype html><title>Cuppa</title>');
  return startHub({ dist: data, data, env: { CUPPA_LOG: log, DATABASE_URL: databaseUrl } });
}

/** What the office does at its terminal: `npm run hub` with these words. */
export const hubCommand = ({ data, databaseUrl = '' }: Place, ...words: string[]) =>
  promisify(execFile)(process.execPath, [join(root, 'src/hub/command.ts'), ...words], {
    env: { ...process.env, CUPPA_DATA: data, DATABASE_URL: databaseUrl },
  });
