import { useEffect, useState, type ComponentProps, type ComponentType } from 'react';
import type { WritingHelp } from './WritingHelp.tsx';

type Props = ComponentProps<typeof WritingHelp>;
let Help: ComponentType<Props> | undefined;

/** The writing help with its lists of words, once somebody writes. Until then nobody waits for it. */
export function WritingHelpLater(props: Props) {
  const [, setHere] = useState(Help !== undefined);
  useEffect(() => {
    if (Help) return;
    let gone = false;
    void import('./WritingHelp.tsx').then((module) => {
      Help = module.WritingHelp;
      if (!gone) setHere(true);
    });
    return () => {
      gone = true;
    };
  }, []);
  return Help ? <Help {...props} /> : null;
}
