import { expect, test } from 'vitest';
import { noPapers } from '#workshop/workshop.ts';
import { hiddenOf } from './PaperPart.tsx';

test('answers that are still closed are said to be kept, wherever they are read, and not where nobody was asked', () => {
  const part = { why: 'hidden', turns: { taken: 0, passed: 0 }, papers: noPapers } as const;
  expect(hiddenOf(part)?.plain).toBe('Nobody had a turn in this part.');
  const taken = hiddenOf({ ...part, turns: { taken: 2, passed: 0 } });
  expect(taken?.plain).toContain('kept safe');
  expect(taken?.plain).not.toContain('this tablet');
  expect(hiddenOf({ ...part, papers: { ...noPapers, count: 1 } })).toEqual(taken);
  expect(hiddenOf({ ...part, why: '' })).toBeUndefined();
});
