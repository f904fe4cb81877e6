import { useEffect } from 'react';
import type { Phrase } from '#workshop/phrase.ts';
import { Logo } from '#ui/Logo.tsx';
import { Picture } from '#ui/Picture.tsx';
import { said as wordsIn, useSaid } from '#ui/said.ts';

/** One thing to say to the whole room, with its picture. */
export function BigCard({ lead, phrase, hint }: { lead?: Phrase; phrase: Phrase; hint?: Phrase }) {
  const said = useSaid();
  useTitle(phrase);
  return (
    <>
      <main className="big-card">
        <Picture symbol={phrase.symbol} framed />
        <div>
          {lead && <p className="big-sentence">{said(lead)}</p>}
          <h1>{said(phrase)}</h1>
          {hint && <p className="big-sentence">{said(hint)}</p>}
        </div>
      </main>
      <footer className="big-foot">
        <span />
        <Logo />
      </footer>
    </>
  );
}

/** The name of the window. */
export function useTitle(phrase: Phrase): void {
  const title = wordsIn(phrase, 'plain');
  useEffect(() => {
    document.title = `${title} – Cuppa`;
  }, [title]);
}
