import { expect, test } from 'vitest';
import { Refusal } from '#wire/refusal.ts';
import { hashPassword, isDated, isPassword } from './passwords.ts';

const cheap = { memory: 8192, passes: 1, parallelism: 1 };

test('a password opens its own hash and no other', async () => {
  const kept = await hashPassword('four plain words here');
  expect(kept).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  expect(await isPassword('four plain words here', kept)).toBe(true);
  expect(await isPassword('four plain words Here', kept)).toBe(false);
  expect(await hashPassword('four plain words here')).not.toBe(kept);
});

test('a hash of an earlier cost still opens, and is known to be dated', async () => {
  const kept = await hashPassword('four plain words here', cheap);
  expect(await isPassword('four plain words here', kept)).toBe(true);
  expect(isDated(kept)).toBe(true);
  expect(isDated(await hashPassword('four plain words here'))).toBe(false);
});

test('the same word from another keyboard is the same password', async () => {
  const kept = await hashPassword('caf\u00E9 by the river', cheap);
  expect(await isPassword('cafe\u0301 by the river', kept)).toBe(true);
});

test('where there is no hash, or none that can be read, nothing opens', async () => {
  expect(await isPassword('', null)).toBe(false);
  expect(await isPassword('four plain words here', 'four plain words here')).toBe(false);
});

test('more than the machine can bear is put off, and what waits is still answered', async () => {
  const asked = Array.from({ length: 40 }, () => hashPassword('four plain words here', cheap));
  const answers = await Promise.allSettled(asked);
  const put = answers.flatMap((one): unknown[] => (one.status === 'rejected' ? [one.reason] : []));
  expect(put).toHaveLength(18);
  for (const one of put) expect(one).toBeInstanceOf(Refusal);
  expect(await hashPassword('four plain words here', cheap)).toMatch(/^\$argon2id/);
});
