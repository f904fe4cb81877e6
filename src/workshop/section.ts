import type { Phrase } from './phrase.ts';
import type { Stroke } from './stroke.ts';

/**
 * A row that can be said: words with a symbol, or with a drawing, a photo or a recording in its place.
 * `symbols`: the pictures that somebody said it with, one after another; `phrase` then says their words.
 * `answer`: what somebody said of it, which stands with a picture of its own.
 */
export type Row = {
  phrase: Phrase;
  symbols?: string[];
  drawing?: Stroke[];
  photo?: string;
  voice?: string;
  answer?: Phrase;
  quiet?: Phrase;
};

/** One piece of a report. Words come before numbers. */
export type Block =
  | { type: 'say'; row: Row }
  | { type: 'counts'; of: number; rows: { phrase: Phrase; count: number }[] }
  | { type: 'list'; title?: Phrase; rows: Row[] };

/** A table of everything that was said, lossless, for CSV and JSON. */
export type Table = { columns: string[]; rows: (string | number)[][] };

/** An activity's part of the report. */
export type Section = { heading: Phrase; blocks: Block[]; table: Table };
