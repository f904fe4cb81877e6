import { breakable } from './break.ts';
import { dexieStore } from '#journal/dexie.ts';
import { keepDraft, readDraft } from '#journal/draft.ts';
import { attachmentFrom } from '#journal/attachments.ts';
import { useHealth } from '#journal/health.ts';
import { keep, useKeeping } from '#journal/keep.ts';
import { patient } from '#journal/patience.ts';
import { closeSealed, sealAnswers } from '#journal/sealed.ts';
import { logInWorker } from '#journal/second.ts';
import { keepIn, theStore } from '#journal/store.ts';
import { exportWorkshop, importFile } from '#sync/file.ts';
import { newId, type Entry } from '#workshop/entry.ts';

/** The journal in a page of its own, tapped by a machine. What was acknowledged is told to the checker outside. */
declare function acknowledged(tags: string[]): Promise<void>;

const inPage = breakable('page');
const channel = new BroadcastChannel('faults');
const asked = new URLSearchParams(location.search);
if (asked.has('single')) keepIn(patient(dexieStore()));

let number = 0;
const W = asked.get('workshop') ?? 'w';
const me = newId().slice(0, 8);
const noise = (bytes: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

/** One answer: two entries that belong together, tagged so that the checker can tell halves. */
async function answer(weight = 0): Promise<void> {
  number += 1;
  const tag = `${me}-${number}`;
  const parts = [`${tag}/1/2`, `${tag}/2/2`];
  await keep(
    W,
    parts.map((part) => ({ activity: 'a', body: { type: 'answered', tag: part, noise: noise(weight) } })),
  );
  await acknowledged(parts);
}

const tasks = {
  answer: () => answer(),
  async note() {
    number += 1;
    const tag = `${me}-${number}/1/1`;
    const photo = await attachmentFrom(
      new Blob([crypto.getRandomValues(new Uint8Array(4000))], { type: 'image/png' }),
    );
    await keep(W, [{ activity: 'n', body: { type: 'written', tag, photo: photo.name } }], [photo]);
    await acknowledged([tag]);
  },
  async handOver() {
    await keepDraft({ half: me });
    await answer();
    if (JSON.stringify(await readDraft()) === undefined) return;
  },
  async close() {
    number += 1;
    const tag = `${me}-${number}/1/1`;
    const id = newId();
    await again(() => sealAnswers(W, `s${number}`, [{ tag }], [id]));
    await again(() => closeSealed(W, `s${number}`));
    await acknowledged([tag]);
  },
  async import() {
    number += 1;
    const tag = `${me}-${number}/1/1`;
    const file = await otherTablets(tag);
    await again(() => importFile(file));
    await acknowledged([tag]);
  },
};

/** What is not insisted on is told to whoever asked, and that person taps again. */
async function again(work: () => Promise<unknown>): Promise<void> {
  for (;;) {
    const failed = await work().then(
      () => false,
      () => true,
    );
    if (!failed) return;
    await new Promise((soon) => setTimeout(soon, 100));
  }
}

/** A file of some other tablet with one entry. */
async function otherTablets(tag: string): Promise<string> {
  const text = await (await exportWorkshop('nothing')).text();
  const { format, version } = JSON.parse(text) as { format: string; version: number };
  const body = JSON.stringify({ tag });
  const envelope = { id: newId(), workshop: W, activity: '', tablet: newId(), place: 1, counter: 1 };
  const entry: Entry = { ...envelope, from: [], previous: '', salt: newId(), body };
  const outline = { format, version, workshop: W, sealed: [], entries: [entry], attachments: [], count: 1 };
  const start = JSON.stringify(outline).slice(0, -1);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(start));
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${start},"digest":"${hex}"}`;
}

const tagsIn = (entries: readonly Entry[]): string[] =>
  entries.flatMap(({ body }) =>
    [...(body ?? '').matchAll(/"tag":"([\w/-]+)"/g)].map((match) => match[1] ?? ''),
  );

const api = {
  tasks,
  tap: (task: keyof typeof tasks) => tasks[task](),
  heavy: (bytes: number) => answer(bytes),
  /** Taps until the browser is killed. */
  tapOn(): void {
    void tasks.answer().then(() => api.tapOn());
  },
  tags: async () => tagsIn((await theStore().since(0)).entries),
  async logged() {
    const log = logInWorker();
    await log.open();
    const { entries } = await log.all();
    await log.forget();
    return tagsIn(entries);
  },
  health: () => useHealth.getState(),
  problem: () => useKeeping.getState().problem,
  breakPage: (wanted: Partial<typeof inPage>) => void Object.assign(inPage, { calls: 0 }, wanted),
  pageCalls: () => inPage.calls,
  breakWorker: (wanted: Partial<typeof inPage>) =>
    new Promise<void>((heard) => {
      channel.addEventListener('message', () => heard(), { once: true });
      channel.postMessage({ calls: 0, ...wanted });
      setTimeout(heard, 300);
    }),
};
export type FaultsApi = typeof api;
Object.assign(globalThis, { faults: api });
