import type { Ref } from 'react';
import type { Phrase } from '#workshop/phrase.ts';
import { Mark, type MarkName } from './Mark.tsx';
import { Picture } from './Picture.tsx';
import { useSaid } from './said.ts';

type Props = {
  phrase: Phrase;
  onPress: () => void;
  /** Weight: quiet has a thin rim, edge a rim and a lower edge, go is filled. */
  weight?: 'quiet' | 'edge' | 'go';
  mark?: MarkName;
  markAfter?: MarkName;
  /** Shows the phrase's own picture. */
  picture?: boolean;
  big?: boolean;
  off?: boolean;
  pressed?: boolean;
  /** A longer name for screen readers, starting with the same words. */
  name?: string;
  className?: string;
  /** It starts and stops the reading, so it is not read itself. */
  reads?: boolean;
  ref?: Ref<HTMLButtonElement>;
};

/** A button: a word, and a mark or picture with it. */
export function Button(props: Props) {
  const {
    phrase,
    onPress,
    weight = 'quiet',
    mark,
    markAfter,
    picture,
    big,
    off,
    pressed,
    name,
    className = '',
    reads,
    ref,
  } = props;
  const said = useSaid();
  const look = [weight === 'quiet' ? '' : weight, big ? 'big' : '', className].join(' ');
  return (
    <button
      ref={ref}
      type="button"
      className={`button ${look}`}
      onClick={onPress}
      disabled={off}
      aria-pressed={pressed}
      aria-label={name}
      data-reading={reads || undefined}
    >
      {mark && <Mark name={mark} />}
      {picture && <Picture symbol={phrase.symbol} />}
      <span>{said(phrase)}</span>
      {markAfter && <Mark name={markAfter} />}
    </button>
  );
}
