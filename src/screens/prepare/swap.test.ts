import { describe, expect, it } from 'vitest';
import { swap } from './swap.ts';

describe('a phrase replaced in a setup that nobody here knows', () => {
  const old = { plain: 'Tea', easy: '', symbol: '' };
  const twin = { ...old };
  const setup = { heading: twin, rows: [{ id: 'a', phrase: old }], minutes: 5 };
  const next = { ...old, symbol: 'drink' };

  it('is found wherever it stands', () => {
    expect(swap(setup, old, next)).toEqual({ ...setup, rows: [{ id: 'a', phrase: next }] });
  });
  it('leaves another with the same words alone', () => {
    expect(swap(setup, old, next)).toHaveProperty('heading', twin);
  });
  it('gives the same setup back when it is not there', () => {
    expect(swap(setup, { plain: '' }, next)).toBe(setup);
  });
});
