import { isFull } from './full.ts';
import type { Store } from './journal.ts';
import { sayProblem } from './keeping.ts';
import { Discarded } from './redact.ts';

export type Means = {
  wait: (ms: number) => Promise<void>;
  heal: () => Promise<void>;
  say: (work: object, problem: string) => void;
  /** After this long an answer is taken for lost. */
  giveUp?: number;
};

/** What takes longer than this is said, so that nobody walks away from it. */
const SLOW_MS = 1500;
/** After this long an answer is taken for lost. Asking again is safe: entries have ids. */
export const GIVE_UP_MS = 4000;

/** Makes a function that tries until it works, closing what may be broken in between, and says so meanwhile. */
export function makeInsist({
  wait,
  heal,
  say,
  giveUp = GIVE_UP_MS,
}: Means): <T>(work: () => Promise<T>) => Promise<T> {
  async function attempt<T>(work: () => Promise<T>, tries: number, slow: () => void): Promise<T> {
    let done = false;
    const lost = wait(SLOW_MS)
      .then(() => done || slow())
      .then(() => wait(Math.min(giveUp * 2 ** tries, 60_000) - SLOW_MS))
      .then(() => Promise.reject(new Error('There was no answer.')));
    lost.catch(() => undefined);
    try {
      return await Promise.race([work(), lost]);
    } finally {
      done = true;
    }
  }

  return async (work) => {
    const mine = {};
    for (let tries = 0; ; tries += 1) {
      try {
        const result = await attempt(work, tries, () => say(mine, slowly));
        say(mine, '');
        return result;
      } catch (error) {
        if (error instanceof Discarded) {
          say(mine, '');
          throw error;
        }
        say(mine, sentence(error));
        await wait(Math.min(100 * 2 ** tries, 5000));
        await heal().catch(() => undefined);
      }
    }
  };
}

/**
 * The same store, but what it is asked is done in the end, or still being tried. Bringing a file is not
 * insisted on: there somebody waits who can be told, and nothing is lost.
 */
export function patient(store: Store, giveUp: number = GIVE_UP_MS): Store {
  const insist = makeInsist({
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    heal: () => store.heal(),
    say: sayProblem,
    giveUp,
  });
  return {
    ...store,
    write: (batch) => insist(() => store.write(batch)),
    since: (cursor, workshop, most) => insist(() => store.since(cursor, workshop, most)),
    workshops: () => insist(() => store.workshops()),
    attachment: (name) => insist(() => store.attachment(name)),
    about: (key) => insist(() => store.about(key)),
    keepAbout: (key, value) => insist(() => store.keepAbout(key, value)),
    tablet: () => insist(() => store.tablet()),
    count: (workshop, cursor) => insist(() => store.count(workshop, cursor)),
    snapshot: (workshop) => insist(() => store.snapshot(workshop)),
  };
}

const slowly = 'This tablet is slow to save. Keep this page open until this message goes.';

function sentence(error: unknown): string {
  return isFull(error)
    ? 'This tablet is full. Make room on it, and keep this page open until this message goes.'
    : 'This tablet cannot save at the moment. It keeps trying. Keep this page open until this message goes.';
}
