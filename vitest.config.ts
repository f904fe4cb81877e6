import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { appVersion } from './vite.config.ts';

/** On a machine that has other work too, a second is soon over. */
const POLL = { timeout: 10_000 };

/**
 * Three projects: `unit` runs in Node, `unit-dom` (the .tsx files) in jsdom, `e2e` drives a real Chromium
 * from Node. The app's own build settings stay out: the service worker is only tested as built.
 */
export default defineConfig({
  define: appVersion(),
  plugins: [react()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: [
            'src/**/*.test.ts',
            'tests/*.test.ts',
            'tests/{architecture,every-kind,every-journal,hub,journeys}/**/*.test.ts',
          ],
          testTimeout: 20_000,
          expect: { poll: POLL },
          // Hubs and databases mostly wait, for the disk and for each other.
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'unit-dom',
          environment: 'jsdom',
          include: ['src/**/*.test.tsx', 'tests/*.test.tsx', 'tests/{every-kind,journeys}/**/*.test.tsx'],
          setupFiles: ['tests/support/dom.ts'],
          testTimeout: 20_000,
          expect: { poll: POLL },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 60_000,
          expect: { poll: POLL },
          maxWorkers: 2,
          // A browser test on a busy machine may meet a moment that no person would; a real fault fails twice.
          retry: process.env.CI ? 1 : 0,
        },
      },
    ],
  },
});
