import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { Database } from '#journal/database.ts';
import { attachmentFrom } from '#journal/attachments.ts';
import { dexieStore } from '#journal/dexie.ts';
import { discardWorkshop } from '#journal/discard.ts';
import { isDiscarded } from '#journal/tablet.ts';
import * as draft from '#journal/draft.ts';
import { useHealth } from '#journal/health.ts';
import { keep, useKeeping } from '#journal/keep.ts';
import { patient } from '#journal/patience.ts';
import { withoutWords } from '#journal/redact.ts';
import { logInWorker } from '#journal/second.ts';
import * as sealed from '#journal/sealed.ts';
import { makeWorkshops } from '#journal/shown.ts';
import { keepIn, theStore } from '#journal/store.ts';
import { exportWorkshop, importFile } from '#sync/file.ts';
import type { Attachment } from '#workshop/attachment.ts';
import type { Entry } from '#workshop/entry.ts';
import { promises } from '../../every-journal/promises.ts';

/**
 * The journal in a page of its own, for tests: nothing of this is in the product. What is shown of the
 * workshop "w" stands on the page, so that a test can see when it is shown.
 */
const { useWorkshop, useWorkshopList, readWorkshop } = makeWorkshops(() => undefined);

/** Checks each promise on an empty database and tells those that were broken. */
async function brokenPromises(): Promise<string[]> {
  const broken: string[] = [];
  // What the page itself keeps and compares must not come in between.
  await theStore().workshops();
  while (!useHealth.getState().checked) await new Promise((soon) => setTimeout(soon, 100));
  for (const { name, holds } of promises) {
    await theStore().heal();
    await new Database().delete();
    const db = new Database();
    await holds(dexieStore(db)).catch((error: unknown) => broken.push(`${name}: ${String(error)}`));
    db.close();
  }
  return broken;
}

/** Checks each promise on one store alone, which is what every fault is first shown to hurt. */
function keepInOneStore(): void {
  keepIn(patient(dexieStore()));
}

/** What the log alone holds, read by the worker anew. */
async function logged(): Promise<string[]> {
  const log = logInWorker();
  await log.open();
  const { entries } = await log.all();
  await log.forget();
  return entries.map((entry) => entry.id);
}

/** Everything in the database, as text. */
async function dump(): Promise<string> {
  const db = await new Database().open();
  const tables = await Promise.all(db.tables.map((table) => table.toArray()));
  db.close();
  return JSON.stringify(tables);
}

const api = {
  keep: (workshop: string, ...bodies: unknown[]) =>
    keep(
      workshop,
      bodies.map((body) => ({ activity: '', body })),
    ),
  since: () => theStore().since(0),
  exported: async (workshop: string) => (await exportWorkshop(workshop)).text(),
  keeping: () => useKeeping.getState(),
  health: () => useHealth.getState(),
  tablet: () => theStore().tablet(),
  about: (key: string) => theStore().about(key),
  keepAbout: (key: string, value: unknown) => theStore().keepAbout(key, value),
  photo: async (bytes: number[]) => attachmentFrom(new Blob([new Uint8Array(bytes)], { type: 'image/png' })),
  keepWith: async (workshop: string, body: unknown, bytes: number[]) =>
    keep(
      workshop,
      [{ activity: '', body }],
      [await attachmentFrom(new Blob([new Uint8Array(bytes)], { type: 'image/png' }))],
    ),
  /** Takes the words of entries, as a hub or a file does that has them without. */
  redact: async (ids: readonly string[]) => {
    const { entries } = await theStore().since(0);
    const gone = entries.filter(({ id }) => ids.includes(id)).map(withoutWords);
    return theStore().bring(gone, []);
  },
  discard: discardWorkshop,
  isDiscarded,
  snapshot: (workshop: string) => theStore().snapshot(workshop),
  /** What would come from a hub or a file, to the letter. */
  bring: (entries: Entry[], attachments: Attachment[]) => theStore().bring(entries, attachments),
  attachment: (name: string) => theStore().attachment(name),
  keepInOneStore,
  logged,
  brokenPromises,
  dump,
  readWorkshop,
  importFile,
  ...sealed,
  ...draft,
};
export type JournalApi = typeof api;
Object.assign(globalThis, { journal: api });

function Shown() {
  const workshop = useWorkshop('w');
  const list = useWorkshopList();
  const state = typeof workshop === 'string' ? workshop : `here ${workshop.workshop.here}`;
  return createElement(
    'p',
    { id: 'shown' },
    `${state}, ${list === 'opening' ? list : list.map((one) => one.id).join(' ')}`,
  );
}
const root = document.querySelector('#root');
if (root) createRoot(root).render(createElement(Shown));
