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

type Props = { symbols: readonly string[]; most: number; onChange(symbols: string[]): void };

/** A sentence of pictures: tap them one after another. Groups first, then 12 at a time, or find one by a word. */
export function SymbolSentence({ symbols, most, onChange }: Props) {
  const groups = symbolGroups();
  const [group, setGroup] = useState<string>(groups[0]?.group ?? '');
  const [query, setQuery] = useState('');
  const [page, setPage] = useState(0);
  const said = useSaid();
  const all: readonly string[] = query
    ? findSymbols(query, SHOWN * 4)
    : (groups.find((each) => each.group === group)?.names ?? []);
  const pages = Math.max(1, Math.ceil(all.length / SHOWN));
  const full = symbols.length >= most;
  const add = (name: string): void => {
    if (full) return announce(said(say('sentenceFull', { count: most })));
    onChange([...symbols, name]);
    announce(said(say('pictureAdded', { picture: symbolWord(name) })));
  };
  const look = (change: () => void): void => {
    change();
    setPage(0);
  };
  return (
    <div className="symbol-sentence">
      <div className="sentence-box">
        {symbols.length === 0 ? (
          <p className="quiet">{said(say('sentenceEmpty'))}</p>
        ) : (
          <Sentence symbols={symbols} />
        )}
      </div>
      <div className="tools">
        <Button
          phrase={say('lastPicture')}
          mark="undo"
          off={symbols.length === 0}
          onPress={() => onChange(symbols.slice(0, -1))}
        />
        <Button
          phrase={say('clearPictures')}
          mark="close"
          off={symbols.length === 0}
          onPress={() => onChange([])}
        />
      </div>
      {full && <p className="quiet">{said(say('sentenceFull', { count: most }))}</p>}
      {groups.length > 1 && (
        <div className="tools" role="group" aria-label={said(say('pictureGroups'))}>
          {groups.map((each) => (
            <Button
              key={each.group}
              phrase={asSaid(each.group)}
              pressed={!query && each.group === group}
              onPress={() =>
                look(() => {
                  setGroup(each.group);
                  setQuery('');
                })
              }
            />
          ))}
        </div>
      )}
      <ul className="symbol-grid">
        {all.slice(page * SHOWN, (page + 1) * SHOWN).map((name) => (
          <li key={name}>
            <Button
              phrase={asSaid(symbolWord(name), name)}
              picture
              className="tile"
              onPress={() => add(name)}
            />
          </li>
        ))}
      </ul>
      {all.length === 0 && <p>{said(say('noneFound'))}</p>}
      <Pages
        phrase={say('morePictures', { page: page + 1, pages })}
        page={page}
        pages={pages}
        onPage={setPage}
      />
      <Write label={say('findPicture')} value={query} onChange={(words) => look(() => setQuery(words))} />
    </div>
  );
}

/** Pictures in a row, each with its word. */
export function Sentence({ symbols }: { symbols: readonly string[] }) {
  return (
    <span className="sentence">
      {symbols.map((name, index) => (
        <span className="word" key={index}>
          <Picture symbol={name} />
          <span>{symbolWord(name)}</span>
        </span>
      ))}
    </span>
  );
}
