import type { ReactNode } from 'react';
import type { Phrase } from '#workshop/phrase.ts';
import { Picture } from '#ui/Picture.tsx';
import { Said } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';

type Props = {
  /** A word or two above it: who says this. */
  lead: Phrase;
  /** Where we are: line 2 of 5. */
  place: Phrase;
  phrase: Phrase;
  /** What it answers. */
  above?: { lead: Phrase; phrase: Phrase } | undefined;
  children?: ReactNode;
};

/** One thing for the whole room, read from a few steps away: picture left, words as large as they can be. */
export function Aloud({ lead, place, phrase, above, children }: Props) {
  const said = useSaid();
  return (
    <div className="aloud">
      <div className="aloud-card">
        <Picture symbol={phrase.symbol} framed />
        <div>
          <p className="quiet">{said(place)}</p>
          {above && (
            <p className="aloud-lead">
              <b>{said(above.lead)}:</b> <Said phrase={above.phrase} />
            </p>
          )}
          <p className="aloud-lead">
            <b>{said(lead)}:</b>
          </p>
          <h1>
            <Said phrase={phrase} />
          </h1>
        </div>
      </div>
      {children}
    </div>
  );
}
