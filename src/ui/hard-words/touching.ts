import type { Piece } from '#words/glossary/glossary.ts';

const AT_START = /^[^\s\p{L}\p{N}]+/u;
const AT_END = /[^\s\p{L}\p{N}]+$/u;

/** A piece with the marks that touch it: they stand with a hard word, so that no line starts with a question mark. */
export type Touched = Piece & { before: string; after: string };

/** The pieces of a text with the marks around each hard word taken from its neighbours. In order, they are the text. */
export function touching(pieces: readonly Piece[]): Touched[] {
  const rest = pieces.map(({ text }) => text);
  const before = pieces.map(() => '');
  const after = pieces.map(() => '');
  for (const [place, { term }] of pieces.entries()) {
    if (!term) continue;
    const [left, right] = [pieces[place - 1], pieces[place + 1]];
    if (left && !left.term) {
      before[place] = AT_END.exec(rest[place - 1] ?? '')?.[0] ?? '';
      rest[place - 1] = (rest[place - 1] ?? '').slice(
        0,
        (rest[place - 1] ?? '').length - (before[place] ?? '').length,
      );
    }
    if (right && !right.term) {
      after[place] = AT_START.exec(rest[place + 1] ?? '')?.[0] ?? '';
      rest[place + 1] = (rest[place + 1] ?? '').slice((after[place] ?? '').length);
    }
  }
  return pieces.map((piece, place) => ({
    ...piece,
    text: rest[place] ?? '',
    before: before[place] ?? '',
    after: after[place] ?? '',
  }));
}
