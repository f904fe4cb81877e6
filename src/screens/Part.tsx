import { use, Suspense, type ComponentType } from 'react';

/** A promise must be the same at every render, so each part is asked for once. */
const asked = new WeakMap<object, Promise<unknown>>();

/** Loads a part before it is needed, so that a person never waits at an empty screen. */
export function prepare<P>(load: () => Promise<ComponentType<P>>): Promise<unknown> {
  const promise = asked.get(load) ?? load();
  asked.set(load, promise);
  return promise;
}

type Props<P> = { load: () => Promise<ComponentType<P>>; props: P };

/** Loads a part of a kind, and shows it. Offline it comes from the service worker's cache. */
export function Part<P extends object>(part: Props<P>) {
  return (
    <Suspense fallback={null}>
      <Loaded {...part} />
    </Suspense>
  );
}

function Loaded<P extends object>({ load, props }: Props<P>) {
  // `asked` holds under each `load` what that same `load` gives.
  const Component = use(prepare(load) as Promise<ComponentType<P>>);
  return <Component {...props} />;
}
