import { useSyncExternalStore } from 'react';
import type { Timer } from '#workshop/workshop.ts';

const MINUTE = 60_000;

/** How much of the timer has gone, in ms. A clock that was set to another time gives the start or the end of it. */
export function gone(timer: Timer, wall: number): number {
  const since = Number.isFinite(wall) ? wall - timer.at : 0;
  return Math.min(timer.minutes * MINUTE, Math.max(0, since));
}

/** Whole minutes that are left, rounded up, so that it says 1 until it says that the time is up. */
export function minutesLeft(timer: Timer, goneMs: number): number {
  return Math.min(timer.minutes, Math.max(0, Math.ceil(timer.minutes - goneMs / MINUTE)));
}

/** The timer that is shown, as it stood when this page first saw it. */
let seen = { name: '', gone: 0, steady: 0 };

/**
 * Minutes left now. Wall time is read once, when the page first sees the timer; from there the page's
 * own steady clock counts, so that setting the tablet's clock changes nothing.
 */
function leftNow(timer: Timer): number {
  const name = `${timer.activity} ${timer.at} ${timer.minutes}`;
  if (seen.name !== name) seen = { name, gone: gone(timer, Date.now()), steady: performance.now() };
  return minutesLeft(timer, seen.gone + performance.now() - seen.steady);
}

/** Minutes left of a timer, or `null` without one. */
export function useMinutesLeft(timer: Timer | null): number | null {
  return useSyncExternalStore(often, () => (timer ? leftNow(timer) : null));
}

function often(look: () => void): () => void {
  const every = setInterval(look, 5_000);
  return () => clearInterval(every);
}

/** What the timer offers to start with: the minutes that were planned first, then a few more. */
export function timerChoices(planned: number): number[] {
  return [...new Set([planned, 5, 10])].filter((minutes) => minutes > 0).slice(0, 3);
}
