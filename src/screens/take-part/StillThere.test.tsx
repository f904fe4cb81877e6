import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadSheet } from '#ui/Dialog.tsx';
import { StillThere } from './StillThere.tsx';

beforeEach(async () => {
  await loadSheet();
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

const pass = (minutes: number) => act(() => vi.advanceTimersByTimeAsync(minutes * 60_000));
const asked = () => screen.queryByRole('dialog', { name: 'Are you still there?' });

test('asks after three minutes without a touch, and a touch starts them anew', async () => {
  render(<StillThere onLeader={() => {}} />);
  await pass(2);
  fireEvent.pointerDown(window);
  await pass(2);
  expect(asked()).toBeNull();
  await pass(1);
  expect(asked()).not.toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Yes, go on' }));
  await pass(1);
  expect(asked()).toBeNull();
});

test('someone who is done for now is told who to give the tablet to, and can still go on', async () => {
  const onLeader = vi.fn();
  render(<StillThere onLeader={onLeader} />);
  await pass(3);
  fireEvent.click(screen.getByRole('button', { name: 'I am done for now' }));
  await pass(10);
  expect(screen.getByText(/your answer is not finished/i)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Yes, go on' })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'For the leader' }));
  expect(onLeader).toHaveBeenCalledOnce();
});
