/**
 * Draws docs/screens/*.png from the real app, as it was last built. The examples of the kinds are source that
 * only Vite resolves in full, so Vite loads what takes the pictures.
 */
import { join } from 'node:path';
import { runnerImport } from 'vite';

await runnerImport(join(import.meta.dirname, 'screens/take.ts'), { configFile: false, logLevel: 'warn' });
