import { expect, test } from 'vitest';
import { whoAndWhen } from './told.ts';

test('who and when say nothing of what will be, since they stand beside what was not done as well', () => {
  const words = whoAndWhen({ who: 'Ann', by: '2030-04-01' });
  expect(words?.easy).toMatch(/^Who: Ann\. When: Monday 1 April/);
  for (const one of [words, whoAndWhen({ who: 'Ann', by: '' })]) {
    expect(one?.plain).toContain('Ann');
    expect(`${one?.plain} ${one?.easy}`).not.toMatch(/\bwill\b/);
  }
});
