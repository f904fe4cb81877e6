import { describe, expect, test } from 'vitest';
import { makeQueue, type Keeping } from './queue.ts';

/** A queue whose waiting takes no time, except that a write which never replies is given up on. */
function setUp(wait: (ms: number) => Promise<void> = () => Promise.resolve()) {
  const told: Keeping[] = [];
  const healed: number[] = [];
  const add = makeQueue({
    wait,
    heal: async () => void healed.push(1),
    tell: (keeping) => void told.push(keeping),
  });
  return { add, told, healed };
}
const never = () => new Promise<void>(() => undefined);
const short = (ms: number) => (ms >= 1000 ? never() : Promise.resolve());

describe('the queue of writes', () => {
  test('writes run one after the other, in the order of asking', async () => {
    const { add } = setUp(short);
    const ran: number[] = [];
    const slow = (n: number) => async () => {
      await new Promise((resolve) => setTimeout(resolve, 5 - n));
      ran.push(n);
      return n;
    };
    expect(await Promise.all([add(slow(1)), add(slow(2)), add(slow(3))])).toEqual([1, 2, 3]);
    expect(ran).toEqual([1, 2, 3]);
  });

  test('one that fails is tried until it works, and those after it wait', async () => {
    const { add, told, healed } = setUp(short);
    let left = 3;
    const ran: string[] = [];
    const failing = add(async () => {
      if (left-- > 0) throw new DOMException('full', 'QuotaExceededError');
      ran.push('first');
    });
    const next = add(async () => void ran.push('second'));
    await Promise.all([failing, next]);
    expect(ran).toEqual(['first', 'second']);
    expect(healed).toHaveLength(3);
    expect(told.some(({ problem }) => problem.includes('full'))).toBe(true);
    await Promise.resolve();
    expect(told.at(-1)).toEqual({ waiting: 0, problem: '' });
  });

  test('a write that never replies is said, and then tried again', async () => {
    const { add, told } = setUp();
    let tries = 0;
    await add(() => (tries++ === 0 ? never() : Promise.resolve()));
    expect(tries).toBe(2);
    expect(told.some(({ problem }) => problem.includes('slow'))).toBe(true);
  });
});
