import * as v from 'valibot';
import { breakable, type Break } from './break.ts';
import { keepAsAsked } from './controls.ts';
import { otherTablets } from './other-tablet.ts';
import { attachmentFrom } from '#journal/attachments.ts';
import { dexieStore } from '#journal/dexie.ts';
import { keepDraft, readDraft } from '#journal/draft.ts';
import { useHealth } from '#journal/health.ts';
import { keep, useKeeping } from '#journal/keep.ts';
import { closeSealed, openBoxes, sealAnswers } from '#journal/sealed.ts';
import { decodeRecords } from '#journal/log-file.ts';
import { LogRecordSchema } from '#journal/log-record.ts';
import { theStore } from '#journal/store.ts';
import { importFile } from '#sync/file.ts';
import { byOrder, newId, type Entry } from '#workshop/entry.ts';

/** The journal in a page of its own, tapped by a machine. What was acknowledged is told to the checker outside. */
declare function acknowledged(tags: string[]): Promise<void>;

const asked = new URLSearchParams(location.search);
const control = asked.get('control') ?? '';
const inPage = breakable('page');
inPage.nth = Number(asked.get('break') ?? 0);
const workerBreaks = asked.get('breakWorker');
if (workerBreaks !== null) {
  const Real = globalThis.Worker;
  globalThis.Worker = class extends Real {
    constructor(address: string | URL, options?: WorkerOptions) {
      super(address, { ...options, name: `break:${workerBreaks}` });
    }
  };
}
keepAsAsked(asked);

/** The database, looked at past the journal. */
const alone = dexieStore();
const channel = new BroadcastChannel('faults');
const W = 'w';
const me = newId().slice(0, 8);
let number = 0;
const nextTag = (): string => {
  number += 1;
  return `${me}-${number}`;
};
const noise = (bytes: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

/** One answer: two entries that belong together, tagged so that the checker can tell halves. */
async function answer(weight = 0): Promise<void> {
  const tag = nextTag();
  const parts = [`${tag}/1/2`, `${tag}/2/2`];
  const bodyOf = (part: string) => ({ type: 'answered', tag: part, at: Date.now(), noise: noise(weight) });
  await keep(
    W,
    parts.map((part) => ({ activity: 'a', body: bodyOf(part) })),
  );
  await acknowledged(parts);
}

const tasks = {
  answer: () => answer(),
  async note() {
    const tag = `${nextTag()}/1/1`;
    const photo = await attachmentFrom(
      new Blob([crypto.getRandomValues(new Uint8Array(4000))], { type: 'image/png' }),
    );
    await keep(W, [{ activity: 'n', body: { type: 'written', tag, photo: photo.name } }], [photo]);
    await acknowledged([tag]);
  },
  async handOver() {
    await keepDraft({ half: me });
    await answer();
    await readDraft();
  },
  async seal() {
    const tag = `${nextTag()}/1/1`;
    const id = newId();
    const add = () => again(() => sealAnswers(W, 'sealed', [{ tag }], [id]));
    await (control === 'locked' ? navigator.locks.request('all', add) : add());
    await acknowledged([tag]);
  },
  async close() {
    const tag = `${nextTag()}/1/1`;
    const id = newId();
    const activity = `s${number}`;
    await again(() => sealAnswers(W, activity, [{ tag }], [id]));
    await again(() => closeSealed(W, activity));
    await acknowledged([tag]);
  },
  async import() {
    const tag = `${nextTag()}/1/1`;
    const file = await otherTablets(W, tag);
    await again(() => importFile(file));
    await acknowledged([tag]);
  },
};
export type Task = keyof typeof tasks;

/** What is not insisted on is told to whoever asked, and that person taps again; in a control nobody does. */
async function again(work: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await work();
      return;
    } catch (error) {
      if (control !== '') throw error;
      await new Promise((soon) => setTimeout(soon, 100));
    }
  }
}

const tagOf = ({ body }: Entry): string[] =>
  [...(body ?? '').matchAll(/"tag":"([\w/-]+)"/g)].map((match) => match[1] ?? '');
const timeOf = ({ body }: Entry): number => Number(/"at":(\d+)/.exec(body ?? '')?.[1] ?? 0);

/** When something was first said or put right, in milliseconds since this page began, or since `watch`. */
let saidAt: number | undefined;
let watchedFrom = 0;
const hear = (): void => {
  const { missing, rebuilt } = useHealth.getState();
  if (missing > 0 || rebuilt > 0 || useKeeping.getState().problem !== '')
    saidAt ??= performance.now() - watchedFrom;
};
useHealth.subscribe(hear);
useKeeping.subscribe(hear);

function tellWorker(wanted: Partial<Break>): Promise<Pick<Break, 'calls' | 'refused'>> {
  return new Promise((heard) => {
    channel.addEventListener('message', (message: MessageEvent<Break>) => heard(message.data), {
      once: true,
    });
    channel.postMessage({ wanted });
    setTimeout(() => heard({ calls: 0, refused: [] }), 500);
  });
}

const api = {
  tap: (task: Task) => tasks[task](),
  heavy: (bytes: number) => answer(bytes),
  /** Taps until the browser is killed. */
  tapOn(task: Task): void {
    void tasks[task]().then(() => api.tapOn(task));
  },
  tags: async () => (await theStore().since(0)).entries.flatMap(tagOf),
  /** What a report would show first to last. */
  inOrder: async () => {
    const { entries } = await theStore().since(0);
    // A copy by since.
    return entries.sort(control === 'clock' ? (a, b) => timeOf(a) - timeOf(b) : byOrder).flatMap(tagOf);
  },
  inDatabase: async () => (await alone.since(0)).entries.flatMap(tagOf),
  /** Straight from the files, because the worker may be in the middle of comparing. */
  async inLog() {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('cuppa');
    const tags: string[] = [];
    for await (const [name, file] of folder.entries()) {
      if (!name.endsWith('.log') || !(file instanceof FileSystemFileHandle)) continue;
      const { texts } = decodeRecords(new Uint8Array(await (await file.getFile()).arrayBuffer()));
      for (const text of texts)
        tags.push(...v.parse(LogRecordSchema, JSON.parse(text)).entries.flatMap(tagOf));
    }
    return tags;
  },
  /** Closes what was left sealed, as a leader would. */
  async closeBoxes() {
    for (const { workshop, activity } of await openBoxes()) await closeSealed(workshop, activity);
  },
  async reserve() {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('cuppa');
    const file = await folder.getFileHandle('reserve').catch(() => undefined);
    return (await file?.getFile())?.size ?? 0;
  },
  health: () => useHealth.getState(),
  problem: () => useKeeping.getState().problem,
  saidAt: () => saidAt,
  watch(): void {
    saidAt = undefined;
    watchedFrom = performance.now();
  },
  breakPage: (wanted: Partial<Break>) => void Object.assign(inPage, { calls: 0 }, wanted),
  counted: async () => ({ page: inPage.calls, worker: (await tellWorker({})).calls }),
  refused: async () => (await tellWorker({})).refused,
  breakWorker: async (wanted: Partial<Break>) => void (await tellWorker({ calls: 0, ...wanted })),
};
export type FaultsApi = typeof api;
Object.assign(globalThis, { faults: api });
