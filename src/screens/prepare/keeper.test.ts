import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeKeeper } from './keeper.ts';

describe('keeping what is being written', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function rehearsal() {
    const kept: { value: unknown; from: readonly string[]; before: unknown }[] = [];
    const onKept = vi.fn<(problem: string) => void>();
    const keeper = makeKeeper({
      base: ['v0'],
      value: 'old',
      keep: async (value, from, before) => {
        await new Promise((resolve) => setTimeout(resolve, 50));
        if (value === 'too long') throw new Error('This is too long to save.');
        kept.push({ value, from, before });
        return [`v${kept.length}`];
      },
      onKept,
    });
    return { kept, onKept, keeper };
  }

  it('waits until writing rests, and keeps the last of it', async () => {
    const { kept, keeper, onKept } = rehearsal();
    keeper.change('a');
    await vi.advanceTimersByTimeAsync(500);
    keeper.change('ab');
    await vi.advanceTimersByTimeAsync(500);
    expect(kept).toEqual([]);
    await vi.advanceTimersByTimeAsync(500);
    expect(kept).toEqual([{ value: 'ab', from: ['v0'], before: 'old' }]);
    expect(onKept).toHaveBeenCalledOnce();
  });
  it('builds each on the one before, also when a change comes while one is being kept', async () => {
    const { kept, keeper, onKept } = rehearsal();
    keeper.change('a');
    const first = keeper.flush();
    await vi.advanceTimersByTimeAsync(10);
    keeper.change('b');
    await vi.advanceTimersByTimeAsync(1000);
    await first;
    expect(kept.map(({ value, from }) => [value, ...from])).toEqual([
      ['a', 'v0'],
      ['b', 'v1'],
    ]);
    expect(onKept).toHaveBeenCalledOnce();
  });
  it('says why something can’t be kept, and keeps what comes after it', async () => {
    const { kept, keeper, onKept } = rehearsal();
    keeper.change('too long');
    await vi.advanceTimersByTimeAsync(1000);
    expect(onKept).toHaveBeenLastCalledWith('This is too long to save.');
    expect(keeper.isIn(['v0'])).toBe(false);
    keeper.change('short');
    await vi.advanceTimersByTimeAsync(1000);
    expect(kept).toEqual([{ value: 'short', from: ['v0'], before: 'old' }]);
    expect(onKept).toHaveBeenLastCalledWith('');
  });
  it('is not in until the journal shows it', async () => {
    const { keeper } = rehearsal();
    keeper.change('a');
    expect(keeper.isIn(['v0'])).toBe(false);
    await vi.advanceTimersByTimeAsync(1000);
    expect(keeper.isIn(['v0'])).toBe(false);
    expect(keeper.isIn(['v1', 'of-another'])).toBe(true);
  });
});
