import { Refusal } from '#wire/refusal.ts';
import { after } from './again.ts';
import { isAnythingOpen, isSaving, standing } from './counts.ts';
import type { OneNews } from '#wire/entries.ts';
import { offerRest } from './hand-in.ts';
import { newRun, type Means } from './means.ts';
import type { Paired } from './paired.ts';
import { everythingDue, isDue, round, sayHowItStands } from './round.ts';
import type { Shown } from './shown.ts';

/** Looks by itself this often while news come, and while none can come. */
const POLL_FOLLOWED_S = 300;
const POLL_S = 30;
const POLL_WANTED_S = 8;
/** The numbers follow soon, and not at every tap. */
export const COUNT_AFTER_MS = 400;
const SAY_EVERY_MS = 20_000;

export type Around = {
  version: string;
  show: (change: Partial<Shown>) => void;
  /** Follows the news until it ends. */
  follow: (signal: AbortSignal, heard: { open: () => void; news: (one: OneNews) => void }) => Promise<void>;
  chance: () => number;
};

export type Loop = {
  /** Runs until it is stopped, or until the hub does not know this tablet any more. */
  run: () => Promise<void>;
  /** Something of a workshop was kept on this tablet. */
  kept: (workshop: string) => void;
  /** The network is back, or the app is looked at again: tries at once. */
  wake: () => void;
  stop: () => void;
};

