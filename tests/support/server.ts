import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

export type Hub = {
  url: string;
  port: number;
  /** Ends the process at once, as when somebody pulls the plug. */
  stop: () => Promise<void>;
};

const root = resolve(import.meta.dirname, '../..');

/** The folder with the built app: CUPPA_DIST, or dist. */
export function distFolder(): string {
  const folder = resolve(root, process.env.CUPPA_DIST || 'dist');
  if (existsSync(join(folder, 'index.html'))) return folder;
  throw new Error(`There is no built app in ${folder}: run "npm run build" first.`);
}

/** Starts the real hub as a process of its own, on a free port unless one is named. */
export async function startHub(settings: { port?: number; dist?: string } = {}): Promise<Hub> {
  const child = spawn(process.execPath, [join(root, 'src/hub/serve.ts')], {
    env: {
      ...process.env,
      PORT: String(settings.port ?? 0),
      HOST: '127.0.0.1',
      CUPPA_DIST: settings.dist ?? distFolder(),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const port = await new Promise<number>((found, failed) => {
    let said = '';
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
    stop: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
