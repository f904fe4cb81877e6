import { newId } from '#workshop/entry.ts';
import type { Handle } from './files.ts';
import type { LogFiles } from './log.ts';

const NAME = /^journal-\w+\.log$/;
const RESERVE = 'reserve';
const RESERVED = 1_048_576;
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
    return navigator.locks.request('cuppa-reserve', async () => {
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

  /** Random bytes, because a disk may keep nothing of zeros. */
  function fill(handle: Handle): void {
    const piece = new Uint8Array(65_536);
    while (handle.size() < RESERVED) handle.write(crypto.getRandomValues(piece), handle.size());
    handle.flush();
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
          () => -1,
        );
        if (size >= 0) names.push({ name, live: live.has(lockOf(name)), size });
      }
      return names;
    },
    async read(name) {
      return new Uint8Array(await (await fileOf(name)).arrayBuffer());
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
      const file = await (await folder()).getFileHandle(name, { create: true });
      const access = await file.createSyncAccessHandle();
      const close = (): void => {
        access.close();
        letGo();
      };
      return { name, handle: inPlace(access), close };
    },
    async remove(name) {
      await (await folder()).removeEntry(name);
    },
    async reserve(change) {
      if (change !== 'fill') {
        reserved = await withReserve((handle) => handle.truncate(Math.max(0, handle.size() + change)));
        return reserved;
      }
      // Soon, and not now: whoever waits for "saved" does not wait for this.
      if (reserved === undefined && !filling) {
        filling = true;
        setTimeout(() => {
          withReserve(fill)
            .then((size) => (reserved = size))
            .catch(() => (reserved = 0));
        }, 3000);
      }
      return reserved ?? RESERVED;
    },
  };
}
