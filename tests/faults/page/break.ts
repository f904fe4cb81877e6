/**
 * Faults under the storage of one page or worker: the nth call fails, once or from then on. Every call that
 * opens, reads, counts, writes or flushes is counted. Stands in the page by an import, and before the worker's
 * own code by the build (see ../build.ts).
 */
export type Break = {
  nth: number;
  on: boolean;
  calls: number;
  name: string;
  /** What the browser itself refused, by name: for a full disk. */
  refused: string[];
};

const IN_PAGE = {
  IDBFactory: ['open', 'deleteDatabase'],
  IDBDatabase: ['transaction'],
  IDBObjectStore: ['add', 'put', 'get', 'getAll', 'getAllKeys', 'getKey', 'count', 'openCursor', 'delete'],
  IDBIndex: ['get', 'getAll', 'getAllKeys', 'getKey', 'count', 'openCursor', 'openKeyCursor'],
};
const IN_WORKER = {
  FileSystemSyncAccessHandle: ['write', 'flush', 'getSize', 'read', 'truncate'],
};
/** Calls that answer later fail later too. */
const LATER_IN_WORKER = {
  StorageManager: ['getDirectory'],
  FileSystemDirectoryHandle: ['getDirectoryHandle', 'getFileHandle', 'removeEntry'],
  FileSystemFileHandle: ['createSyncAccessHandle', 'getFile'],
};

export function breakable(where: 'page' | 'worker'): Break {
  const state: Break = { nth: 0, on: false, calls: 0, name: 'UnknownError', refused: [] };
  const step = (): void => {
    state.calls += 1;
    if (state.nth > 0 && (state.on ? state.calls >= state.nth : state.calls === state.nth))
      throw new DOMException('A fault was injected.', state.name);
  };
  const wrap = (owner: string, names: readonly string[], later: boolean): void => {
    const type: unknown = Reflect.get(globalThis, owner);
    const proto: unknown = typeof type === 'function' ? Reflect.get(type, 'prototype') : undefined;
    if (typeof proto !== 'object' || proto === null) return;
    for (const name of names) {
      const real: unknown = Reflect.get(proto, name);
      if (typeof real !== 'function') continue;
      Reflect.set(proto, name, function broken(this: unknown, ...given: unknown[]): unknown {
        try {
          step();
        } catch (error) {
          if (later) return Promise.reject(error);
          throw error;
        }
        try {
          const result: unknown = Reflect.apply(real, this, given);
          if (later && result instanceof Promise)
            result.catch((error: unknown) => state.refused.push(`${name}: ${String(error)}`));
          return result;
        } catch (error) {
          if (error instanceof DOMException) state.refused.push(`${name}: ${String(error)}`);
          throw error;
        }
      });
    }
  };
  const wrapAll = (owners: Record<string, string[]>, later: boolean): void => {
    for (const [owner, names] of Object.entries(owners)) wrap(owner, names, later);
  };
  if (where === 'page') wrapAll(IN_PAGE, false);
  else {
    wrapAll(IN_WORKER, false);
    wrapAll(LATER_IN_WORKER, true);
  }
  return state;
}
