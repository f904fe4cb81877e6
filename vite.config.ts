import react from '@vitejs/plugin-react';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { brailleFiles } from './scripts/braille.ts';

/**
 * Turns package.json's version into the constant that the app shows, and names this very build:
 * snapshots made by one build are never read by another, whose rules may differ.
 */
export function appVersion(): Record<string, string> {
  const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return {
    __APP_VERSION__: JSON.stringify(version),
    __BUILD__: JSON.stringify(`${version}-${Date.now().toString(36)}`),
  };
}

const icon = (name: string, size: string, type: string, purpose: string) => ({
  src: `/icons/${name}`,
  sizes: size,
  type,
  purpose,
});

type Find = (id: string) => { importedIds: readonly string[] } | null;

let early: ReadonlySet<string> | undefined;

/** Does the first screen need this before it can be shown? All that is only loaded when it is asked for is not early. */
function isEarly(id: string, find: Find): boolean {
  early ??= reachedFrom(fileURLToPath(new URL('src/main.tsx', import.meta.url)), find);
  return early.has(id);
}

function reachedFrom(first: string, find: Find): ReadonlySet<string> {
  const reached = new Set([first]);
  // A set goes on with what is added while it is walked through.
  for (const id of reached) for (const next of find(id)?.importedIds ?? []) reached.add(next);
  return reached;
}

export default defineConfig({
  define: appVersion(),
  // Exact pinned versions are bundled once; nothing is fetched from elsewhere at run time.
  build: {
    target: 'es2022',
    // Browsers that have service workers and OPFS also know modulepreload.
    modulePreload: { polyfill: false },
    // A data: font or picture would be refused by font-src and escape the precache.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // What several screens share comes in one file: at a cold start each file more costs the service worker a turn.
        // React Aria stays apart, since the first screen can do without it.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            {
              // The office is a page of its own: no tablet waits for it.
              name: 'office',
              test: /\/src\/(screens\/office|sync\/(office\/(?!ask)|hub-store))/,
            },
            {
              // How the hub is asked, by the office and by a tablet that has one.
              name: 'wire',
              test: /\/src\/(wire\/|sync\/(hub\/(?!key)|office\/ask)|screens\/hub\/(?!begin|parts))/,
              minShareCount: 2,
            },
            {
              name: 'square',
              test: /node_modules\/qr\/|\/ui\/ways\/(Square|square)/,
              minShareCount: 2,
            },
            {
              name: 'aria',
              test: /node_modules\/(@?react-aria|@?react-stately|@internationalized|@swc|use-sync)|\/ui\/(Sheet|Choices|Tick)\.tsx/,
            },
            {
              // The lists of hard words and the glossary: only writing, and a hard word itself, ask for them.
              name: 'words',
              test: /\/src\/(words\/(easy-read|glossary\/glossary)|ui\/writing\/(?!Later)|ui\/hard-words\/(?!Words)|screens\/(own-words\/(OwnWords|Words|Explain|texts|written)|reports\/WordList|prepare\/remarks))/,
            },
            {
              // What leading, preparing, papers and the report share, which the first screen can do without.
              name: 'desk',
              test: /\/src\/(screens\/(lead|follow|papers|reports|prepare|ready|own-words|spoken|type-in)\/|report\/|words\/languages\.ts)/,
              minShareCount: 2,
            },
            {
              // What the parts of a workshop are answered and written with.
              name: 'parts',
              test: /\/src\/(activities\/[\w-]+\/\w+\.tsx|ui\/(speech\/(?!sounds)|ways\/|press\/)|ui\/(SayRow|Draw|Drawing|freehand|Photo|Voice|VoicePlayer|SymbolSentence|SymbolPicker|PhraseField|People|Pages|HowFast)\.|access\/card\.)/,
              minShareCount: 2,
            },
            {
              name: (id, known) => (isEarly(id, (other) => known.getModuleInfo(other)) ? 'shared' : 'later'),
              test: /\/src\/|node_modules\/(dexie|zustand|valibot|i18next)/,
              minShareCount: 2,
            },
          ],
        },
      },
    },
    sourcemap: false,
    reportCompressedSize: false,
  },
  worker: { format: 'es' },
  server: { port: 4600, strictPort: true },
  plugins: [
    {
      // How a symbol is drawn is only asked by the script that draws it.
      name: 'symbols-without-their-art',
      enforce: 'pre',
      transform: (code, id) =>
        id.endsWith('/src/words/symbols.json')
          ? JSON.stringify(JSON.parse(code), (key, value: unknown) => (key === 'art' ? undefined : value))
          : null,
    },
    react(),
    brailleFiles(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'service-worker.ts',
      registerType: 'prompt',
      injectRegister: false,
      injectManifest: {
        // Registered as a plain script, which every browser with service workers can do.
        rollupFormat: 'iife',
        globPatterns: ['**/*.{js,css,html,svg,woff2,png,json,wasm,mp3,webmanifest,md,txt}'],
        // The list of everything stands in the worker itself, so one forgotten large file would break "offline".
        maximumFileSizeToCacheInBytes: 12_000_000,
      },
      manifest: {
        id: '/',
        name: 'Cuppa',
        short_name: 'Cuppa',
        description: 'Run a co-production workshop on one tablet, with no network.',
        lang: 'en-GB',
        dir: 'ltr',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        orientation: 'any',
        background_color: '#f5f1e8',
        theme_color: '#f5f1e8',
        categories: ['education', 'government', 'productivity'],
        icons: [
          icon('icon.svg', 'any', 'image/svg+xml', 'any'),
          icon('icon-192.png', '192x192', 'image/png', 'any'),
          icon('icon-512.png', '512x512', 'image/png', 'any'),
          icon('icon-maskable-512.png', '512x512', 'image/png', 'maskable'),
        ],
        shortcuts: [
          { name: 'New workshop', url: '/new', icons: [icon('icon-192.png', '192x192', 'image/png', 'any')] },
          { name: 'My workshops', url: '/', icons: [icon('icon-192.png', '192x192', 'image/png', 'any')] },
        ],
      },
    }),
  ],
});
