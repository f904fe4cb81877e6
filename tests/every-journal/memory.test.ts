import { describe, expect, test } from 'vitest';
import { memoryStore } from '#journal/memory.ts';
import { promises } from './promises.ts';

// Dexie makes the same promises in a real Chromium: tests/e2e/journal.test.ts.
describe('the journal in memory', () => {
  test.for(promises)('$name', async ({ holds }) => {
    await expect(holds(memoryStore())).resolves.toBeUndefined();
  });
});
