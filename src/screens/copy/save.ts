import { exportWorkshop } from '#sync/file.ts';
import type { LockKey } from '#sync/locked.ts';
import type { Replay } from '#workshop/replay.ts';
import { today } from '#words/days.ts';
import { noteCopy, turnsOf, type Copy } from '../copies.ts';
import { titleOf } from '../home/rows.ts';
import { fileName, saveFile } from '../save-file.ts';

export type Way = 'send' | 'download';
export type Done = 'saved' | 'stopped';

/** Keys of this page's life: the next copy of a workshop is locked as the one before, at one tap. */
const keys = new Map<string, LockKey>();

/** Can this browser hand files to its share sheet? Some only take some sorts: plain text is taken by all. */
export function canSend(): boolean {
  try {
    return navigator.canShare?.({ files: [new File([''], 'copy.txt', { type: 'text/plain' })] }) ?? false;
  } catch {
    return false;
  }
}

/** Saves a copy of the whole workshop, locked with `words` if there are any. */
export async function saveCopy(id: string, replay: Replay, way: Way, words: string): Promise<Done> {
  if (words === '') keys.delete(id);
  else keys.set(id, await (await import('#sync/locked.ts')).lockWith(words));
  return make(id, replay, way);
}

/** Saves it as it was saved last. 'ask' where that needs words that this page no longer knows. */
export async function saveAgain(id: string, replay: Replay, copy: Copy | null): Promise<Done | 'ask'> {
  if (copy?.locked && !keys.has(id)) return 'ask';
  return make(id, replay, canSend() ? 'send' : 'download');
}

async function make(id: string, replay: Replay, way: Way): Promise<Done> {
  const at = Date.now();
  const key = keys.get(id);
  const plain = await exportWorkshop(id);
  const content = key
    ? new Blob([await (await import('#sync/locked.ts')).lock(await plain.text(), key)])
    : plain;
  // The name of a locked file must not tell what is in it.
  const title = key
    ? `locked copy ${today(new Date(at))} ${new Date(at).toTimeString().slice(0, 5)}`
    : titleOf(replay).plain;
  const name = await hand(content, title, way);
  if (name === '') return 'stopped';
  await noteCopy(id, {
    name,
    at,
    entries: replay.entries,
    turns: turnsOf(replay),
    locked: key !== undefined,
  });
  return 'saved';
}

/** Hands it on; tells under what name, or '' if somebody stopped it. */
async function hand(content: Blob, title: string, way: Way): Promise<string> {
  if (way === 'send') {
    const name = fileName(title, 'cuppa.txt');
    try {
      await navigator.share({ files: [new File([content], name, { type: 'text/plain' })] });
      return name;
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return '';
      // A large workshop took longer than a tap counts, or the sheet refuses the file: then as a download.
    }
  }
  const name = fileName(title, 'cuppa.json');
  saveFile(name, new Blob([content], { type: 'application/json' }));
  return name;
}
