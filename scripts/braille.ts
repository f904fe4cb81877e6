import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { tableNames } from '../src/report/braille/louis.ts';

const folder = new URL('../node_modules/liblouis-build/', import.meta.url);
const read = (name: string): string => readFileSync(fileURLToPath(new URL(name, folder)), 'utf8');

/** What liblouis brings, under the names by which the app asks for it. Only the last line is ours. */
function files(): Map<string, string> {
  const tables = tableNames.map((name) => [`braille/tables/${name}.txt`, read(`tables/${name}`)] as const);
  const library = `${read('build-no-tables-utf16.js')}\nexport { liblouisBuild };\n`;
  return new Map([['braille/liblouis.js', library], ...tables]);
}

/**
 * Hands liblouis and its tables on as files of their own, neither bundled nor made smaller: its licence lets
 * anyone put another version in their place.
 */
export function brailleFiles(): Plugin {
  return {
    name: 'braille-files',
    generateBundle() {
      for (const [fileName, source] of files()) this.emitFile({ type: 'asset', fileName, source });
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const found = files().get((request.url ?? '').split('?')[0]?.slice(1) ?? '');
        if (found === undefined) return next();
        response.setHeader('content-type', request.url?.endsWith('.txt') ? 'text/plain' : 'text/javascript');
        response.end(found);
      });
    },
  };
}
