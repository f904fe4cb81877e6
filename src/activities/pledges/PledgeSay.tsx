import { Drawing } from '#ui/Drawing.tsx';
import { Picture } from '#ui/Picture.tsx';
import { Said } from '#ui/Say.tsx';
import { Sentence } from '#ui/SymbolSentence.tsx';
import { asSaid } from '#workshop/phrase.ts';
import { followUpsOf, type Pledge, type Setup, type State } from './model.ts';
import { lookAgainPhrase, outcomePhrase, pledgePhrase } from './report.ts';

type Props = { pledge: Pledge; setup: Setup; state: State };

/** A pledge: what was drawn or its picture, what the person will do, and what else they chose to say. */
export function PledgeSay({ pledge, setup, state }: Props) {
  const phrase = pledgePhrase(setup, pledge);
  const again = lookAgainPhrase(pledge);
  return (
    <>
      <PledgePicture pledge={pledge} symbol={phrase.symbol} />
      <div className="pledge-words">
        {!isSentence(pledge) && (
          <p className="pledge-text">
            <Said phrase={phrase} />
          </p>
        )}
        {pledge.name && (
          <p className="pledge-name">
            <Said phrase={asSaid(pledge.name)} />
          </p>
        )}
        {again && (
          <p className="quiet">
            <Said phrase={again} />
          </p>
        )}
        {followUpsOf(state, pledge.id).map((followUp) => (
          <p key={followUp.id} className="pledge-after">
            <Said phrase={outcomePhrase(followUp)} />
          </p>
        ))}
      </div>
    </>
  );
}

/** Pictures one after another carry their own words. */
export function isSentence(pledge: Pledge): boolean {
  return (pledge.symbols?.length ?? 0) > 0;
}

/** The drawing, the pictures or the picture of a pledge. */
export function PledgePicture({ pledge, symbol }: { pledge: Pledge; symbol: string }) {
  if (pledge.drawing)
    return (
      <span className="picture framed pledge-drawing">
        <Drawing strokes={pledge.drawing} />
      </span>
    );
  if (isSentence(pledge))
    return (
      <p className="pledge-sentence">
        <Sentence symbols={pledge.symbols ?? []} />
      </p>
    );
  return <Picture symbol={symbol} framed />;
}
