import type { PaperPiece } from '#workshop/paper.ts';
import { offered, type Setup } from './model.ts';
import { outs } from './turn.ts';
import { say } from './words.ts';

/** A box for each answer, in the order of the setup: paper cannot turn them round. */
export function paper(setup: Setup): PaperPiece[] {
  const phrase = say(setup.how === 'several' ? 'tickSeveral' : 'tickOne');
  return [{ type: 'tick', phrase, boxes: [...offered(setup), ...outs()] }];
}
