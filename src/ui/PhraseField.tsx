import { useRef, useState } from 'react';
import { asSaid, type Phrase } from '#workshop/phrase.ts';
import { Mark } from './Mark.tsx';
import { Picture } from './Picture.tsx';
import { useSaid } from './said.ts';
import { SymbolPicker } from './SymbolPicker.tsx';
import { symbolWord } from './symbolWord.ts';
import { Write } from './Write.tsx';
import { WritingHelpLater } from './writing/Later.tsx';
import { say } from './words.ts';

type Props = { label: Phrase; value: Phrase; onChange(value: Phrase): void; first?: boolean };

/** A facilitator's phrase: plain words, Easy Read and a picture in one row, headed on the first row. */
export function PhraseField({ label, value, onChange, first = false }: Props) {
  const [picking, setPicking] = useState(false);
  const [active, setActive] = useState(false);
  const field = useRef<HTMLDivElement>(null);
  const said = useSaid();
  const named = (part: Phrase): Phrase => asSaid(`${said(label)}: ${said(part)}`);
  const picture = symbolWord(value.symbol) || said(say('noPicture'));
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it only notices who writes here
    <div
      ref={field}
      className="phrase-field"
      role="group"
      aria-label={said(label)}
      onFocus={() => setActive(true)}
      onBlur={({ currentTarget, relatedTarget }) => {
        // Only somebody who goes on to another field has left: a tap beside it closes nothing under the finger.
        if (relatedTarget && !currentTarget.contains(relatedTarget)) setActive(false);
      }}
    >
      <div className="phrase-part">
        <p className={first ? 'phrase-head' : 'phrase-head narrow-only'} aria-hidden="true">
          {said(first ? say('plainWords') : named(say('plainWords')))}
        </p>
        <Write
          label={named(say('plainWords'))}
          hideLabel
          long
          value={value.plain}
          onChange={(plain) => onChange({ ...value, plain })}
        />
      </div>
      <div className="phrase-part">
        <p className={first ? 'phrase-head' : 'phrase-head narrow-only'} aria-hidden="true">
          {said(say('easyRead'))}
        </p>
        <Write
          label={named(say('easyRead'))}
          hideLabel
          long
          easy
          value={value.easy}
          onChange={(easy) => onChange({ ...value, easy })}
        />
      </div>
      <div className="phrase-part">
        {first && (
          <p className="phrase-head" aria-hidden="true">
            {said(say('picture'))}
          </p>
        )}
        <button
          type="button"
          className={`button picture-button ${value.symbol ? '' : 'none'}`}
          aria-label={`${said(label)}: ${said(say('changePicture', { picture }))}`}
          onClick={() => setPicking(true)}
        >
          {value.symbol ? <Picture symbol={value.symbol} /> : <Mark name="plus" />}
          {!value.symbol && <span>{said(say('picture'))}</span>}
        </button>
      </div>
      <WritingHelpLater value={value} onChange={onChange} field={field} active={active} name={said(label)} />
      <SymbolPicker
        open={picking}
        words={value.plain || value.easy}
        onPick={(symbol) => onChange({ ...value, symbol })}
        onClose={() => setPicking(false)}
      />
    </div>
  );
}
