import { useId } from 'react';
import { suggestSymbols } from '#words/symbols.ts';
import { asSaid } from '#workshop/phrase.ts';
import type { Attachment } from '#workshop/attachment.ts';
import { Button } from '#ui/Button.tsx';
import { Draw } from '#ui/Draw.tsx';
import { Photo } from '#ui/Photo.tsx';
import { Said, Say } from '#ui/Say.tsx';
import { SymbolSentence } from '#ui/SymbolSentence.tsx';
import { symbolWord } from '#ui/symbolWord.ts';
import { Voice } from '#ui/Voice.tsx';
import { Write } from '#ui/Write.tsx';
import type { ScreenProps } from '../kind.ts';
import { LONGEST_TEXT, MOST_SYMBOLS, type Setup, type Way } from './model.ts';
import { canHere } from './canHere.ts';
import type { State } from './state.ts';
import type { Draft, Making } from './turn.ts';
import { say } from './words.ts';

const SUGGESTED = 3;
const hints = {
  text: say('makeText'),
  symbols: say('makeSymbols'),
  drawing: say('makeDrawing'),
  voice: say('makeVoice'),
  photo: say('makePhoto'),
  helper: say('makeHelper'),
};

type Props = ScreenProps<Setup, State, Draft>;

/** Making one note, in the way that was chosen. */
export function MakeNote({ setup, draft, onDraft }: Props) {
  const { making } = draft;
  const way = draft.way || 'text';
  const column = setup.columns.find((each) => each.id === draft.column);
  const about = setup.columns.length > 1 && column ? column.phrase : setup.question;
  const put = (change: Partial<Making>): void => onDraft({ ...draft, making: { ...making, ...change } });
  const keep = (attachment: Attachment, change: Partial<Making>): void => {
    const others = draft.attachments.filter((each) => each.name !== attachment.name);
    onDraft({ ...draft, attachments: [...others, attachment], making: { ...making, ...change } });
  };
  const use = (other: Way): void => onDraft({ ...draft, way: other });
  return (
    <>
      <Say level={1} phrase={about} hint={hints[way]} />
      <div className="make">
        {!canHere(way) && <CannotHere onType={() => use('text')} />}
        {(way === 'text' || way === 'helper') && <TextNote by={way} making={making} onMaking={put} />}
        {way === 'symbols' && (
          <SymbolSentence
            symbols={making.sentence}
            most={MOST_SYMBOLS}
            onChange={(sentence) => put({ sentence })}
          />
        )}
        {way === 'drawing' && (
          <>
            <Draw strokes={making.drawing} onChange={(drawing) => put({ drawing })} />
            <Button phrase={say('drawOtherWay')} mark="change" onPress={() => use('symbols')} />
          </>
        )}
        {way === 'voice' && canHere(way) && (
          <Voice
            recorded={making.voice}
            onRecorded={(voice, attachment) => keep(attachment, { voice })}
            onClear={() => put({ voice: null })}
          />
        )}
        {way === 'photo' && canHere(way) && (
          <Photo
            photo={making.photo}
            onPhoto={(attachment) => keep(attachment, { photo: attachment.name })}
            onClear={() => put({ photo: '' })}
          />
        )}
        {((way === 'drawing' && making.drawing.length > 0) || (way === 'photo' && making.photo !== '')) && (
          <Write
            label={say('caption')}
            value={making.text}
            max={LONGEST_TEXT}
            onChange={(text) => put({ text })}
          />
        )}
      </div>
    </>
  );
}

/** Words, and a picture for those who do not read them: offered, never added by itself. */
function TextNote({
  by,
  making,
  onMaking,
}: {
  by: 'text' | 'helper';
  making: Making;
  onMaking(change: Partial<Making>): void;
}) {
  const id = useId();
  const suggested = [...new Set<string>([...making.symbols, ...suggestSymbols(making.text)])].slice(
    0,
    SUGGESTED,
  );
  return (
    <>
      <Write
        long
        label={say(by === 'helper' ? 'theirNote' : 'yourNote')}
        value={making.text}
        max={LONGEST_TEXT}
        onChange={(text) => onMaking({ text })}
      />
      {suggested.length > 0 && (
        <div role="group" aria-labelledby={id} className="suggested">
          <p id={id}>
            <Said phrase={say('addPicture')} />
          </p>
          <ul className="symbol-grid">
            {suggested.map((name) => (
              <li key={name}>
                <Button
                  phrase={asSaid(symbolWord(name), name)}
                  picture
                  className="tile"
                  pressed={making.symbols.includes(name)}
                  onPress={() => onMaking({ symbols: making.symbols.includes(name) ? [] : [name] })}
                />
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function CannotHere({ onType }: { onType(): void }) {
  return (
    <div className="stack">
      <p>
        <Said phrase={say('cannotHere')} />
      </p>
      <Button phrase={say('writeOtherWay')} mark="change" big onPress={onType} />
    </div>
  );
}
