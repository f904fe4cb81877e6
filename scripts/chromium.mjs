/** Finds the Chromium that the browser tests and the pictures use, and fetches one where there is none. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const FIXED_PLACES = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const playwright = fileURLToPath(new URL('../node_modules/playwright-core/cli.js', import.meta.url));

const works = (path) => spawnSync(path, ['--version'], { timeout: 30_000 }).status === 0;

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** The copy that playwright-core downloads for itself, if it did. */
function playwrightsOwn() {
  const print = "import('playwright-core').then((p) => console.log(p.chromium.executablePath()))";
  const { stdout } = spawnSync(process.execPath, ['-e', print], {
    encoding: 'utf8',
    cwd: fileURLToPath(new URL('..', import.meta.url)),
  });
  return (stdout ?? '').trim();
}

/** The path of a Chromium that starts, or undefined. CUPPA_CHROMIUM comes first. */
export function findChromium() {
  const chosen = process.env.CUPPA_CHROMIUM;
  if (chosen) return chosen;
  for (const path of [...onPath(), ...FIXED_PLACES]) {
    // Some systems keep a stand-in that only tells people to install the real one.
    if (existsSync(path) && (process.platform === 'win32' || works(path))) return path;
  }
  const own = playwrightsOwn();
  return own !== '' && existsSync(own) ? own : undefined;
}

/** Makes sure that there is a Chromium, fetching one if need be. Throws an Error whose message is a sentence. */
export function ensureChromium() {
  const chosen = process.env.CUPPA_CHROMIUM;
  if (chosen && !existsSync(chosen))
    throw plain(`CUPPA_CHROMIUM names ${chosen}, but there is no such file.`);
  if (findChromium()) return;
  console.log('Fetching a Chromium for the browser tests. This needs the network once.');
  const quiet = { stdio: 'ignore' };
  const isRoot = process.getuid?.() === 0;
  if (isRoot && process.platform === 'linux') {
    spawnSync('apt-get', ['update'], quiet);
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
      ...quiet,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  if (!findChromium()) spawnSync(process.execPath, [playwright, 'install', 'chromium'], quiet);
  if (!findChromium()) {
    throw plain(
      'No Chromium could be found or fetched: install one, or name it with CUPPA_CHROMIUM=/path/to/it npm test.',
    );
  }
}

function plain(sentence) {
  return Object.assign(new Error(sentence), { plain: true });
}
