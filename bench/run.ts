import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { appVersion } from '../vite.config.ts';
import { distFolder } from '../tests/support/server.ts';
import { coldStart } from './cold-start.ts';
import { atOnce } from './hub/at-once.ts';
import { merge } from './hub/merge.ts';
import { reports } from './hub/report.ts';
import { tapToSaved } from './tap-to-saved.ts';

/** At least 7 rounds, so that the 10 to 90% range says something. */
const ROUNDS = Number(process.env.CUPPA_BENCH_ROUNDS ?? 7);
const PAIRS = Number(process.env.CUPPA_BENCH_PAIRS ?? 200);

/** `npm run bench tap` measures that alone; likewise `start` and `hub`. */
const only = process.argv[2] ?? '';

const out = mkdtempSync(join(tmpdir(), 'cuppa-bench-'));

/** Builds one of the bench's own small pages beside the product. */
async function page(name: string, plugins: Parameters<typeof build>[0] = {}): Promise<string> {
  const outDir = join(out, name);
  await build({
    configFile: false,
    logLevel: 'error',
    define: appVersion(),
    root: join(import.meta.dirname, name),
    build: { outDir, emptyOutDir: true, target: 'es2022' },
    worker: { format: 'es' },
    ...plugins,
  });
  return outDir;
}

/** What runs in a browser. */
async function inBrowser(): Promise<void> {
  const bare = await page('bare', {
    plugins: [
      VitePWA({
        strategies: 'injectManifest',
        srcDir: '.',
        filename: 'service-worker.ts',
        injectRegister: false,
        manifest: false,
      }),
    ],
  });
  const tap = await page('tap');
  if (only !== 'tap') for (const line of await coldStart(distFolder(), bare, ROUNDS)) console.log(line);
  if (only !== 'start') for (const line of await tapToSaved(tap, PAIRS)) console.log(line);
}

try {
  console.log('Ratios of medians of pairs measured in turn; the range is 10 to 90%.');
  if (only === '' || only === 'hub')
    for (const line of [...(await merge(ROUNDS)), ...(await atOnce(ROUNDS)), ...(await reports(ROUNDS))])
      console.log(line);
  if (only !== 'hub') await inBrowser();
} finally {
  rmSync(out, { recursive: true, force: true });
}
