import type { Phrase } from '#workshop/phrase.ts';
import { Mark } from '#ui/Mark.tsx';
import { Picture } from '#ui/Picture.tsx';
import { useSaid } from '#ui/said.ts';

type Props = { phrase: Phrase; hint?: Phrase | undefined; onPress(): void };

/** The one thing to do next: a picture, a sentence, and the whole of it is the button. */
export function BigStep({ phrase, hint, onPress }: Props) {
  const said = useSaid();
  return (
    <button type="button" className="big-step" onClick={onPress}>
      <Picture symbol={phrase.symbol} />
      <span className="big-step-words">
        <strong>{said(phrase)}</strong>
        {hint && <span>{said(hint)}</span>}
      </span>
      <Mark name="next" />
    </button>
  );
}
