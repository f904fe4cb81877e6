import { piecesOf } from '#words/glossary/glossary.ts';
import { Picture } from '../Picture.tsx';
import { useSaid } from '../said.ts';
import { useTerms } from './terms.ts';
import { say } from './words.ts';

const MOST = 6;

/** The hard words of a text, in the order in which they come, each with its picture and what it means. */
export function ListHere({ text }: { text: string }) {
  const said = useSaid();
  const terms = useTerms();
  const found = [...new Set(piecesOf(text, terms).flatMap(({ term }) => term ?? []))].slice(0, MOST);
  if (found.length === 0) return null;
  return (
    <section className="stack">
      <h3>{said(say('wordsHere'))}</h3>
      {found.map(({ word, meaning }) => (
        <div key={word} className={`say ${meaning.symbol ? '' : 'no-picture'}`}>
          <Picture symbol={meaning.symbol} />
          <p>
            <strong>{word}</strong>: {said(meaning)}
          </p>
        </div>
      ))}
    </section>
  );
}
