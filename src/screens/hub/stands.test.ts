import { expect, test } from 'vitest';
import { lineOf, meaningOf } from './stands.ts';

const all = { here: 14, office: 14, files: 0 };
const says = (...given: Parameters<typeof meaningOf>): string =>
  meaningOf(...given)
    .map(({ plain }) => plain)
    .join(' ');

test('only what is known is said: a tablet that has just kept something checks, and tells nobody of open answers', () => {
  const now = { done: false, open: false, state: 'on' } as const;
  expect(says(all, now)).toBe('Checking whether everything is in the office.');
  expect(says(all, { ...now, open: true })).toContain("can't go back yet");
  expect(says(all, { ...now, done: true })).toContain('This tablet can go back.');
  expect(says({ ...all, office: 12 }, now)).toContain('2 are still to hand in.');
});

test('a tablet that the office takes nothing from does not say that it hands in by itself', () => {
  for (const state of ['revoked', 'unknown'] as const) {
    const now = { done: false, open: false, state };
    const words = says({ ...all, office: 12 }, now);
    expect(words).toContain('2 are still to hand in.');
    expect(words).not.toContain('by itself');
    expect(says(all, now)).not.toContain("can't go back");
  }
});

test('not everything is in the office as long as an answer is in its box', () => {
  expect(lineOf(all, { open: false }).plain).toBe(
    'On this tablet: 14. In the office: 14. Everything is in the office.',
  );
  expect(lineOf(all, { open: true }).plain).toBe('On this tablet: 14. In the office: 14.');
  expect(lineOf({ ...all, office: 12 }, { open: true }).plain).toContain('2 to hand in.');
});
