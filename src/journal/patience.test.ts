import { describe, expect, test } from 'vitest';
import { makeInsist } from './patience.ts';
import { makeQueue } from './queue.ts';

/** Waiting takes no time; where `answers` is false, the clock of lost answers runs at once too. */
function setUp(answers: boolean) {
  const told: string[] = [];
  let healed = 0;
  const insist = makeInsist({
    wait: (ms) => (answers && ms >= 1000 ? never() : Promise.resolve()),
    heal: async () => void (healed += 1),
    say: (_work, problem) => void told.push(problem),
  });
  return { insist, told, healed: () => healed };
}
const never = () => new Promise<void>(() => undefined);

describe('patience', () => {
  test('what fails is healed and tried until it works, and the problem is said meanwhile', async () => {
    const { insist, told, healed } = setUp(true);
    let left = 3;
    const work = async () => {
      if (left-- > 0) throw new DOMException('full', 'QuotaExceededError');
      return 'done';
    };
    expect(await insist(work)).toBe('done');
    expect(healed()).toBe(3);
    expect(told[0]).toContain('full');
    expect(told.at(-1)).toBe('');
  });

  test('what never answers is said, and then tried again', async () => {
    const { insist, told } = setUp(false);
    let tries = 0;
    await insist(() => (tries++ === 0 ? never() : Promise.resolve()));
    expect(tries).toBe(2);
    expect(told[0]).toContain('slow');
    expect(told.at(-1)).toBe('');
  });
});

describe('the queue', () => {
  test('work is done one piece after the other, in the order of asking', async () => {
    const inLine = makeQueue();
    const ran: number[] = [];
    const slow = (n: number) => async () => {
      await new Promise((resolve) => setTimeout(resolve, 10 - n));
      ran.push(n);
      return n;
    };
    const failing = inLine(() => Promise.reject(new Error('no')));
    expect(await Promise.all([1, 2, 3].map((n) => inLine(slow(n))))).toEqual([1, 2, 3]);
    await expect(failing).rejects.toThrow('no');
    expect(ran).toEqual([1, 2, 3]);
  });
});
