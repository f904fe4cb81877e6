import { expect, test } from 'vitest';
import { isWeak } from './weak.ts';

const own = ['Sam Okafor', 'sam.okafor@halton.example'];

test.each([
  'short',
  'aaaaaaaaaaaaaaa',
  'abcabcabcabcabc',
  '123456789012345',
  'Password123456!',
  'p4ssw0rdp4ssw0rd',
  'qwertyuiop12345',
  'SummerWinter2026!',
  'liverpool-everton-99',
  'samokafor2026!!',
  'cuppacuppa12345',
])('%s is one of the first that a stranger would try', (password) => {
  expect(isWeak(password, own)).toBe(true);
});

test.each([
  'four plain words here',
  'teapot gravel nine',
  'yn y gwanwyn glas',
  '7fKq-02mZ-xxLp',
  'чай с молоком всегда',
])('%s is let through', (password) => {
  expect(isWeak(password, own)).toBe(false);
});
