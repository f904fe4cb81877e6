import { useEffect, useState, type ComponentType } from 'react';

type Props<P> = { load: () => Promise<ComponentType<P>>; props: P };

/**
 * A piece that is loaded only once it stands, so that the first screen does not wait for it.
 * Not by Suspense: React holds what follows an empty place back for 300 ms.
 */
export function Later<P extends object>({ load, props }: Props<P>) {
  const [come, setCome] = useState<{ Piece: ComponentType<P> }>();
  useEffect(() => {
    let gone = false;
    void load().then((Piece) => !gone && setCome({ Piece }));
    return () => {
      gone = true;
    };
  }, [load]);
  return come ? <come.Piece {...props} /> : null;
}
