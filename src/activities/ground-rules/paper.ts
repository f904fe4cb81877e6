import { say as sayUi } from '#ui/words.ts';
import type { PaperPiece } from '#workshop/paper.ts';
import { keptViews, views, type Setup, type State } from './model.ts';
import { agreeWords, keptWords, turn } from './turn.ts';
import { say } from './words.ts';

/** Each rule with its answers, and space for one rule more where people may propose one. */
export function paper(setup: Setup, state: State): PaperPiece[] {
  const { asks, rules } = turn.start(setup, 0, state);
  const answers =
    asks === 'kept'
      ? [...keptViews.map((view) => keptWords[view]), sayUi('notSure')]
      : views.map((view) => agreeWords[view]);
  const boxes = answers.map((phrase) => ({ phrase }));
  const more: PaperPiece[] =
    asks === 'agree' && setup.allowProposals
      ? [{ type: 'write', phrase: say('paperMore'), space: 'box' }]
      : [];
  return [
    { type: 'read', phrase: say(asks === 'kept' ? 'paperKept' : 'paperRules') },
    ...rules.map(({ phrase, symbols }): PaperPiece => ({ type: 'tick', phrase, symbols, boxes })),
    ...more,
    ...(rules.length > 0
      ? []
      : [{ type: 'tick' as const, phrase: say('paperOr'), boxes: [{ phrase: sayUi('notSure') }] }]),
  ];
}
