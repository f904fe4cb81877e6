import { expect, test } from 'vitest';
import { Refusal } from '#wire/refusal.ts';
import { mayWorkLater, whyNot } from './why-not.ts';

test('why a tablet was not connected is said for whoever holds it', () => {
  const away = new Refusal(0, 'away', 'Check the network of this computer.');
  expect(mayWorkLater(away)).toBe(true);
  expect(whyNot(away).plain).toContain('from this tablet');
  expect(whyNot(new Refusal(403, 'wrong-code', '')).plain).toContain('too old');
  // Nothing tries again by itself here.
  const busy = whyNot(new Refusal(429, 'busy', 'It will be tried again by itself.', 60));
  expect(mayWorkLater(new Refusal(429, 'busy', ''))).toBe(true);
  expect(busy.plain).toContain('Wait a minute');
  for (const other of [new Refusal(500, 'failed', ''), new TypeError('a mistake')])
    expect(whyNot(other).plain).toContain('That did not work');
  expect(mayWorkLater(new Refusal(403, 'wrong-code', ''))).toBe(false);
});
