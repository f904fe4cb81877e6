/**
 * Builds the app into dist/ and notes when it succeeded, so that a second `npm start` need not build again.
 * A failed build leaves files behind too, so the files themselves are no proof.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root, STAMP_BUILT } from './places.mjs';

rmSync(STAMP_BUILT, { force: true });
const began = new Date();
const vite = fileURLToPath(new URL('../node_modules/vite/bin/vite.js', import.meta.url));
for (const args of [
  ['scripts/licences.mjs', '--if-missing'],
  [vite, 'build', ...process.argv.slice(2)],
]) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}
mkdirSync(dirname(STAMP_BUILT), { recursive: true });
writeFileSync(STAMP_BUILT, began.toISOString());
