import { hashOf } from '#journal/stamp.ts';
import type { Store } from '#journal/journal.ts';
import { memoryStore } from '#journal/memory.ts';
import { digestOf, handIn, listWorkshops, readEntries } from '#wire/entries.ts';
import { sayState } from '#wire/tablets.ts';
import type { Attachment } from '#workshop/attachment.ts';
import type { Entry } from '#workshop/entry.ts';
import * as v from 'valibot';
import type { AskHub } from '../office/ask.ts';
import { Refusal } from '#wire/refusal.ts';
import type { Means } from './means.ts';
import { memoryOf } from './paired.ts';

/** A hub in memory for what the loop decides, with faults where a test wants them. Never in the product. */
export function fakeHub() {
  const hub = {
    epoch: 'first',
    kept: new Map<string, { kept: number; entry: Entry; hash: string }>(),
    number: 0,
    discarded: new Set<string>(),
    attachments: new Map<string, Attachment>(),
    unsent: -1,
    batches: [] as number[],
    /** Asked before and after each call; may throw. */
    before: (_call: string): void => undefined,
    after: (_call: string): void => undefined,
    async put(entries: readonly Entry[]) {
      for (const entry of entries) {
        const known = hub.kept.get(entry.id);
        if (known && (entry.body !== null || known.entry.body === null)) continue;
        hub.number += 1;
        hub.kept.set(entry.id, { kept: hub.number, entry, hash: known?.hash ?? (await hashOf(entry)) });
      }
    },
    ask: (async (route: { path: string }, { params = {}, query = {}, body } = {}) => {
      const call = route.path;
      hub.before(call);
      const reply = await answer(call, params, query, body);
      hub.after(call);
      return reply;
    }) as AskHub,
  };

  async function answer(
    call: string,
    params: Record<string, string>,
    query: Record<string, string>,
    body: unknown,
  ): Promise<unknown> {
    if (call === handIn.path) {
      const sent = v.safeParse(handIn.body, body);
      if (!sent.success) throw new Refusal(400, 'wrong-shape', 'refused');
      const { entries } = sent.output;
      const welcome = entries.filter(({ workshop }) => !hub.discarded.has(workshop));
      hub.batches.push(entries.length);
      await hub.put(welcome);
      const receipts = [...Map.groupBy(entries, ({ workshop }) => workshop)].map(
        async ([workshop, some]) => ({
          workshop,
          count: some.length,
          digest: await digestOf(
            some.map(({ id, body: words }) => ({
              id,
              hash: words === null ? '' : (hub.kept.get(id)?.hash ?? ''),
            })),
          ),
          discarded: hub.discarded.has(workshop),
        }),
      );
      return { epoch: hub.epoch, receipts: await Promise.all(receipts) };
    }
    const rows = [...hub.kept.values()].toSorted((a, b) => a.kept - b.kept);
    if (call === listWorkshops.path) {
      const all = new Map(rows.map(({ entry, kept }) => [entry.workshop, kept]));
      for (const workshop of hub.discarded) all.set(workshop, 0);
      const workshops = [...all].map(([workshop, cursor]) => ({
        workshop,
        cursor,
        discarded: hub.discarded.has(workshop),
      }));
      return { epoch: hub.epoch, workshops };
    }
    if (call === readEntries.path) {
      const after = Number(query['after']);
      const found = rows.filter(({ kept, entry }) => kept > after && entry.workshop === params['workshop']);
      const some = found.slice(0, 3);
      return {
        epoch: hub.epoch,
        entries: some.map(({ entry }) => entry),
        cursor: some.at(-1)?.kept ?? after,
        more: found.length > some.length,
      };
    }
    if (call === sayState.path) hub.unsent = v.parse(sayState.body, body).unsent;
    return {};
  }
  return hub;
}
export type FakeHub = ReturnType<typeof fakeHub>;

/** A tablet in memory that works with it. */
export function tabletOf(
  hub: FakeHub,
  store: Store = memoryStore(),
): Means & { discarded: string[]; news: string[] } {
  const discarded: string[] = [];
  const news: string[] = [];
  return {
    store,
    memory: memoryOf(store),
    ask: hub.ask,
    files: {
      async read(name) {
        hub.before('read file');
        return hub.attachments.get(name);
      },
      async send(attachment) {
        hub.before('send file');
        hub.attachments.set(attachment.name, attachment);
        hub.after('send file');
      },
    },
    discard: async (workshop) => {
      discarded.push(workshop);
      await store.discard(workshop);
    },
    tell: (workshop) => void news.push(workshop),
    discarded,
    news,
  };
}

/** The network is away. */
export const away = (): never => {
  throw new Refusal(0, 'away', 'away');
};
