import { useEffect, useState } from 'react';
import { openBoxes } from '#journal/sealed.ts';
import type { Replay } from '#workshop/replay.ts';

/** The activities of this workshop whose answers are still in their box on this tablet. */
export function useClosed(id: string, replay: Replay): string[] {
  const [closed, setClosed] = useState<string[]>([]);
  useEffect(() => {
    let here = true;
    openBoxes().then(
      (boxes) => here && setClosed(boxes.filter((box) => box.workshop === id).map((box) => box.activity)),
      // Where nothing can be sealed, nothing is closed.
      () => undefined,
    );
    return () => {
      here = false;
    };
    // A box that closes makes an entry, here or on another tablet: then it is looked for anew.
  }, [id, replay]);
  return closed;
}
