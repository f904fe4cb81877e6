import { useId } from 'react';
import type { PaperPiece } from '#workshop/paper.ts';
import type { Phrase } from '#workshop/phrase.ts';
import type { Row } from '#workshop/section.ts';
import { Say } from '#ui/Say.tsx';
import { SayRow } from '#ui/SayRow.tsx';
import { Sentence } from '#ui/SymbolSentence.tsx';

/** Few answers stand side by side, more of them one beneath the other. */
const SIDE_BY_SIDE = 3;

/** What a kind asks on paper: rows to read, boxes to tick, space to write and draw. */
export function Pieces({ pieces }: { pieces: readonly PaperPiece[] }) {
  return pieces.map((piece, place) => {
    if (piece.type === 'read') return <Say key={place} phrase={piece.phrase} />;
    if (piece.type === 'tick') return <Ticks key={place} {...piece} />;
    return <Space key={place} {...piece} />;
  });
}

type TicksProps = Omit<Extract<PaperPiece, { type: 'tick' }>, 'type'> & { hint?: Phrase };

/** A question with its boxes, each with picture and word. */
export function Ticks({ phrase, hint, symbols = [], boxes }: TicksProps) {
  const id = useId();
  const across = boxes.length <= SIDE_BY_SIDE;
  return (
    <section className="ticks" aria-labelledby={id}>
      <Say phrase={phrase} level={2} id={id} hint={hint}>
        {symbols.length > 1 && (
          <p>
            <Sentence symbols={symbols} />
          </p>
        )}
      </Say>
      <ul className={across ? 'across' : ''}>
        {boxes.map((box, place) => (
          <Tick key={place} box={box} />
        ))}
      </ul>
    </section>
  );
}

function Tick({ box }: { box: Row }) {
  return (
    <li>
      <SayRow row={box} />
      <span className="to-tick" />
    </li>
  );
}

type SpaceProps = Omit<Extract<PaperPiece, { type: 'write' }>, 'type'>;

/** Space to write or draw, on the same page as what it is for. */
export function Space({ phrase, space }: SpaceProps) {
  return (
    <section className="to-write">
      <Say phrase={phrase} level={2} />
      <div className={space} />
    </section>
  );
}
