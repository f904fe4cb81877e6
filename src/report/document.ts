import type { Stroke } from '#workshop/stroke.ts';

/** A picture with what it shows: a symbol of the app, a drawing, or a photo by its name. */
export type Picture = { alt: string } & ({ symbol: string } | { drawing: Stroke[] } | { photo: string });

/** One piece of a document, in its order. Pictures stand left of their words; a table has a row of headings. */
export type DocumentPiece =
  | { type: 'heading'; level: 1 | 2 | 3; words: string; picture?: Picture }
  | { type: 'row'; words: readonly string[]; pictures: readonly Picture[] }
  | { type: 'table'; head: readonly string[]; rows: readonly (readonly string[])[] };

/** A report as other formats need it: words already chosen, nothing left to look up. */
export type Document = {
  title: string;
  by: string;
  /** Who made it, until when it goes, whose pictures they are. */
  foot: readonly string[];
  pieces: readonly DocumentPiece[];
};
