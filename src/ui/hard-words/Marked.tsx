import { useState } from 'react';
import { piecesOf, type Term } from '#words/glossary/glossary.ts';
import { WordSheet } from './WordSheet.tsx';
import { useTerms } from './terms.ts';
import { touching } from './touching.ts';

type Props = { text: string; tap: boolean };

/** A text with its hard words bold; the first time that one comes, a tap explains it. */
export function Marked({ text, tap }: Props) {
  const terms = useTerms();
  const [open, setOpen] = useState<Term | null>(null);
  const pieces = touching(piecesOf(text, terms));
  if (!pieces.some((piece) => piece.term)) return <>{text}</>;
  const isFirst = (term: Term, place: number): boolean =>
    pieces.findIndex((piece) => piece.term === term) === place;
  return (
    <>
      {pieces.map(({ text: words, term, before, after }, place) => {
        if (!term) return words;
        return (
          <span key={place} className="unbroken">
            {before}
            {tap && isFirst(term, place) ? (
              <button type="button" className="hard-word" onClick={() => setOpen(term)}>
                {words}
              </button>
            ) : (
              <strong>{words}</strong>
            )}
            {after}
          </span>
        );
      })}
      {open && <WordSheet term={open} onClose={() => setOpen(null)} />}
    </>
  );
}
