import { say as sayUi } from '#ui/words.ts';
import type { PaperPiece } from '#workshop/paper.ts';
import type { Setup } from './model.ts';
import { rowOf } from './row.ts';
import { asksNow, shownNotes, type State } from './state.ts';
import { say } from './words.ts';

/** Space for as many notes as a turn has, under each column; or the notes to choose from, once dots are given. */
export function paper(setup: Setup, state: State): PaperPiece[] {
  const out: PaperPiece = { type: 'tick', phrase: say('paperOr'), boxes: [{ phrase: sayUi('notSure') }] };
  if (asksNow(setup, state) === 'dots') {
    const boxes = shownNotes(state).map((note) => rowOf(note));
    return [{ type: 'tick', phrase: say('paperDots', { count: setup.dots }), boxes }, out];
  }
  const [only, ...more] = setup.columns;
  const most = say('paperNotes', { count: setup.notesPerTurn });
  if (only && more.length === 0) {
    const boxes = Array.from({ length: setup.notesPerTurn }, (_, place): PaperPiece => {
      return { type: 'write', phrase: say('paperNote', { number: place + 1 }), space: 'box' };
    });
    return [{ type: 'read', phrase: most }, ...boxes, out];
  }
  const boxes = setup.columns.map(({ phrase }): PaperPiece => ({ type: 'write', phrase, space: 'box' }));
  return [{ type: 'read', phrase: most }, ...boxes, out];
}
