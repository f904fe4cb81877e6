import { useState } from 'react';
import { Refusal } from '#wire/refusal.ts';
import type { Phrase } from '#workshop/phrase.ts';
import { say } from './words.ts';

const KNOWN = [
  'wrong-sign-in',
  'wrong-password',
  'weak-password',
  'link-over',
  'name-taken',
  'last-organiser',
  'away',
  'busy',
  'council-away',
] as const;

/** What went wrong, and what to do next, in the words of this app and of the language that is chosen. */
export function problemOf(error: unknown): Phrase {
  if (!(error instanceof Refusal)) throw error;
  if (error.code === 'too-often') {
    const seconds = error.retryAfter ?? 60;
    return seconds < 60
      ? say('waitSeconds', { count: seconds })
      : say('waitMinutes', { count: Math.ceil(seconds / 60) });
  }
  const known = KNOWN.find((code) => code === error.code);
  return say(known ?? (error.code === 'not-signed-in' ? 'notSignedIn' : 'failed'));
}

/** Sends one thing at a time, and says why it did not go. */
export function useSend() {
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<Phrase>();
  const send = (work: () => Promise<void>): void => {
    setWorking(true);
    setProblem(undefined);
    void work()
      .catch((error: unknown) => setProblem(problemOf(error)))
      .finally(() => setWorking(false));
  };
  return { working, problem, setProblem, send };
}
