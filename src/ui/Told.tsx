import { useEffect } from 'react';
import { announce } from './Status.tsx';

type Props = { words: string; wrong?: boolean };

/** What has just happened, where it is seen; and said once, through the one region that speaks. */
export function Told({ words, wrong = false }: Props) {
  useEffect(() => announce(words), [words]);
  return <p className={wrong ? 'wrong' : 'quiet'}>{words}</p>;
}