/** The work with one hub. Errors are quiet: what the leader must know is shown, and everything is tried again. */
export function makeLoop(means: Means, paired: Paired, around: Around): Loop {
  const { memory, store } = means;
  const run = newRun(paired.hub.epoch);
  const ended = new AbortController();
  const due = everythingDue();
  /** Counting a large workshop is not done for every tap. */
  const known = new Map<string, number>();
  let changes = 0;
  let failures = 0;
  let followed = false;
  let wakeUp: () => void = () => undefined;
  /** The hub wants to be left alone until the sleep is over, whatever happens here. */
  let leftAlone = false;
  let said = '';
  let saidAt = -Infinity;
  let counting: ReturnType<typeof setTimeout> | undefined;
  let countAt = 0;

  const isOver = (): boolean => ended.signal.aborted;

  /** Sleeps until it is time, or until something is to be done. A sleep after a failure is not cut short by taps. */
  function sleep(seconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(done, seconds * 1000);
      function done(): void {
        clearTimeout(timer);
        wakeUp = () => undefined;
        resolve();
      }
      wakeUp = done;
      if (isOver()) done();
    });
  }

  async function count(): Promise<void> {
    const before = changes;
    const { counts, unsent, files } = await standing(store, memory, run.epoch, known, run.fromHub);
    const open = await isAnythingOpen();
    const done = unsent === 0 && files === 0 && !open && !isSaving() && before === changes;
    if (isOver()) return;
    around.show({ counts, counted: true, open, done });
    // An answer in its box, or half made, is something to come, though nobody here may know how much.
    const left = unsent + files + (open ? 1 : 0);
    const state = String(left);
    if (state === said || failures > 0) return;
    // The office need not hear of every tap. That all is there it hears at once: the tablet may be put away now.
    const early = saidAt + SAY_EVERY_MS - performance.now();
    if (early > 0 && state !== '0') return countSoon(early);
    [said, saidAt] = [state, performance.now()];
    await sayHowItStands(means, left, around.version).catch(() => (said = ''));
  }

  /** Whoever asks again meanwhile does not put it off. */
  function countSoon(wait = COUNT_AFTER_MS): void {
    const at = performance.now() + wait;
    if (counting !== undefined && countAt <= at) return;
    clearTimeout(counting);
    countAt = at;
    counting = setTimeout(() => {
      counting = undefined;
      if (!isOver()) count().catch(() => undefined);
    }, wait);
  }

  /** Nothing is written once somebody has disconnected the tablet, or connected it anew. */
  async function keepPaired(change: Partial<Paired>): Promise<void> {
    if ((await memory.paired())?.token !== paired.token) return;
    await memory.keepPaired({ ...paired, hub: { ...paired.hub, epoch: run.epoch }, ...change });
  }

  async function tell(change: { discarded?: number; redacted?: number }): Promise<void> {
    const before = await memory.told();
    const told = {
      discarded: before.discarded + (change.discarded ?? 0),
      redacted: before.redacted + (change.redacted ?? 0),
    };
    await memory.keepTold(told);
    around.show({ told });
  }

  const reached = (): void => {
    failures = 0;
    around.show({ reach: 'in-touch', problem: '', lastAt: Date.now() });
  };

  async function work(): Promise<void> {
    await round(means, run, due, {
      progress: () => countSoon(),
      reached,
      tell,
      epoch() {
        around.show({ done: false });
        return keepPaired({});
      },
    });
  }

  async function hear({ workshop, cursor }: OneNews): Promise<void> {
    const known = Math.max(due.pull.get(workshop) ?? 0, await memory.pulled(workshop, run.epoch));
    if (cursor > known) due.pull.set(workshop, cursor);
    // Nothing more has come, and yet there is news: perhaps the office has discarded it.
    else due.list = true;
    if (failures === 0) wakeUp();
  }

  /** Comes back to the news again and again, beside the work. */
  async function followOn(): Promise<void> {
    for (let lost = 0; !isOver();) {
      let wait = 0;
      await around
        .follow(ended.signal, {
          open() {
            followed = true;
            lost = 0;
            // What came while nobody listened.
            due.list = true;
            if (!leftAlone) wakeUp();
          },
          news: (one) => void hear(one).catch(() => undefined),
        })
        .catch((error: unknown) => {
          if (error instanceof Refusal) wait = error.retryAfter ?? 0;
          // Away, or it does not want this tablet any more: whoever sleeps until the next news would not see it.
          due.list = true;
          if (wait === 0 && failures === 0 && !leftAlone) wakeUp();
        });
      followed = false;
      lost += 1;
      const own = Math.min(60, 2 ** lost) * (0.5 + around.chance() / 2);
      if (!isOver()) await pause(Math.max(wait, own));
    }
  }

  const pause = (seconds: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, seconds * 1000);
      ended.signal.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    });

  /** A photo comes later than the note that names it, and nothing tells of it. */
  async function untilPoll(): Promise<number> {
    const wanted = (await memory.wanted()).length > 0;
    return followed && !wanted ? POLL_FOLLOWED_S : wanted ? POLL_WANTED_S : POLL_S;
  }

  async function stopFor(state: 'revoked' | 'unknown'): Promise<void> {
    if (state === 'revoked') await offerRest(means, run).catch(() => undefined);
    await keepPaired({ state });
    await count().catch(() => undefined);
    around.show({ state, reach: 'away', done: false });
    ended.abort();
  }

  return {
    async run() {
      void followOn();
      countSoon();
      while (!isOver()) {
        try {
          await work();
          failures = 0;
          const wait = await untilPoll();
          // Looked at last, with nothing awaited in between: whatever comes from here on ends the sleep.
          if (!isDue(due)) await sleep(wait);
          // Nothing was to be done for so long that it is time to look.
          if (!isDue(due)) due.list = true;
        } catch (error) {
          failures += 1;
          const next = after(error, failures, around.chance());
          if (next.do === 'stop') {
            await stopFor(next.state);
            return;
          }
          around.show({ reach: next.problem === '' ? 'away' : 'in-touch', problem: next.problem });
          countSoon();
          due.list = true;
          leftAlone = next.asked === true;
          await sleep(next.wait);
          leftAlone = false;
        }
      }
    },
    kept(workshop) {
      known.delete(workshop);
      changes += 1;
      due.handIn = true;
      around.show({ done: false });
      countSoon();
      if (failures === 0) wakeUp();
    },
    wake() {
      due.list = true;
      due.handIn = true;
      if (!leftAlone) wakeUp();
    },
    stop() {
      ended.abort();
      wakeUp();
    },
  };
}
