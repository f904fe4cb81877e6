import { expect, test } from 'vitest';
import { hasWays, presets, tapWays } from './presets.ts';
import { standardWays } from './ways.ts';

test.each(Object.entries(presets))('%s is one tap to choose and one tap to undo', (_, preset) => {
  const worn = { ...standardWays, ...tapWays(standardWays, preset) };
  expect(hasWays(standardWays, preset)).toBe(false);
  expect(hasWays(worn, preset)).toBe(true);
  expect({ ...worn, ...tapWays(worn, preset) }).toEqual(standardWays);
});

test('presets combine, and taking one back leaves the others', () => {
  const wanted = [presets.bigger, presets.pictures, presets.contrast, presets.calm, presets.readEach];
  const all = wanted.reduce((ways, one) => ({ ...ways, ...tapWays(ways, one) }), standardWays);
  const less = { ...all, ...tapWays(all, presets.contrast) };
  expect(wanted.filter((one) => !hasWays(less, one))).toEqual([presets.contrast]);
});
