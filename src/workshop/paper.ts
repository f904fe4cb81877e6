import type { Phrase } from './phrase.ts';
import type { Row } from './section.ts';

/**
 * One piece of a sheet that somebody fills in with a pen: something to read, answers to tick, or space to
 * write and draw in. What is ticked or written is typed in by a helper, on the screens of an ordinary turn.
 */
export type PaperPiece =
  | { type: 'read'; phrase: Phrase }
  | { type: 'tick'; phrase: Phrase; symbols?: string[]; boxes: Row[] }
  | { type: 'write'; phrase: Phrase; space: 'line' | 'box' };
