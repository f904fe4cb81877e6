import { dayInWords } from '#words/days.ts';
import { asSaid, type Phrase } from '#workshop/phrase.ts';
import type { Block, Row, Section } from '#workshop/section.ts';
import type { Saying } from '../kind.ts';
import {
  followUpsOf,
  isHidden,
  shownPledges,
  type FollowUp,
  type Outcome,
  type Pledge,
  type Setup,
  type State,
} from './model.ts';
import { say } from './words.ts';

export const outcomeWords: Record<Outcome, Phrase> = {
  done: say('done'),
  changed: say('changed'),
  'not-yet': say('notYet'),
};

/** What was pledged: the person's own words, or the idea as the facilitator wrote it, while it still says the same. */
export function pledgePhrase(setup: Setup, pledge: Pledge): Phrase {
  const idea = setup.ideas.find((each) => each.id === pledge.idea)?.phrase;
  const symbol = pledge.symbol ?? pledge.symbols?.[0] ?? '';
  if (idea && idea.plain === pledge.text) return { ...idea, symbol };
  if (pledge.text === '') return { ...say('myDrawing'), symbol };
  return asSaid(pledge.text, symbol);
}

/** "Done: I asked them in May." */
export function outcomePhrase({ how, words }: FollowUp): Phrase {
  const outcome = outcomeWords[how];
  if (words === '') return outcome;
  return { plain: `${outcome.plain}: ${words}`, easy: `${outcome.easy}: ${words}`, symbol: outcome.symbol };
}

/** The day to look at a pledge again; `undefined` when none was chosen. The year is always said: cards last. */
export function lookAgainPhrase({ lookAgain }: Pledge): Phrase | undefined {
  const day = dayInWords(lookAgain, '');
  return day ? say('lookAgain', { day }) : undefined;
}

/** What was pledged, in no order; the same for every pledge, and none beside another. */
export function report(setup: Setup, state: State): Section {
  const shown = shownPledges(state);
  const blocks: Block[] = [];
  if (state.pledges.length === 0) blocks.push({ type: 'say', row: { phrase: say('none') } });
  else {
    blocks.push({ type: 'say', row: { phrase: say('reportCount', { count: state.pledges.length }) } });
    const hidden = state.pledges.length - shown.length;
    if (hidden > 0) blocks.push({ type: 'say', row: { phrase: say('reportHidden', { count: hidden }) } });
    blocks.push({
      type: 'list',
      title: say('pledgeList'),
      rows: shown.map((pledge) => row(setup, state, pledge)),
    });
  }
  return { heading: setup.question, blocks, table: table(state) };
}

function row(setup: Setup, state: State, pledge: Pledge): Row {
  const besides = [
    ...(pledge.name ? [asSaid(pledge.name)] : []),
    ...[lookAgainPhrase(pledge)].filter((phrase) => phrase !== undefined),
    ...followUpsOf(state, pledge.id).map(outcomePhrase),
  ];
  const part = (way: 'plain' | 'easy'): string => besides.map((phrase) => phrase[way]).join(' · ');
  return {
    phrase: pledgePhrase(setup, pledge),
    ...(pledge.symbols ? { symbols: pledge.symbols } : {}),
    ...(pledge.drawing ? { drawing: pledge.drawing } : {}),
    ...(besides.length > 0 ? { quiet: { plain: part('plain'), easy: part('easy'), symbol: '' } } : {}),
  };
}

/** The pledges one by one, each with the name and the day that its maker chose to give, and no other. */
export function sayings(setup: Setup, state: State): Saying[] {
  return shownPledges(state).map((pledge) => ({
    id: pledge.id,
    row: {
      phrase: pledgePhrase(setup, pledge),
      ...(pledge.symbols ? { symbols: pledge.symbols } : {}),
      ...(pledge.drawing ? { drawing: pledge.drawing } : {}),
    },
    ...(pledge.name ? { by: pledge.name } : {}),
    ...(pledge.lookAgain ? { again: pledge.lookAgain } : {}),
  }));
}

const columns = [
  'pledge',
  'text',
  'idea',
  'symbol',
  'symbols',
  'drawing',
  'named',
  'name',
  'look again',
  'hidden',
  'what happened',
  'in words',
];

/** One row a pledge, and one more for each further time that somebody said what happened. */
function table(state: State): Section['table'] {
  const known = new Set(state.pledges.map((pledge) => pledge.id));
  const lost = Object.keys(state.followUps)
    .filter((id) => !known.has(id))
    .sort();
  const after = (id: string): FollowUp[] => followUpsOf(state, id);
  return {
    columns,
    rows: [
      ...state.pledges.flatMap((pledge) => {
        const [first, ...rest] = after(pledge.id);
        const made = [
          pledge.id,
          pledge.text,
          pledge.idea ?? '',
          pledge.symbol ?? '',
          pledge.symbols?.join(' ') ?? '',
          pledge.drawing ? JSON.stringify(pledge.drawing) : '',
          pledge.named,
          pledge.name,
          pledge.lookAgain,
          isHidden(state, pledge.id) ? 'hidden' : '',
          first?.how ?? '',
          first?.words ?? '',
        ];
        return [made, ...rest.map((more) => [pledge.id, ...Array<string>(9).fill(''), more.how, more.words])];
      }),
      ...lost.flatMap((id) =>
        after(id).map(({ how, words }) => [id, ...Array<string>(9).fill(''), how, words]),
      ),
    ],
    means: { words: ['text', 'in words'], name: 'name', entry: 'pledge', hidden: 'hidden' },
  };
}
