import { lazy, Suspense, useState } from 'react';
import type { SheetProps } from './Sheet.tsx';

/** Sheets bring most of React Aria: the first screen does not wait for it. */
export const loadSheet = () => import('./Sheet.tsx').then((part) => ({ default: part.Sheet }));
const Sheet = lazy(loadSheet);

/** A sheet over the screen. Focus goes in, stays in and comes back; Escape closes it. */
export function Dialog(props: SheetProps) {
  const [asked, setAsked] = useState(false);
  if (props.open && !asked) setAsked(true);
  return asked ? (
    <Suspense fallback={null}>
      <Sheet {...props} />
    </Suspense>
  ) : null;
}
