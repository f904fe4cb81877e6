import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PASSWORD, Visitor } from '../support/door.ts';

let folder: string;
let running: ChildProcess | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuppa-first-'));
  await mkdir(join(folder, 'dist'));
  await writeFile(join(folder, 'dist/index.html'), '<!doctype html><title>Cuppa</title>');
});
afterEach(async () => {
  running?.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** The hub as people start it, and everything that it says. */
async function start(): Promise<{ said: () => string; address: string; stop: () => Promise<void> }> {
  const hub = spawn(process.execPath, ['src/hub/serve.ts'], {
    env: {
      ...process.env,
      PORT: '0',
      CUPPA_DIST: join(folder, 'dist'),
      CUPPA_DATA: join(folder, 'data'),
      CUPPA_LOG: 'info',
    },
  });
  running = hub;
  let said = '';
  hub.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()));
  hub.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()));
  await expect.poll(() => said, { timeout: 30_000 }).toMatch(/Cuppa is ready: \S+[^]*Ctrl and C/);
  const address = /Cuppa is ready: (\S+)/.exec(said)?.[1] ?? '';
  const stop = () =>
    new Promise<void>((resolve) => {
      hub.once('exit', () => resolve());
      hub.kill('SIGTERM');
    });
  return { said: () => said, address, stop };
}

const LINK = /(http\S+)\/office\/first#([0-9a-f]{64})/;

test(
  'the first start prints a link; it makes the first account, and after that none is printed',
  { timeout: 90_000 },
  async () => {
    const first = await start();
    await expect.poll(first.said).toMatch(LINK);
    const [, at, stale = ''] = LINK.exec(first.said()) ?? [];
    expect(at).toBe(first.address);
    await first.stop();

    const second = await start();
    await expect.poll(second.said).toMatch(LINK);
    const secret = LINK.exec(second.said())?.[2] ?? '';
    expect(secret).not.toBe(stale);
    const visitor = new Visitor(second.address);
    const own = { name: 'Olu', signIn: 'olu@office.example', password: PASSWORD };
    expect(await visitor.post('/v1/door/first', { ...own, secret })).toMatchObject({ status: 200 });
    expect(
      await visitor.post('/v1/door/sign-in', { signIn: own.signIn, password: 'typed by mistake here' }),
    ).toMatchObject({ status: 403 });
    expect(await visitor.get('/v1/accounts')).toMatchObject({ status: 200 });
    const cookie = visitor.cookies.get('cuppa') ?? 'none';
    await second.stop();
    const log = second.said().replace(LINK, '');
    expect(log).toContain('/v1/door/sign-in');
    for (const never of [secret, PASSWORD, 'typed by mistake', cookie, own.signIn])
      expect(log).not.toContain(never);

    const third = await start();
    expect(await new Visitor(third.address).get('/v1/door')).toMatchObject({ body: { empty: false } });
    await third.stop();
    expect(third.said()).not.toMatch(LINK);
  },
);
