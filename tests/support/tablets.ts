import * as v from 'valibot';
import { keepIn } from '#journal/store.ts';
import { memoryStore } from '#journal/memory.ts';
import type { Store } from '#journal/journal.ts';
import { hashOf } from '#journal/stamp.ts';
import { openPairing } from '#hub/tablets/pairing.ts';
import type { Database } from '#hub/database/database.ts';
import { after } from '#sync/hub/again.ts';
import { follow } from '#sync/hub/follow.ts';
import { hubFiles } from '#sync/hub/files.ts';
import { newRun, type Means } from '#sync/hub/means.ts';
import { memoryOf, type Memory } from '#sync/hub/paired.ts';
import { everythingDue, isDue, round } from '#sync/hub/round.ts';
import { makeAsk, type AskHub } from '#sync/office/ask.ts';
import { digestOf, handIn } from '#wire/entries.ts';
import { pair } from '#wire/tablets.ts';
import type { Attachment } from '#workshop/attachment.ts';
import { newId, type Entry } from '#workshop/entry.ts';

/** A tablet without a browser: the app's own work with the hub, over a journal in memory. */
export type HallTablet = {
  id: string;
  store: Store;
  memory: Memory;
  /** Where it finds the hub from now on. */
  turnTo: (url: string) => void;
  ask: AskHub;
  /** Connects it once more, as somebody does whose office has a new hub. */
  connectAgain: (database: Database) => Promise<void>;
  /** Keeps so many entries of a workshop on this tablet. */
  write: (
    workshop: string,
    bodies: readonly unknown[],
    attachments?: readonly Attachment[],
  ) => Promise<Entry[]>;
  /** One try at everything that is due, as after a start of the app. Throws what went wrong. */
  once: () => Promise<void>;
  /** Hears of what is new and reads it, until the result is called. Resolves once the hub is heard. */
  listen: () => Promise<() => void>;
  /** Tries until nothing is due any more, or until the hub does not want this tablet. Waits are a fiftieth of the real ones. */
  sync: (most?: number) => Promise<'done' | 'revoked' | 'unknown'>;
  /** The ids that a receipt of this epoch covers: they count as being in the office. */
  acknowledged: (epoch: string) => Promise<string[]>;
  /** Forgets what was handed in, so that everything is sent again. */
  forgetHandedIn: () => Promise<void>;
  entries: (workshop?: string) => Promise<Entry[]>;
};

/** Real waits are this many times as long. */
const FASTER = 50;
const GIVE_UP_MS = 5000;

// Discarded workshops are remembered by each store; the app asks the one store of its page, and here are many.
keepIn(memoryStore());

/**
 * Connects a new tablet to the hub at `url`, whose database a pairing is opened in. A `careless` one believes that
 * what was sent was kept.
 */
export async function connectTablet(
  url: string,
  database: Database,
  name = 'A tablet',
  { careless = false } = {},
): Promise<HallTablet> {
  let hub = url;
  let token = '';
  const store = memoryStore();
  const memory = memoryOf(store);
  const fetchIt = (address: string, init: RequestInit): Promise<Response> =>
    fetch(hub + address, {
      ...init,
      signal: AbortSignal.any([...(init.signal ? [init.signal] : []), AbortSignal.timeout(GIVE_UP_MS)]),
      headers: {
        ...Object.fromEntries(new Headers(init.headers)),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
    });
  const careful = makeAsk(fetchIt);
  // What must fail in its place: whatever was sent counts as kept, whether or not a receipt came.
  const ask: AskHub = async (route, asked) => {
    if (!careless || route.path !== handIn.path) return careful(route, asked);
    await careful(route, asked).catch(() => undefined);
    return v.parse(route.reply, await receiptsOf(asked?.body, (await memory.paired())?.hub.epoch ?? ''));
  };
  const connect = async (to: Database) => {
    const { secret } = await openPairing(to, { kind: 'nobody' });
    const made = await ask(pair, { body: { secret, name, version: 'test' } });
    ({ token } = made);
    await memory.keepPaired({ ...made, state: 'on' });
    return made;
  };
  const paired = await connect(database);

  const means: Means = {
    store,
    memory,
    ask,
    files: hubFiles(fetchIt, ask),
    discard: (workshop) => store.discard(workshop),
    tell: () => undefined,
  };
  const run = newRun(paired.hub.epoch);
  const around = {
    progress: () => undefined,
    reached: () => undefined,
    epoch: async () => undefined,
    tell: async () => undefined,
  };
  const due = everythingDue();
  const once = async (): Promise<void> => {
    due.list = true;
    due.handIn = true;
    // What is pulled makes the cursor of what was handed in go on, in a second round.
    while (isDue(due)) await round(means, run, due, around);
  };

  return {
    id: paired.tablet.id,
    store,
    memory,
    ask,
    turnTo(other) {
      hub = other;
    },
    connectAgain: async (to) => void (await connect(to)),
    async write(workshop, bodies, attachments = []) {
      const drafts = bodies.map(async (body) => {
        const words = { id: newId(), activity: '', from: [], salt: newId(), body: JSON.stringify(body) };
        return { ...words, hash: await hashOf(words) };
      });
      return store.write({ workshop, drafts: await Promise.all(drafts), attachments });
    },
    once,
    async listen() {
      const ended = new AbortController();
      await new Promise<void>((open) => {
        const heard = {
          open: () => open(),
          news: ({ workshop, cursor }: { workshop: string; cursor: number }) => {
            due.pull.set(workshop, cursor);
            void round(means, run, due, around);
          },
        };
        const fetchNews: typeof fetchIt = (address, init) =>
          fetch(hub + address, {
            ...init,
            headers: { ...Object.fromEntries(new Headers(init.headers)), authorization: `Bearer ${token}` },
          });
        void follow(fetchNews, ended.signal, heard).catch(() => undefined);
      });
      return () => ended.abort();
    },
    async sync(most = 400) {
      for (let failures = 0; ;) {
        try {
          await once();
          return 'done';
        } catch (error) {
          failures += 1;
          const next = after(error, Math.min(failures, 4), Math.random());
          if (next.do === 'stop') return next.state;
          if (failures > most) throw error;
          await new Promise((go) => setTimeout(go, (next.wait * 1000) / FASTER));
        }
      }
    },
    async acknowledged(epoch) {
      const handed = await memory.handed('entries');
      if (handed.hub !== epoch) return [];
      const all = await store.since(0);
      const later = new Set((await store.since(handed.cursor)).entries.map(({ id }) => id));
      return all.entries.map(({ id }) => id).filter((id) => !later.has(id));
    },
    async forgetHandedIn() {
      await memory.keepHanded('entries', { hub: '', store: '', cursor: 0 });
      run.fromHub.clear();
    },
    entries: async (workshop) => (await store.since(0, workshop)).entries,
  };
}

/** What a hub would answer that has kept all of it. */
async function receiptsOf(body: unknown, epoch: string) {
  const { entries } = v.parse(handIn.body, body);
  const receipts = [...Map.groupBy(entries, ({ workshop }) => workshop)].map(async ([workshop, some]) => {
    const hashed = some.map(async (entry) => ({ id: entry.id, hash: await hashOf(entry) }));
    const digest = await digestOf(await Promise.all(hashed));
    return { workshop, count: some.length, digest, discarded: false };
  });
  return { epoch, receipts: await Promise.all(receipts) };
}
