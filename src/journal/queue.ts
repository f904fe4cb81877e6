/** How things stand with what is still to be kept. `problem` is '' or one plain sentence. */
export type Keeping = { waiting: number; problem: string };

export type Patience = {
  wait: (ms: number) => Promise<void>;
  heal: () => Promise<void>;
  tell: (keeping: Keeping) => void;
};

/** A tap that is not kept after this long is said, so that nobody walks away from it. */
const SLOW_MS = 1500;
/** After this long a write is taken for lost and tried again. Ids make that safe even if it was only late. */
const GIVE_UP_MS = 4000;

/**
 * Writes one after the other. One that fails stays first in line and is tried until it works:
 * what a person was told is being saved is never dropped while the page is open.
 */
export function makeQueue({ wait, heal, tell }: Patience): <T>(write: () => Promise<T>) => Promise<T> {
  let waiting = 0;
  let problem = '';
  let last: Promise<unknown> = Promise.resolve();
  const say = (next: string): void => {
    if (next === problem) return;
    problem = next;
    tell({ waiting, problem });
  };

  async function attempt<T>(write: () => Promise<T>, tries: number): Promise<T> {
    const patience = Math.min(GIVE_UP_MS * 2 ** tries, 60_000);
    let done = false;
    const late = wait(SLOW_MS).then(() => {
      if (!done) say('Saving is slow. Please keep this page open.');
    });
    const lost = late.then(() => wait(patience - SLOW_MS)).then(() => Promise.reject(new Error('No reply.')));
    lost.catch(() => undefined);
    try {
      return await Promise.race([write(), lost]);
    } finally {
      done = true;
    }
  }

  async function insist<T>(write: () => Promise<T>): Promise<T> {
    for (let tries = 0; ; tries += 1) {
      try {
        return await attempt(write, tries);
      } catch (error) {
        say(sentence(error));
        await wait(Math.min(100 * 2 ** tries, 5000));
        await heal().catch(() => undefined);
      }
    }
  }

  return (write) => {
    waiting += 1;
    tell({ waiting, problem });
    const kept = last.then(() => insist(write));
    last = kept.then(() => {
      waiting -= 1;
      problem = '';
      tell({ waiting, problem });
    });
    return kept;
  };
}

function sentence(error: unknown): string {
  const names = [error, error instanceof Error && 'inner' in error ? error.inner : undefined].map((one) =>
    one instanceof Error || one instanceof DOMException ? one.name : '',
  );
  return names.some((name) => name.startsWith('Quota'))
    ? 'This tablet is full. Make room on it, and keep this page open until this message goes.'
    : 'This tablet cannot save at the moment. It keeps trying. Keep this page open until this message goes.';
}
