import { isDiscarded } from '#journal/tablet.ts';
import { nameOf, bytesOf } from '#journal/attachments.ts';
import { namesIn } from '#journal/redact.ts';
import { MOST_ENTRIES, readEntries } from '#wire/entries.ts';
import { AnotherEpoch } from './again.ts';
import type { Means, Run } from './means.ts';
import type { Wanted } from './paired.ts';

/** Reads what is new of a workshop, page by page, and keeps each page before the next. Tells what that was. */
export async function pull(
  means: Means,
  run: Run,
  workshop: string,
): Promise<{ any: boolean; redacted: number }> {
  const { store, memory, ask, tell } = means;
  let [any, redacted] = [false, 0];
  for (let more = true; more;) {
    const cursor = await memory.pulled(workshop, run.epoch);
    const page = await ask(readEntries, {
      params: { workshop },
      query: { after: String(cursor), most: String(MOST_ENTRIES) },
    });
    if (page.epoch !== run.epoch) throw new AnotherEpoch();
    // The hub keeps to what was asked; nothing else gets in by mistake.
    const entries = page.entries.filter((entry) => entry.workshop === workshop);
    if (entries.length > 0) {
      any = true;
      const gone = new Set(entries.filter(({ body }) => body === null).map(({ id }) => id));
      const taken = gone.size > 0 ? await stillWithWords(means, workshop, gone) : 0;
      redacted += taken;
      const added = await store.bring(entries, []);
      for (const { id } of entries) run.fromHub.add(id);
      await want(means, workshop, new Set(entries.flatMap(({ body }) => namesIn(body))));
      // What this tablet handed in itself comes back as well, and is no news to its screens.
      if (added + taken > 0) tell(workshop);
    }
    await memory.keepPulled(workshop, run.epoch, page.cursor);
    more = page.more && page.cursor > cursor;
  }
  return { any, redacted };
}

async function stillWithWords({ store }: Means, workshop: string, ids: ReadonlySet<string>): Promise<number> {
  const { entries } = await store.since(0, workshop);
  return entries.filter(({ id, body }) => body !== null && ids.has(id)).length;
}

/** Remembers the photos and recordings that are to come. */
async function want({ store, memory }: Means, workshop: string, names: ReadonlySet<string>): Promise<void> {
  const lacking: Wanted = [];
  for (const name of names) if (!(await store.attachment(name))) lacking.push([workshop, name]);
  if (lacking.length === 0) return;
  const wanted = await memory.wanted();
  const known = new Set(wanted.map(([, name]) => name));
  await memory.keepWanted([...wanted, ...lacking.filter(([, name]) => !known.has(name))]);
}

/** Fetches photos and recordings that are to come. What the hub does not have yet stays wanted. */
export async function pullFiles({ store, memory, files, tell }: Means): Promise<void> {
  const wanted = await memory.wanted();
  for (const [workshop, name] of wanted) {
    if (await isStillNamed(store, workshop, name)) {
      const found = await files.read(name);
      if (!found) continue;
      // Only bytes that have this name may come in under it.
      if ((await nameOf(bytesOf(found))) === name) {
        await store.bring([], [found]);
        tell(workshop);
      }
    }
    await memory.keepWanted((await memory.wanted()).filter(([, other]) => other !== name));
  }
}

/** It may have been redacted since it was first wanted. */
async function isStillNamed(store: Means['store'], workshop: string, name: string): Promise<boolean> {
  if (await isDiscarded(workshop)) return false;
  const { entries } = await store.since(0, workshop);
  return entries.some(({ body }) => body?.includes(name));
}
