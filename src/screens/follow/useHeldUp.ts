import { useEffect, useRef } from 'react';
import { sendToWorkshop } from '../workshops.ts';

/** Holds up to the big screen what is read out now, and takes it down once whoever reads leaves. */
export function useHeldUp(workshop: string, what: string, wanted: boolean): void {
  const held = useRef('');
  const next = wanted ? what : '';
  useEffect(() => {
    if (held.current === next) return;
    held.current = next;
    void sendToWorkshop(workshop, [{ type: 'held-up', what: next }]);
  }, [workshop, next]);
  useEffect(
    () => () => {
      if (held.current !== '') void sendToWorkshop(workshop, [{ type: 'held-up', what: '' }]);
      held.current = '';
    },
    [workshop],
  );
}
