import type { Report } from '#report/report.ts';
import type { Phrase } from '#workshop/phrase.ts';
import { piecesOf } from '#words/glossary/glossary.ts';
import { useTerms } from '#ui/hard-words/terms.ts';
import { Picture } from '#ui/Picture.tsx';
import { useSaid } from '#ui/said.ts';
import { say as sayWords } from '../own-words/words.ts';

/** On Easy Read paper, where nobody can tap: what the hard words in it mean, each with its picture. */
export function WordList({ report }: { report: Report }) {
  const words = useSaid();
  const terms = useTerms();
  const isEasy = words({ plain: 'plain', easy: 'easy', symbol: '' }) === 'easy';
  if (!isEasy) return null;
  const found = new Set(
    phrasesOf(report).flatMap((phrase) => piecesOf(words(phrase), terms).flatMap(({ term }) => term ?? [])),
  );
  if (found.size === 0) return null;
  return (
    <section>
      <h2>{words(sayWords('wordsHere'))}</h2>
      <ul className="rows">
        {terms
          .filter((term) => found.has(term))
          .map(({ word, meaning }) => (
            <li key={word} className="say">
              <Picture symbol={meaning.symbol || sayWords('wordsHere').symbol} />
              <p>
                <b>{word}</b>: {words(meaning)}
              </p>
            </li>
          ))}
      </ul>
    </section>
  );
}

function phrasesOf({ about, parts }: Report): Phrase[] {
  const said = parts.flatMap(({ section }) => {
    if (!section) return [];
    const rows = section.blocks.flatMap((block) => {
      if (block.type === 'say') return [block.row.phrase];
      return block.rows.map((row) => row.phrase);
    });
    return [section.heading, ...rows];
  });
  return [about.title, ...said];
}
