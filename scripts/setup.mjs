import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import { root, STAMP_BUILT, STAMP_INSTALLED } from './places.mjs';

const inRoot = (...path) => join(root, ...path);
const SPACE_NEEDED = 1_200_000_000;
const NO_ROOM = 'There is not enough room on this disk: free about 1.2 GB and try again.';

class Trouble extends Error {}

/** Brings everything into place for `start`, `test` or `dev`, or ends with one sentence on what is missing. */
export async function prepare(purpose) {
  try {
    if (purpose === 'start') await checkPort(process.env.PORT || '4600');
    install();
    checkRuntime();
    if (purpose === 'start') build();
    if (purpose === 'test') (await import('./chromium.mjs')).ensureChromium();
  } catch (error) {
    if (error?.code === 'ENOSPC') fail(NO_ROOM);
    fail(error instanceof Trouble || error?.plain ? error.message : String(error?.stack ?? error));
  }
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Found out before the long installation, not after it. */
function checkPort(text) {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) {
    throw new Trouble(`PORT must be a number up to 65535, but it is "${text}".`);
  }
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => {
      if (error.code === 'EADDRINUSE') {
        reject(
          new Trouble(
            `Port ${port} is already in use: stop the other program, or choose another port with PORT=4601 npm start.`,
          ),
        );
      } else if (error.code === 'EACCES') {
        reject(
          new Trouble(
            `Port ${port} may not be used here: choose one above 1024, for example PORT=4601 npm start.`,
          ),
        );
      } else resolve(undefined);
    });
    probe.listen(port, process.env.HOST || 'localhost', () => probe.close(() => resolve(undefined)));
  });
}

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(inRoot('package-lock.json')))
    .digest('hex');

function isInstalled() {
  const npmsOwn = inRoot('node_modules', '.package-lock.json');
  if (!existsSync(npmsOwn)) return false;
  if (existsSync(STAMP_INSTALLED)) return readFileSync(STAMP_INSTALLED, 'utf8') === lockHash();
  // Installed by hand: npm writes its own list last, so it is at least as new as the lock file it came from.
  return statSync(npmsOwn).mtimeMs >= statSync(inRoot('package-lock.json')).mtimeMs;
}

function install() {
  if (isInstalled()) return;
  if (freeSpace() < SPACE_NEEDED) throw new Trouble(NO_ROOM);
  console.log('Installing what Cuppa is made of. This takes about a minute, and needs the network once.');
  const { status, output } = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (status !== 0) throw new Trouble(whyInstallFailed(output));
  mkdirSync(dirname(STAMP_INSTALLED), { recursive: true });
  writeFileSync(STAMP_INSTALLED, lockHash());
}

function freeSpace() {
  const { bavail, bsize } = statfsSync(root);
  return bavail * bsize;
}

function whyInstallFailed(output) {
  // Cut-off files make all sorts of errors, so the disk is asked as well.
  if (/ENOSPC|no space left/i.test(output) || freeSpace() < SPACE_NEEDED / 10) return NO_ROOM;
  if (/ENOTFOUND|ETIMEDOUT|ECONNREFUSED|ECONNRESET|EAI_AGAIN/.test(output)) {
    return 'The packages could not be fetched: check that this computer has a network, and try again.';
  }
  return `${output.trim()}\nThe packages could not be installed: npm's own words are above.`;
}

/** npm on the Node of this machine: the one in node_modules/.bin is about to be replaced. */
function npm(args) {
  const path = (process.env.PATH ?? '').split(delimiter).filter((part) => !part.includes('node_modules'));
  const { status, stdout, stderr, error } = spawnSync('npm', args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, PATH: path.join(delimiter) },
    shell: process.platform === 'win32',
    maxBuffer: 50_000_000,
  });
  return { status, output: `${stdout ?? ''}${stderr ?? ''}${error ? String(error) : ''}` };
}

// The package "node" keeps the program itself here; the .bin folder holds only a way to it.
const node24 = inRoot('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

function hasNode24() {
  const { stdout } = spawnSync(node24, ['--version'], { encoding: 'utf8' });
  return Number(/^v(\d+)/.exec(stdout ?? '')?.[1] ?? 0) >= 24;
}

/** The server and the tests are TypeScript that Node 24 runs as it is; npm brings that Node along. */
function checkRuntime() {
  if (hasNode24()) return;
  npm(['rebuild', 'node']);
  if (hasNode24()) return;
  throw new Trouble(
    'npm could not set up Node 24 for this folder: allow install scripts (npm config set ignore-scripts false) and try again.',
  );
}

function newest(path) {
  if (!existsSync(path)) return 0;
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  // A folder's own time tells of files that were taken away.
  return Math.max(status.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function isBuilt() {
  if (!existsSync(STAMP_BUILT) || !existsSync(inRoot('dist', 'index.html'))) return false;
  const built = Date.parse(readFileSync(STAMP_BUILT, 'utf8'));
  const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];
  return sources.every((name) => newest(inRoot(name)) < built);
}

function build() {
  if (isBuilt()) return;
  console.log('Building the app.');
  const { status, stdout, stderr } = spawnSync(node24, [inRoot('scripts', 'build.mjs')], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 50_000_000,
  });
  if (status === 0) return;
  const output = `${stdout}${stderr}`;
  if (/ENOSPC/.test(output)) throw new Trouble(NO_ROOM);
  throw new Trouble(`${output.trim()}\nThe app could not be built: the reason is above.`);
}
