import { askFiles } from './opfs.ts';

/** What the file is to become next: words, or `undefined` to be forgotten. The latest wins. */
type Wanted = { text: string | undefined };

let wanted: Wanted | undefined;
let last: Promise<void> = Promise.resolve();

/** Keeps the half-made answer for after a crash. Never fails: without it, taking part still works. */
export async function keepDraft(draft: unknown): Promise<void> {
  wanted = { text: JSON.stringify(draft) };
  await settle().catch(() => undefined);
}

/** The half-made answer, as it was given; `undefined` if there is none, or if it is damaged. */
export async function readDraft(): Promise<unknown> {
  try {
    await settle();
    const text = await askFiles({ ask: 'read-draft' });
    return typeof text === 'string' ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/** Overwrites the half-made answer. Whatever was still to be written is dropped. */
export async function forgetDraft(): Promise<void> {
  wanted = { text: undefined };
  await settle();
}

/** Writes what is wanted by then, after all before it, so that a forget always comes last. */
function settle(): Promise<void> {
  last = last
    .catch(() => undefined)
    .then(async () => {
      const mine = wanted;
      if (!mine) return;
      wanted = undefined;
      try {
        await write(mine);
      } catch (error) {
        // Left for whoever settles next, unless something newer is wanted: a forget must not get lost.
        wanted ??= mine;
        throw error;
      }
    });
  return last;
}

async function write({ text }: Wanted): Promise<void> {
  try {
    await askFiles(text === undefined ? { ask: 'forget-draft' } : { ask: 'write-draft', text });
  } catch (error) {
    // A browser without such files never kept a draft, so there is nothing to forget.
    if ('getDirectory' in (globalThis.navigator?.storage ?? {})) throw error;
  }
}
