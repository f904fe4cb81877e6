import { createContext, use, useEffect, useState } from 'react';
import { useWays, waysNow } from '#access/ways.ts';
import { WordsContext } from '../said.ts';
import type * as Marking from './Marked.tsx';

/** On the big screen nobody taps: there a hard word is only bold, and so it is on paper. */
export const HardWordsContext = createContext<'tap' | 'bold'>('tap');

let marked: typeof Marking | undefined;

/** Words in Easy Read with their hard words bold; a tap explains them. Others have the words as they are. */
export function Words({ text }: { text: string }) {
  const mine = useWays((state) => waysNow(state).words);
  const fixed = use(WordsContext);
  const easy = (fixed ?? mine) !== 'plain';
  const tap = use(HardWordsContext) === 'tap' && fixed === null;
  const [, setHere] = useState(marked !== undefined);
  useEffect(() => {
    // The glossary is not part of the first screen's code. Offline it is here too.
    if (!easy || marked) return;
    let gone = false;
    void import('./Marked.tsx').then((module) => {
      marked = module;
      if (!gone) setHere(true);
    });
    return () => {
      gone = true;
    };
  }, [easy]);
  if (!easy || !marked) return <>{text}</>;
  return <marked.Marked text={text} tap={tap} />;
}
