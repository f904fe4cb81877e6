import { useState } from 'react';
import { sentenceOf } from './useAsked.ts';

/** One piece of work at a time that somebody has asked for, and why it did not go. */
export function useWork() {
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState('');
  const work = (doIt: () => Promise<void>): void => {
    setWorking(true);
    setProblem('');
    void doIt()
      .catch((error: unknown) => setProblem(sentenceOf(error)))
      .finally(() => setWorking(false));
  };
  return { working, problem, work };
}
