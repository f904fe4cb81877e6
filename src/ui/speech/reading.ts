import { findVoice, speak } from '#access/voice.ts';
import { readable, type Piece } from '../readable.ts';
import { mark, markNothing } from './marking.ts';
import type { FindSound } from './sounds.ts';

export type Asked = {
  /** Did somebody tap for it? A screen that reads itself leaves out the answers of people, and the buttons around it. */
  tapped: boolean;
  sounds: FindSound;
};

export type ReadPage = (root: Element, asked: Asked) => Promise<'' | 'no-voice' | 'no-answer'>;

let latest: object | undefined;

/** Reads a part of the page aloud, with the sentence that is being read marked. Gives what kept it from that. */
export const readPage: ReadPage = async (root, { tapped, sounds }) => {
  const mine = {};
  latest = mine;
  markNothing();
  const pieces = tapped
    ? [root, ...around(root)].flatMap(readable)
    : readable(root).filter(({ own }) => !own);
  const parts = pieces.map((piece) => ({
    text: piece.text,
    lang: piece.lang,
    sound: sounds(piece.text, findVoice(piece.lang) !== undefined),
  }));
  const why = await speak(parts, (index, sentence) => {
    const piece: Piece | undefined = pieces[index];
    if (piece && sentence) mark(piece.element, sentence, piece.text);
  });
  if (latest === mine) markNothing();
  return why;
};

/** What stands around the main part of a screen: the buttons at its foot, and those that are always there. */
function around(root: Element): Element[] {
  const frame = root.closest('.frame');
  const parts = ['.frame > footer', '.frame > .notices', '.frame > header nav'];
  return parts.flatMap((part) => frame?.querySelector(part) ?? []);
}
