/**
 * Faults under the storage of one page or worker: the nth call that writes fails, once or from then on. Stands
 * in the page by an import, and before the worker's own code by the build (see ../build.ts).
 */
export type Break = { nth: number; on: boolean; calls: number; name: string };

export function breakable(where: 'page' | 'worker'): Break {
  const state: Break = { nth: 0, on: false, calls: 0, name: 'UnknownError' };
  const step = (): void => {
    state.calls += 1;
    if (state.nth > 0 && (state.on ? state.calls >= state.nth : state.calls === state.nth))
      throw new DOMException('A fault was injected.', state.name);
  };
  const wrap = (owner: object, name: string): void => {
    const real: unknown = Reflect.get(owner, name);
    if (typeof real !== 'function') return;
    Reflect.set(owner, name, function broken(this: unknown, ...given: unknown[]): unknown {
      step();
      const result: unknown = Reflect.apply(real, this, given);
      return result;
    });
  };
  if (where === 'page') {
    for (const name of ['add', 'put']) wrap(IDBObjectStore.prototype, name);
    wrap(IDBDatabase.prototype, 'transaction');
  } else {
    const handle: unknown = Reflect.get(globalThis, 'FileSystemSyncAccessHandle');
    if (typeof handle === 'function')
      for (const name of ['write', 'flush']) wrap(Reflect.get(handle, 'prototype') as object, name);
  }
  return state;
}
