import { useState } from 'react';
import { findPackSymbols, suggestPackSymbols, usePackSymbols } from '#words/pack-symbols.ts';
import { findSymbols, suggestSymbols, symbolLabel, type SymbolName } from '#words/symbols.ts';
import { asSaid } from '#workshop/phrase.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { useSaid } from './said.ts';
import { Write } from './Write.tsx';
import { say } from './words.ts';

const SHOWN = 24;

type Props = { open: boolean; words: string; onPick(symbol: string): void; onClose(): void };

/** Finds a picture by a word. Pictures that fit `words` are offered before anything is typed. */
export function SymbolPicker({ open, words, onPick, onClose }: Props) {
  const [query, setQuery] = useState('');
  const said = useSaid();
  const found: SymbolName[] = query ? findSymbols(query, SHOWN) : suggestSymbols(words).slice(0, SHOWN);
  const shown = found.length > 0 || query ? found : findSymbols('', SHOWN);
  // They are found anew where packs come or go while this stands.
  usePackSymbols();
  const own = query ? findPackSymbols(query, SHOWN) : suggestPackSymbols(words, SHOWN / 2);
  const pick = (symbol: string): void => {
    onPick(symbol);
    setQuery('');
    onClose();
  };
  return (
    <Dialog title={say('findPicture')} open={open} onClose={onClose}>
      <Write label={say('findPicture')} value={query} onChange={setQuery} hideLabel />
      {shown.length + own.length === 0 && <p>{said(say('noneFound'))}</p>}
      <ul className="symbol-grid">
        {own.map(({ name, label, pack }) => (
          <li key={name}>
            <Button
              phrase={{ ...say('ofPack', { picture: label, pack }), symbol: name }}
              picture
              className="tile"
              onPress={() => pick(name)}
            />
          </li>
        ))}
        {shown.map((name) => (
          <li key={name}>
            <Button
              phrase={asSaid(symbolLabel(name), name)}
              picture
              className="tile"
              onPress={() => pick(name)}
            />
          </li>
        ))}
      </ul>
      <Button phrase={say('noPicture')} mark="close" onPress={() => pick('')} />
    </Dialog>
  );
}
