import { create } from 'zustand';

/** How things stand with what is still to be kept or read. `problem` is '' or one plain sentence. */
export type Keeping = { waiting: number; problem: string };

/** How many writes wait, and what is wrong: for the leader; a person taking part sees nothing odd. */
export const useKeeping = create<Keeping>(() => ({ waiting: 0, problem: '' }));

const problems = new Map<object, string>();

/** Says what is wrong with one piece of work; '' takes it back. */
export function sayProblem(work: object, problem: string): void {
  if (problem === '') problems.delete(work);
  else problems.set(work, problem);
  const [first = ''] = problems.values();
  if (useKeeping.getState().problem !== first) useKeeping.setState({ problem: first });
}

/** One write more, or one less, waits to be kept. */
export function countWaiting(change: 1 | -1): void {
  useKeeping.setState(({ waiting }) => ({ waiting: waiting + change }));
}
