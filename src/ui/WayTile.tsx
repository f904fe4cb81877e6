import { standardWays, type Ways } from '#access/ways.ts';
import type { Phrase } from '#workshop/phrase.ts';
import { Mark, type MarkName } from './Mark.tsx';
import { Picture } from './Picture.tsx';
import { said as wordsIn, useSaid } from './said.ts';
import { say } from './words.ts';

type Props = {
  name: Phrase;
  on: boolean;
  /** The ways that its small screen wears, besides how it usually is. */
  wears: Partial<Ways>;
  /** Stands before the words where a way can't be seen, such as reading aloud. */
  mark?: MarkName | undefined;
  onTap(): void;
};

/** A way to choose: its name, and above it the same sentence as it will look. */
export function WayTile({ name, on, wears, mark, onTap }: Props) {
  const said = useSaid();
  return (
    <button type="button" className="choice way" aria-pressed={on} onClick={onTap}>
      <Sample wears={{ ...standardWays, ...wears }} mark={mark} />
      <span className="name">{said(name)}</span>
      {on && <Mark name="tick" className="tick" />}
    </button>
  );
}

/** A real piece of the app in ways of its own. What lies outside it does not change it. */
function Sample({ wears, mark }: { wears: Ways; mark: MarkName | undefined }) {
  const { words, text, theme, calm, font } = wears;
  const sentence = wordsIn(say('sample'), words);
  return (
    <span className="sample" data-theme="light" aria-hidden="true">
      <span
        className="mini"
        data-theme={theme}
        data-words={words}
        data-text={text}
        data-calm={calm ? 'yes' : 'no'}
        data-font={font}
      >
        {mark && <Mark name={mark} />}
        {words === 'symbols' ? (
          [say('sampleOne'), say('sampleTwo')].map((part) => (
            <span className="mini-word" key={part.plain}>
              <Picture symbol={part.symbol} />
              {part.easy}
            </span>
          ))
        ) : (
          <>
            {words === 'easy' && <Picture symbol={say('sample').symbol} />}
            <span>{sentence}</span>
          </>
        )}
      </span>
    </span>
  );
}
