import { useEffect, useState, type ComponentType } from 'react';
import type { SheetProps } from './Sheet.tsx';

let Sheet: ComponentType<SheetProps> | undefined;

/** Sheets bring most of React Aria: the first screen does not wait for it. */
export async function loadSheet(): Promise<void> {
  Sheet ??= (await import('./Sheet.tsx')).Sheet;
}

/** A sheet over the screen. Focus goes in, stays in and comes back; Escape closes it. */
export function Dialog(props: SheetProps) {
  const { open } = props;
  const [asked, setAsked] = useState(false);
  const [, setHere] = useState(Sheet !== undefined);
  if (open && !asked) setAsked(true);
  useEffect(() => {
    // Not by Suspense: React holds what follows an empty place back for 300 ms.
    if (open && !Sheet) void loadSheet().then(() => setHere(true));
  }, [open]);
  return asked && Sheet ? <Sheet {...props} /> : null;
}
