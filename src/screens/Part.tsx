import { use, Suspense, type ComponentType } from 'react';

const loaded = new Map<() => Promise<ComponentType<never>>, Promise<ComponentType<never>>>();

/** Loads a part of a kind once, and shows it. Offline it comes from the service worker's cache. */
export function Part<Props extends object>({ load, props }: { load: () => Promise<ComponentType<Props>>; props: Props }) {
  return (
    <Suspense fallback={null}>
      <Loaded load={load} props={props} />
    </Suspense>
  );
}

function Loaded<Props extends object>({ load, props }: { load: () => Promise<ComponentType<Props>>; props: Props }) {
  const known = loaded.get(load);
  const promise = known ?? load();
  if (!known) loaded.set(load, promise);
  // The promise was made by `load` itself, so it gives a component of these props.
  const Component = use(promise as Promise<ComponentType<Props>>);
  return <Component {...props} />;
}
