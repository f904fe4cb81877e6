import { useState } from 'react';
import { asSaid } from '#workshop/phrase.ts';
import type { OwnWord } from '#workshop/own-words.ts';
import type { Replay } from '#workshop/replay.ts';
import { termsOf } from '#words/glossary/glossary.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { HardWordsContext } from '#ui/hard-words/Words.tsx';
import { Picture } from '#ui/Picture.tsx';
import { Say } from '#ui/Say.tsx';
import { useSaid } from '#ui/said.ts';
import { announce } from '#ui/Status.tsx';
import { Write } from '#ui/Write.tsx';
import { useWrittenReplay } from './written.ts';
import { hardWordsIn, isOwnWord, placesOf, textsOf } from './texts.ts';
import { say } from './words.ts';

const OFFERED = 6;

type Props = {
  id: string;
  replay: Replay;
  /** Keeps the choice; the desk also remembers how to undo it. */
  onChoose(choice: OwnWord): Promise<void>;
  onClose(): void;
};

/** The group's own words: what is said instead of what, with the way back; and one more. */
export function OwnWordsDialog({ id, replay, onChoose, onClose }: Props) {
  const said = useSaid();
  const written = useWrittenReplay(id, replay);
  const texts = textsOf(written);
  const own = replay.workshop.ownWords;
  return (
    <Dialog title={say('title')} open onClose={onClose}>
      <p>{said(say('why'))}</p>
      <ul className="stack">
        {own.map(({ word, instead }) => (
          <li key={word} className="own-word">
            <HardWordsContext value="bold">
              <Say phrase={say('row', { word, instead })}>
                <Places count={placesOf(word, texts)} />
              </Say>
            </HardWordsContext>
            <Button
              phrase={say('takeBack', { word })}
              mark="undo"
              onPress={() =>
                void onChoose({ word, instead: '' }).then(() => announce(said(say('takenBack', { word }))))
              }
            />
          </li>
        ))}
      </ul>
      <NewWord
        key={own.length}
        offered={hardWordsIn(texts, termsOf(replay.workshop.explained, [])).filter(
          (word) => !own.some((one) => one.word === word),
        )}
        onChoose={onChoose}
      />
      <p className="quiet with-picture">
        <Picture symbol={say('neverTouched').symbol} />
        {said(say('neverTouched'))}
      </p>
    </Dialog>
  );
}

/** A word that stands nowhere yet may still come: in the wording of the app, or in a part that is added. */
function Places({ count }: { count: number }) {
  const said = useSaid();
  return count > 0 ? <p className="quiet">{said(say('places', { count }))}</p> : null;
}

type NewProps = { offered: readonly string[]; onChoose: Props['onChoose'] };

function NewWord({ offered, onChoose }: NewProps) {
  const said = useSaid();
  const [word, setWord] = useState('');
  const [instead, setInstead] = useState('');
  return (
    <section className="stack parted">
      <h3>{said(say('choose'))}</h3>
      <Write
        label={say('word')}
        hint={offered.length > 0 ? say('wordHint') : undefined}
        value={word}
        max={60}
        onChange={setWord}
      />
      {offered.length > 0 && (
        <div className="row wrap">
          {offered.slice(0, OFFERED).map((one) => (
            <Button key={one} phrase={asSaid(one)} pressed={one === word} onPress={() => setWord(one)} />
          ))}
        </div>
      )}
      <Write
        label={say('instead')}
        hint={say('insteadHint')}
        value={instead}
        max={60}
        onChange={setInstead}
      />
      <div className="row">
        <Button
          phrase={say('use')}
          mark="tick"
          weight="go"
          off={!isOwnWord(word, instead)}
          onPress={() =>
            void onChoose({ word: word.trim(), instead: instead.trim() }).then(() =>
              announce(said(say('used', { instead: instead.trim() }))),
            )
          }
        />
      </div>
    </section>
  );
}
