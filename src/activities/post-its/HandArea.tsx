import { useId, useState } from 'react';
import { suggestSymbols, symbolLabel } from '#words/symbols.ts';
import { asSaid, emptyPhrase, type Phrase } from '#workshop/phrase.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Mark } from '#ui/Mark.tsx';
import { PhraseField } from '#ui/PhraseField.tsx';
import { Picture } from '#ui/Picture.tsx';
import { Said } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import { VoicePlayer } from '#ui/VoicePlayer.tsx';
import { Pages } from '#ui/Pages.tsx';
import type { Hand } from './hand.ts';
import { canBeWrittenDown, type Change, type Setup } from './model.ts';
import { NoteFace } from './NoteFace.tsx';
import { noteWords } from './row.ts';
import { allThemes, themePhrase, type Note, type State } from './state.ts';
import { WriteDown } from './WriteDown.tsx';
import { say } from './words.ts';

const THEMES_SHOWN = 6;

type Props = {
  setup: Setup;
  state: State;
  hand: Hand;
  send(changes: Change[], from?: string[]): Promise<void>;
  /** Places for the columns too, where no board shows them. */ columns: boolean;
};

/** What the leader holds, and what can be done with it. */
export function HandArea({ setup, state, hand, columns, send }: Props) {
  const said = useSaid();
  const { held } = hand;
  if (!held) {
    return (
      <section className="hand" aria-label={said(say('inHand'))}>
        <p className="quiet">
          <Said phrase={say('pickUp')} />
        </p>
      </section>
    );
  }
  return (
    <section className="hand" aria-label={said(say('inHand'))}>
      <h2>
        <Said phrase={say('pickedUp')} />
      </h2>
      <div className="note held">
        <NoteFace note={held} />
      </div>
      {held.voice && <VoicePlayer name={held.voice.name} />}
      {canBeWrittenDown(held) && <WriteDown key={held.id} note={held} send={send} />}
      {columns &&
        setup.columns.map((column) => (
          <Place key={column.id} phrase={column.phrase} onPut={() => hand.putInColumn(column)} />
        ))}
      <Themes state={state} hand={hand} held={held} />
      <Button
        phrase={say(held.hidden ? 'show' : 'hide')}
        mark={held.hidden ? 'show' : 'hidden'}
        onPress={hand.hide}
      />
      <Button phrase={say('putBack')} mark="undo" big className="put-back" onPress={hand.putBack} />
    </section>
  );
}

/** A dashed place, with the name of what it is part of. */
export function Place({ phrase, plain = false, onPut }: { phrase: Phrase; plain?: boolean; onPut(): void }) {
  const said = useSaid();
  return (
    <button
      type="button"
      className="put"
      aria-label={said(say('putIn', { place: said(phrase) }))}
      onClick={onPut}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        onPut();
      }}
    >
      <Mark name="put" />
      {!plain && <Picture symbol={phrase.symbol} />}
      <span>{plain ? said(say('putHere')) : said(phrase)}</span>
    </button>
  );
}

function Themes({ state, hand, held }: { state: State; hand: Hand; held: Note }) {
  const [making, setMaking] = useState(false);
  const [page, setPage] = useState(0);
  const id = useId();
  const themes = allThemes(state).filter((theme) => theme.id !== held.theme);
  const pages = Math.max(1, Math.ceil(themes.length / THEMES_SHOWN));
  const now = Math.min(page, pages - 1);
  return (
    <div className="themes" role="group" aria-labelledby={id}>
      <h3 id={id}>
        <Said phrase={say('groups')} />
      </h3>
      {themes.slice(now * THEMES_SHOWN, (now + 1) * THEMES_SHOWN).map((theme) => (
        <Place key={theme.id} phrase={themePhrase(theme)} onPut={() => hand.putInTheme(theme)} />
      ))}
      <Pages page={now} pages={pages} onPage={setPage} />
      {held.theme !== null && (
        <Button phrase={say('noTheme')} mark="undo" onPress={() => hand.putInTheme(null)} />
      )}
      <Button phrase={say('newTheme')} mark="plus" onPress={() => setMaking(true)} />
      <NewTheme
        open={making}
        words={noteWords(held).plain}
        onMake={hand.putInNewTheme}
        onClose={() => setMaking(false)}
      />
    </div>
  );
}

type NewThemeProps = { open: boolean; words: string; onMake(phrase: Phrase): void; onClose(): void };

/** Names a group: by words with a picture, or by one tap on a picture that fits the note. */
function NewTheme({ open, words, onMake, onClose }: NewThemeProps) {
  const [phrase, setPhrase] = useState(emptyPhrase);
  const make = (made: Phrase): void => {
    onMake(named(made));
    setPhrase(emptyPhrase);
    onClose();
  };
  const suggested = suggestSymbols(`${words} ${phrase.plain}`).slice(0, THEMES_SHOWN);
  return (
    <Dialog
      title={say('newTheme')}
      open={open}
      onClose={onClose}
      foot={
        <>
          <Button phrase={say('notNow')} mark="back" big onPress={onClose} />
          <Button
            phrase={say('makeTheme')}
            mark="tick"
            weight="go"
            big
            off={phrase.plain.trim() === ''}
            onPress={() => make(phrase)}
          />
        </>
      }
    >
      <PhraseField first label={say('themeField')} value={phrase} onChange={setPhrase} />
      {suggested.length > 0 && (
        <>
          <h3>
            <Said phrase={say('themeSuggested')} />
          </h3>
          <ul className="symbol-grid">
            {suggested.map((name) => (
              <li key={name}>
                <Button
                  phrase={asSaid(symbolLabel(name), name)}
                  picture
                  className="tile"
                  onPress={() => make(asSaid(capital(symbolLabel(name)), name))}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}

/** A group's name is short enough to be its own Easy Read. */
export function named(phrase: Phrase): Phrase {
  return { ...phrase, easy: phrase.easy.trim() || phrase.plain.trim() };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
