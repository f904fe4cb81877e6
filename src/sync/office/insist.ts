import { sayProblem } from '#journal/keeping.ts';
import { Refusal } from '#wire/refusal.ts';

/** What takes longer than this is said, so that nobody walks away from it. */
const SLOW_MS = 1500;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;

const waiting = new Set<() => void>();

/** What waits for another try is tried at once: the network is back, or somebody has signed in. */
export function tryNow(): void {
  waiting.forEach((go) => go());
}
globalThis.window?.addEventListener('online', tryNow);

/**
 * Tries until it works, and says so meanwhile, as a tablet does with its own store. What could never work, such as
 * an entry that the hub refuses for its shape, is thrown at once.
 */
export async function insistOn<T>(work: () => Promise<T>): Promise<T> {
  const mine = {};
  const slow = setTimeout(() => sayProblem(mine, sentences.slow), SLOW_MS);
  try {
    for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof Refusal) || !isWorthTrying(error)) throw error;
        clearTimeout(slow);
        sayProblem(mine, `${error.message} ${sentences.stay}`);
        await pause(Math.max(wait, (error.retryAfter ?? 0) * 1000));
      }
    }
  } finally {
    clearTimeout(slow);
    sayProblem(mine, '');
  }
}

/** Can what failed so work later? A wrong shape cannot; a network, a full disk or a role can change. */
export function isWorthTrying(error: unknown): boolean {
  return error instanceof Refusal && ![400, 404, 410, 413, 422].includes(error.status);
}

const sentences = {
  slow: 'The office hub is slow to answer. Keep this page open until this message goes.',
  stay: 'What you changed is still on this page. Keep it open: it tries again by itself.',
};

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      waiting.delete(done);
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(done, ms);
    waiting.add(done);
  });
}
