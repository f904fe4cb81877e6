import { useEffect, useState, type ComponentType } from 'react';

/** Each part is asked for once, and once it is here it is shown in the same breath. */
const asked = new WeakMap<object, Promise<unknown>>();
const here = new WeakMap<object, unknown>();

/** Loads a part before it is needed, so that a person never waits at an empty screen. */
export function prepare<P>(load: () => Promise<ComponentType<P>>): Promise<unknown> {
  const promise = asked.get(load) ?? load().then((part) => here.set(load, part));
  asked.set(load, promise);
  return promise;
}

type Props<P> = { load: () => Promise<ComponentType<P>>; props: P };

/**
 * Loads a part of a kind, and shows it. Offline it comes from the service worker's cache.
 * Not by Suspense: React holds what follows an empty place back for 300 ms.
 */
export function Part<P extends object>({ load, props }: Props<P>) {
  const [come, setCome] = useState<{ load: object; error?: unknown }>();
  useEffect(() => {
    if (here.has(load)) return;
    let gone = false;
    prepare(load).then(
      () => !gone && setCome({ load }),
      (error: unknown) => !gone && setCome({ load, error }),
    );
    return () => {
      gone = true;
    };
  }, [load]);
  if (come?.load === load && come.error !== undefined) throw come.error;
  // `here` holds under each `load` what that same `load` gives.
  const Component = here.get(load) as ComponentType<P> | undefined;
  return Component ? <Component {...props} /> : null;
}
