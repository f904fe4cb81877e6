import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'vite';
import { appVersion } from '../../vite.config.ts';

/** Puts the faults before the code of the real worker, and changes nothing else of it. */
function breakWorkers(): Plugin {
  const faults = join(import.meta.dirname, 'page/worker.ts');
  return {
    name: 'break-workers',
    enforce: 'pre',
    load(id) {
      if (!/opfs\.worker\.ts/.test(id)) return null;
      const path = id.split('?')[0] ?? id;
      return `import ${JSON.stringify(faults)};\n${readFileSync(path, 'utf8')}`;
    },
  };
}

/** Builds the page with the real journal into `outDir`. */
export async function buildFaultsPage(outDir: string): Promise<void> {
  await build({
    root: resolve(import.meta.dirname, 'page'),
    configFile: false,
    logLevel: 'error',
    define: appVersion(),
    worker: { format: 'es', plugins: () => [breakWorkers()] },
    build: { outDir, emptyOutDir: true, assetsInlineLimit: 0, target: 'es2022' },
  });
}
