import { useEffect, useId, useRef, useState, type RefObject } from 'react';
import type { Phrase } from '#workshop/phrase.ts';
import { replaced, type Finding } from '#words/easy-read/rules.ts';
import { symbolLabel } from '#words/symbols.ts';
import { Button } from '../Button.tsx';
import { useTerms } from '../hard-words/terms.ts';
import { useSaid } from '../said.ts';
import { announce } from '../Status.tsx';
import { adviceOn, countOf, startFrom } from './advice.ts';
import { Findings } from './Findings.tsx';
import { say } from './words.ts';

/** Whoever types is left alone until they rest. */
const REST_MS = 700;

type Part = 'plain' | 'easy';
type Props = {
  value: Phrase;
  onChange(value: Phrase): void;
  /** The field that this helps with: its texts are shown there, and the focus goes back to them. */
  field: RefObject<HTMLElement | null>;
  /** Does somebody write here now? Elsewhere the list is folded away. */
  active: boolean;
  /** What the field is called. */
  name: string;
};

/** A calm list beneath what a facilitator writes: what could be easier, and one tap to make it so. It blocks nothing. */
export function WritingHelp({ value, onChange, field, active, name }: Props) {
  const said = useSaid();
  const id = useId();
  const terms = useTerms();
  const rested = useRested(value);
  const [opened, setOpened] = useState<boolean | null>(null);
  const advice = adviceOn(rested, terms);
  const count = countOf(advice);
  const open = opened ?? active;
  const title = count > 0 ? say('help', { count }) : say('allGood');
  useTold(said(title), active);

  const textArea = (part: Part): HTMLTextAreaElement | undefined =>
    field.current?.querySelectorAll('textarea')[part === 'plain' ? 0 : 1];
  const use = (part: Part, one: Finding): void => {
    onChange({ ...value, [part]: replaced(value[part], one) });
    announce(said(say('changedTo', { instead: one.instead ?? '' })));
    // The button goes with its word: the focus stays in what is written.
    textArea(part)?.focus();
  };
  const show = (part: Part, { at, text }: Finding): void => {
    const area = textArea(part);
    if (!area) return;
    area.focus();
    // It may stand elsewhere by now: what was found is a moment old.
    const from = area.value.startsWith(text, at) ? at : area.value.indexOf(text);
    if (from >= 0) area.setSelectionRange(from, from + text.length);
  };
  const list = (part: Part) =>
    advice[part].length > 0 && (
      <Findings
        title={say(part === 'easy' ? 'inEasy' : 'inPlain')}
        found={advice[part]}
        onUse={(one) => use(part, one)}
        onShow={(one) => show(part, one)}
      />
    );
  if ((value.plain || value.easy).trim() === '' || (count === 0 && !active)) return null;
  return (
    <section className="writing-help" aria-label={`${name}: ${said(title)}`}>
      <button
        type="button"
        className="button small-help"
        aria-expanded={open}
        aria-controls={id}
        disabled={count === 0 && advice.explained.length === 0}
        onClick={() => setOpened(!open)}
      >
        {said(title)}
      </button>
      <div id={id} hidden={!open} className="writing-list">
        {advice.lacks.easy && (
          <div className="writing-one">
            <p>{said(say('noEasy'))}</p>
            <Button
              phrase={say('start')}
              mark="copy"
              onPress={() => {
                onChange({ ...value, easy: startFrom(value.plain) });
                announce(said(say('started')));
                textArea('easy')?.focus();
              }}
            />
          </div>
        )}
        {list('easy')}
        {list('plain')}
        {advice.more > 0 && <p className="quiet">{said(say('moreThings', { count: advice.more }))}</p>}
        {advice.lacks.symbol && (
          <div className="writing-one">
            <p>{said(say('noSymbol'))}</p>
            <div className="row wrap">
              {advice.symbols.map((symbol) => (
                <Button
                  key={symbol}
                  phrase={{ plain: symbolLabel(symbol), easy: symbolLabel(symbol), symbol }}
                  name={`${symbolLabel(symbol)}: ${said(say('pick', { picture: symbolLabel(symbol) }))}`}
                  picture
                  className="offered-picture"
                  onPress={() => {
                    onChange({ ...value, symbol });
                    announce(said(say('pictureSet', { picture: symbolLabel(symbol) })));
                    field.current?.querySelector<HTMLElement>('.picture-button')?.focus();
                  }}
                />
              ))}
            </div>
          </div>
        )}
        {advice.explained.length > 0 && (
          <p className="quiet">{said(say('explained', { words: advice.explained.join(', ') }))}</p>
        )}
      </div>
    </section>
  );
}

/** What is written, once the writer rests. What is offered for older words changes nothing (see `replaced`). */
function useRested(value: Phrase): Phrase {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}

/** Whoever listens is told politely, when they rest and only if it is another count than before. */
function useTold(title: string, active: boolean): void {
  const last = useRef(title);
  useEffect(() => {
    if (last.current === title) return;
    last.current = title;
    if (active) announce(title);
  }, [title, active]);
}
