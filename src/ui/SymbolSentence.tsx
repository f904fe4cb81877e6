import { useState } from 'react';
import { asSaid } from '#workshop/phrase.ts';
import { findSymbols, symbolGroups } from '#words/symbols.ts';
import { Button } from './Button.tsx';
import { Pages } from './Pages.tsx';
import { Picture } from './Picture.tsx';
import { announce } from './Status.tsx';
import { useSaid } from './said.ts';
import { symbolWord } from './symbolWord.ts';
import { Write } from './Write.tsx';
import { say } from './words.ts';

const SHOWN = 12;
/** These speak of the workshop and the tablet: what people want to say comes first. */
const LAST = ['answers', 'the workshop', 'how I want it'];

type Props = { symbols: readonly string[]; most: number; onChange(symbols: string[]): void };

/** A sentence of pictures: choose a group, tap pictures one after another, or find one by a word. */
export function SymbolSentence({ symbols, most, onChange }: Props) {
  const [group, setGroup] = useState<string>();
  const [query, setQuery] = useState('');
  const [page, setPage] = useState(0);
  const said = useSaid();
  const groups = symbolGroups().toSorted((a, b) => LAST.indexOf(a.group) - LAST.indexOf(b.group));
  const inGroup = groups.find((each) => each.group === group)?.names ?? [];
  const all: readonly string[] = query ? findSymbols(query, SHOWN * 4) : inGroup;
  const pages = Math.ceil(all.length / SHOWN);
  const add = (name: string): void => {
    if (symbols.length >= most) return announce(said(say('sentenceFull', { count: most })));
    onChange([...symbols, name]);
    announce(said(say('pictureAdded', { picture: symbolWord(name) })));
  };
  const look = (inside: string | undefined, words: string): void => {
    setGroup(inside);
    setQuery(words);
    setPage(0);
  };
  const tiles =
    query || group
      ? all
          .slice(page * SHOWN, (page + 1) * SHOWN)
          .map((name) => ({ id: name, phrase: asSaid(symbolWord(name), name), tap: () => add(name) }))
      : groups.map((each) => ({
          id: each.group,
          phrase: asSaid(capital(each.group), each.names[0] ?? ''),
          tap: () => look(each.group, ''),
        }));
  return (
    <div className="symbol-sentence">
      <div className="sentence-box" data-own>
        {symbols.length === 0 ? (
          <p className="quiet">{said(say('sentenceEmpty'))}</p>
        ) : (
          <Sentence symbols={symbols} />
        )}
        {symbols.length > 0 && (
          <div className="tools">
            <Button phrase={say('lastPicture')} mark="undo" onPress={() => onChange(symbols.slice(0, -1))} />
            <Button phrase={say('clearPictures')} mark="close" onPress={() => onChange([])} />
          </div>
        )}
      </div>
      {symbols.length >= most && <p className="quiet">{said(say('sentenceFull', { count: most }))}</p>}
      {(group || query) && (
        <Button phrase={say('pictureGroups')} mark="back" onPress={() => look(undefined, '')} />
      )}
      <ul className="symbol-grid">
        {tiles.map((tile) => (
          <li key={tile.id}>
            <Button phrase={tile.phrase} picture className="tile" onPress={tile.tap} />
          </li>
        ))}
      </ul>
      {query && all.length === 0 && <p>{said(say('noneFound'))}</p>}
      <Pages
        phrase={say('morePictures', { page: page + 1, pages })}
        page={page}
        pages={pages}
        onPage={setPage}
      />
      <Write label={say('findPicture')} value={query} onChange={(words) => look(undefined, words)} />
    </div>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Pictures in a row, each with its word. */
export function Sentence({ symbols }: { symbols: readonly string[] }) {
  return (
    <span className="sentence">
      {symbols.map((name, index) => (
        <span className="word" key={index}>
          <Picture symbol={name} />
          {/* Words that are heard need the space that the eye does not. */}
          <span>{symbolWord(name)} </span>
        </span>
      ))}
    </span>
  );
}
