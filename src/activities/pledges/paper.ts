import { say as sayUi } from '#ui/words.ts';
import type { PaperPiece } from '#workshop/paper.ts';
import { namings, type Naming, type Setup } from './model.ts';
import { spans, spanWords } from './turn.ts';
import { say } from './words.ts';

const namingWords: Record<Naming, 'noName' | 'firstName' | 'asWritten'> = {
  'no-name': 'noName',
  'first-name': 'firstName',
  'as-written': 'asWritten',
};

/** An idea to tick or a pledge of one's own; then whether there is a name on it, and when to look at it again. */
export function paper(setup: Setup): PaperPiece[] {
  const ideas = [...setup.ideas.map(({ phrase }) => phrase), sayUi('notSure')];
  return [
    { type: 'tick', phrase: say('paperIdeas'), boxes: ideas.map((phrase) => ({ phrase })) },
    { type: 'write', phrase: say('paperOwn'), space: 'box' },
    {
      type: 'tick',
      phrase: say('namedQuestion'),
      boxes: namings.map((naming) => ({ phrase: say(namingWords[naming]) })),
    },
    { type: 'write', phrase: say('paperName'), space: 'line' },
    { type: 'tick', phrase: say('whenQuestion'), boxes: spans.map((span) => ({ phrase: spanWords[span] })) },
  ];
}
