import type { Row } from '#workshop/section.ts';
import { say } from './words.ts';

/** A row with a picture, also where somebody only drew or spoke. */
export function rowToShow(row: Row): Row {
  const { phrase } = row;
  if (!phrase.plain.trim() && !phrase.easy.trim()) return { ...row, phrase: say('noWords') };
  return { ...row, phrase: { ...phrase, symbol: phrase.symbol || 'talk' } };
}
