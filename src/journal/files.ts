/** A file that is rewritten in place: on a tablet an OPFS handle, in a rehearsal plain memory. */
export type Handle = {
  size: () => number;
  read: (at: number, length: number) => Uint8Array<ArrayBuffer>;
  write: (bytes: Uint8Array<ArrayBuffer>, at: number) => void;
  truncate: (size: number) => void;
  flush: () => void;
};

/** The few files that lie beside the database because a database would remember too much. */
export type Files = {
  names: () => Promise<string[]>;
  /** Opens (and makes) the file only while `work` runs, so that other tabs come to their turn. */
  use: <T>(name: string, work: (handle: Handle) => T | Promise<T>) => Promise<T>;
  remove: (name: string) => Promise<void>;
};

/** Zeros over all of it, on the disk before this returns. */
export function wipe(handle: Handle): void {
  const size = handle.size();
  const zeros = new Uint8Array(65_536);
  for (let at = 0; at < size; at += zeros.length)
    handle.write(zeros.subarray(0, Math.min(zeros.length, size - at)), at);
  handle.flush();
}

/** Files that last as long as the page: for rehearsals. `fail` may throw in the middle of any write or flush. */
export function memoryFiles(disk = new Map<string, Uint8Array>(), fail: () => void = () => undefined): Files {
  const handleOf = (name: string): Handle => {
    const all = (): Uint8Array => disk.get(name) ?? new Uint8Array();
    const resize = (size: number): void => {
      const next = new Uint8Array(size);
      next.set(all().subarray(0, size));
      disk.set(name, next);
    };
    return {
      size: () => all().length,
      read: (at, length) => new Uint8Array(all().subarray(at, at + length)),
      write(bytes, at) {
        if (at + bytes.length > all().length) resize(at + bytes.length);
        all().set(bytes.subarray(0, bytes.length / 2), at);
        fail();
        all().set(bytes, at);
      },
      truncate: resize,
      flush: fail,
    };
  };
  return {
    names: async () => [...disk.keys()],
    async use(name, work) {
      if (!disk.has(name)) disk.set(name, new Uint8Array());
      return work(handleOf(name));
    },
    async remove(name) {
      disk.delete(name);
    },
  };
}
