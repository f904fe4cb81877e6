import { newId } from '#workshop/entry.ts';
import type { Handle } from './files.ts';
import { condemn, type LogFiles } from './log.ts';

const NAME = /^journal-\w+\.log$/;
const RESERVE = 'reserve';
/** Enough for the two copies of one sealed box, and as much again for everything else. */
const RESERVED = 2_097_152;
const FILL_AFTER_MS = 3000;
const FILL_AGAIN_MS = 60_000;
/** Whoever scrubs must not wait for a frozen tab: a later check does it again. */
const SCRUB_WAIT_MS = 5000;
const lockOf = (name: string): string => `cuppa-log:${name}`;

/** The logs in the origin's private files. Only for a worker: nothing else may write in place. */
export function logFilesIn(
  folder: () => Promise<FileSystemDirectoryHandle>,
  inPlace: (access: FileSystemSyncAccessHandle) => Handle,
): LogFiles {
  let reserved: number | undefined;
  let filling = false;

  const fileOf = async (name: string): Promise<File> =>
    (await (await folder()).getFileHandle(name)).getFile();

  async function withReserve(work: (handle: Handle) => void): Promise<number> {
    // A frozen tab may hold the lock, and somebody waits for "saved".
    const signal = AbortSignal.timeout(1000);
    return navigator.locks.request('cuppa-reserve', { signal }, async () => {
      const file = await (await folder()).getFileHandle(RESERVE, { create: true });
      const access = await file.createSyncAccessHandle();
      try {
        const handle = inPlace(access);
        work(handle);
        return handle.size();
      } finally {
        access.close();
      }
    });
  }

  /** Random bytes, because a disk may keep nothing of zeros. Where not all of it fits, the room is for answers. */
  function fill(handle: Handle): void {
    const before = handle.size();
    const piece = new Uint8Array(65_536);
    try {
      while (handle.size() < RESERVED) handle.write(crypto.getRandomValues(piece), handle.size());
      handle.flush();
    } catch {
      handle.truncate(before);
    }
  }

  /** Soon, and not now: whoever waits for "saved" does not wait for this. Where it failed, again after a while. */
  function fillSoon(): void {
    if (filling || (reserved ?? 0) >= RESERVED) return;
    filling = true;
    const after = reserved === undefined ? FILL_AFTER_MS : FILL_AGAIN_MS;
    setTimeout(() => {
      withReserve(fill)
        .then((size) => (reserved = size))
        .catch(() => (reserved ??= 0))
        .finally(() => (filling = false));
    }, after);
  }

  return {
    async names() {
      const { held = [] } = await navigator.locks.query();
      const live = new Set(held.map((lock) => lock.name));
      const names: { name: string; live: boolean; size: number }[] = [];
      for await (const name of (await folder()).keys()) {
        if (!NAME.test(name)) continue;
        // Another tab may have tidied it away meanwhile: what it held is in another file then.
        const size = await fileOf(name).then(
          (file) => file.size,
          (error: unknown) => (isGone(error) ? -1 : 0),
        );
        if (size >= 0) names.push({ name, live: live.has(lockOf(name)), size });
      }
      return names;
    },
    async read(name) {
      try {
        return new Uint8Array(await (await fileOf(name)).arrayBuffer());
      } catch (error) {
        if (isGone(error)) return undefined;
        return new Uint8Array(await (await fileOf(name)).arrayBuffer());
      }
    },
    async make() {
      const name = `journal-${newId()}.log`;
      let letGo: () => void = () => undefined;
      // The lock comes first and stays as long as this worker: by it others see that the file is in use.
      await new Promise<void>((taken, failed) => {
        navigator.locks
          .request(lockOf(name), () => {
            taken();
            return new Promise<void>((free) => (letGo = free));
          })
          .catch(failed);
      });
      try {
        const file = await (await folder()).getFileHandle(name, { create: true });
        const access = await file.createSyncAccessHandle();
        const close = (): void => {
          access.close();
          letGo();
        };
        return { name, handle: inPlace(access), close };
      } catch (error) {
        letGo();
        throw error;
      }
    },
    async remove(name) {
      await (await folder()).removeEntry(name);
    },
    async wipe(name) {
      const file = await (await folder()).getFileHandle(name);
      const access = await file.createSyncAccessHandle();
      try {
        condemn(inPlace(access));
      } finally {
        access.close();
      }
      await (await folder()).removeEntry(name);
    },
    scrubInTurn: (work) =>
      navigator.locks.request('cuppa-scrub', { signal: AbortSignal.timeout(SCRUB_WAIT_MS) }, work),
    async reserve(change) {
      if (change === 'fill') fillSoon();
      else reserved = await withReserve((handle) => handle.truncate(Math.max(0, handle.size() + change)));
      return reserved ?? RESERVED;
    },
  };
}

const isGone = (error: unknown): boolean => error instanceof DOMException && error.name === 'NotFoundError';
