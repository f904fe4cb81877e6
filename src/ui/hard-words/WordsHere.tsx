import { useEffect, useState, type RefObject } from 'react';
import type * as Listing from './ListHere.tsx';

let listing: typeof Listing | undefined;

/** What the hard words of a screen mean, also those on its answers; nothing where there are none. */
export function WordsHere({ root }: { root: RefObject<HTMLElement | null> }) {
  const [text, setText] = useState('');
  useEffect(() => {
    let gone = false;
    const words = root.current?.innerText ?? '';
    void (listing ? Promise.resolve(listing) : import('./ListHere.tsx')).then((module) => {
      listing = module;
      if (!gone) setText(words);
    });
    return () => {
      gone = true;
    };
  }, [root]);
  return text && listing ? <listing.ListHere text={text} /> : null;
}
