import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** What a part of the report is called in an address, after its #. */
export const partIn = (activity: string): string => `part-${activity}`;

/** An address may name one part of the report, such as the one where something was found: it opens there. */
export function useWantedPart(): void {
  const { hash } = useLocation();
  useEffect(() => {
    const part = hash.length > 1 ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
    const heading = part?.querySelector('h2');
    if (!part || !heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    part.scrollIntoView();
  }, [hash]);
}
