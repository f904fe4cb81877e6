import { useState } from 'react';

type Steady<T> = {
  rows: readonly T[];
  /** There are other rows by now, or in another order: they wait until somebody wants them. */
  waiting: boolean;
  show(): void;
};

/**
 * Rows that say what is so now, but do not jump: which rows there are, and in which order, changes when the
 * question does, or when somebody asks for it.
 */
export function useSteady<T>(
  question: string,
  now: readonly T[] | undefined,
  idOf: (row: T) => string,
): Steady<T> {
  const [held, setHeld] = useState<{ question: string; rows: readonly T[] }>();
  // Where nothing stands, nothing can jump.
  const isEmpty = held?.rows.length === 0 && (now?.length ?? 0) > 0;
  const shown = held?.question === question && !isEmpty ? held.rows : undefined;
  const steady = now && shown ? inPlace(shown, now, idOf) : (now ?? held?.rows ?? []);
  if (now && !shown) setHeld({ question, rows: now });
  const waiting = now !== undefined && shown !== undefined && now.map(idOf).join() !== shown.map(idOf).join();
  return { rows: steady, waiting, show: () => now && setHeld({ question, rows: now }) };
}

/** The rows of before in their order, each as it is now. */
export function inPlace<T>(before: readonly T[], now: readonly T[], idOf: (row: T) => string): T[] {
  const byId = new Map(now.map((row) => [idOf(row), row]));
  return before.map((row) => byId.get(idOf(row)) ?? row);
}
