import type { Phrase } from '#workshop/phrase.ts';
import { Mark } from './Mark.tsx';
import { useSaid } from './said.ts';

/** The filled tick with its word. Show it only once it is so. */
export function Saved({ phrase }: { phrase: Phrase }) {
  const said = useSaid();
  return (
    <p className="saved">
      <Mark name="tick" />
      {said(phrase)}
    </p>
  );
}
