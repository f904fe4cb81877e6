import { useState } from 'react';
import { piecesOf, type Term } from '#words/glossary/glossary.ts';
import { WordSheet } from './WordSheet.tsx';
import { useTerms } from './terms.ts';

type Props = { text: string; tap: boolean };

/** A text with its hard words bold, the first time that each of them comes. */
export function Marked({ text, tap }: Props) {
  const terms = useTerms();
  const [open, setOpen] = useState<Term | null>(null);
  const pieces = piecesOf(text, terms);
  if (!pieces.some((piece) => piece.term)) return <>{text}</>;
  const first = (term: Term, place: number): boolean =>
    pieces.findIndex((piece) => piece.term === term) === place;
  return (
    <>
      {pieces.map(({ text: words, term }, place) => {
        if (!term) return words;
        return tap && first(term, place) ? (
          <button key={place} type="button" className="hard-word" onClick={() => setOpen(term)}>
            {words}
          </button>
        ) : (
          <strong key={place}>{words}</strong>
        );
      })}
      {open && <WordSheet term={open} onClose={() => setOpen(null)} />}
    </>
  );
}
