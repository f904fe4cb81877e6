import { Refusal } from '#wire/refusal.ts';

/** The hub is another one than a moment ago: restored from a backup, or made anew. Everything is handed in again. */
export class AnotherEpoch extends Error {}

/** What was sent and what the hub says it has are not the same: nothing of it counts as handed in. */
export class Differs extends Error {}

/** What to do after something failed. `wait` is in seconds; `asked`: the hub wants to be left alone for so long. */
export type Next =
  | { do: 'wait'; wait: number; problem: '' | 'differs' | 'refused' | 'busy'; asked?: boolean }
  | { do: 'stop'; state: 'revoked' | 'unknown' };

const LONGEST = 60;
/** Nobody is told to go away for longer than this, whatever an address on the way says. */
const LONGEST_ASKED = 600;

/**
 * What comes after the `failures`-th failure in a row. `chance` (0 to 1) spreads tablets that failed together; what
 * the hub asks for is kept to, and no clock is looked at.
 */
export function after(error: unknown, failures: number, chance: number): Next {
  const doubled = Math.min(LONGEST, 2 ** Math.min(failures - 1, 10));
  const wait = Math.max(1, doubled * (0.5 + chance / 2));
  if (error instanceof AnotherEpoch) return { do: 'wait', wait: failures > 3 ? wait : 0, problem: '' };
  if (error instanceof Differs) return { do: 'wait', wait, problem: 'differs' };
  if (!(error instanceof Refusal)) return { do: 'wait', wait, problem: '' };
  const { status, code, retryAfter } = error;
  if (status === 403 && code === 'revoked') return { do: 'stop', state: 'revoked' };
  if (status === 401) return { do: 'stop', state: 'unknown' };
  if (retryAfter !== undefined) {
    const asked = Math.min(Math.max(retryAfter, 0), LONGEST_ASKED);
    // Not all in the same second that the hub named.
    const problem = status === 503 ? 'busy' : '';
    return { do: 'wait', wait: Math.max(1, asked * (1 + chance / 4)), problem, asked: true };
  }
  const refused = status >= 400 && status < 500 && ![404, 408, 409, 429].includes(status);
  return { do: 'wait', wait: refused ? Math.max(wait, 30) : wait, problem: refused ? 'refused' : '' };
}
