/** Checks the types: first the app and its tests, then the workers, which know no DOM. */
import { spawnSync } from 'node:child_process';

let failed = false;
for (const project of ['tsconfig.json', 'tsconfig.workers.json']) {
  const { status } = spawnSync('tsc', ['--project', project, '--pretty', 'false'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  failed ||= status !== 0;
}
process.exit(failed ? 1 : 0);
