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

/**
 * What columns mean to whoever reads the tables of many workshops and knows no kind.
 *
 * - `words`   the columns that say it in words, one or more of which are filled in
 * - `name`    the column with the name that somebody gave of themselves
 * - `entry`   the column with the entry that a row came in
 * - `chosen`  rows are answers to choose from: how many people chose each, of how many
 * - `asked`   columns are answers to what the row says: each list is a question of its own, one answer a person
 */
export type Meaning = {
  words: readonly string[];
  name?: string;
  entry?: string;
  theme?: string;
  hidden?: string;
  chosen?: { people: string; of: string };
  asked?: readonly (readonly string[])[];
};

/** A table of everything that was said, lossless, for CSV and JSON. Without a meaning nobody of the room said it. */
export type Table = { columns: string[]; rows: (string | number)[][]; means?: Meaning };

/** An activity's part of the report. */
export type Section = { heading: Phrase; blocks: Block[]; table: Table };
