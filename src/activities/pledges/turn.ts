import * as v from 'valibot';
import { today } from '#words/days.ts';
import { asSaid, type Phrase } from '#workshop/phrase.ts';
import type { Row } from '#workshop/section.ts';
import { DrawingSchema } from '#workshop/stroke.ts';
import type { Turn } from '../kind.ts';
import { dayAfter } from './day.ts';
import { namings, type Change, type Naming, type Setup, type State } from './model.ts';
import { say } from './words.ts';

const stepNames = [
  'how',
  'idea',
  'words',
  'symbols',
  'drawing',
  'caption',
  'picture',
  'named',
  'name',
  'when',
] as const;
export type Step = (typeof stepNames)[number];
export const hows = ['idea', 'words', 'symbols', 'drawing'] as const;
export type How = (typeof hows)[number];
export const spans = ['none', '1', '3', '6'] as const;
export type Span = (typeof spans)[number];

/** It holds what was made in every way, so that a change of mind loses nothing. */
export const DraftSchema = v.object({
  step: v.picklist(stepNames),
  how: v.picklist(['', ...hows]),
  idea: v.string(),
  /** Which ideas are on the screen, when there are more than fit. */
  page: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  text: v.string(),
  symbols: v.array(v.string()),
  symbolText: v.string(),
  drawing: DrawingSchema,
  caption: v.string(),
  /** A picture to go with words; 'none' for no picture, '' before anyone has said. */
  picture: v.string(),
  named: v.picklist(['', ...namings]),
  name: v.string(),
  when: v.picklist(['', ...spans]),
});
export type Draft = v.InferOutput<typeof DraftSchema>;

/** What the person will do, in whichever way they chose; `undefined` before there is anything. */
export function made(
  setup: Setup,
  draft: Draft,
): { phrase: Phrase; change: Partial<Made> & { text: string } } | undefined {
  const { how, text, symbols, symbolText, drawing } = draft;
  if (how === 'idea') {
    const idea = setup.ideas.find((each) => each.id === draft.idea);
    if (!idea) return undefined;
    const { symbol, plain, easy } = idea.phrase;
    return {
      phrase: idea.phrase,
      change: { text: plain || easy, idea: idea.id, ...(symbol ? { symbol } : {}) },
    };
  }
  if (how === 'words' && text.trim() !== '') {
    const symbol = draft.picture === 'none' ? '' : draft.picture;
    return {
      phrase: asSaid(text.trim(), symbol),
      change: { text: text.trim(), ...(symbol ? { symbol } : {}) },
    };
  }
  if (how === 'symbols' && symbols.length > 0)
    return { phrase: asSaid(symbolText, symbols[0] ?? ''), change: { text: symbolText, symbols } };
  if (how === 'drawing' && drawing.length > 0) {
    const caption = draft.caption.trim();
    return { phrase: caption ? asSaid(caption) : say('myDrawing'), change: { text: caption, drawing } };
  }
  return undefined;
}
type Made = Pick<Extract<Change, { type: 'pledged' }>, 'idea' | 'symbol' | 'symbols' | 'drawing'>;

/** The screens of this turn, in order. Before anyone has chosen, as if it will be written. */
export function steps(draft: Draft): Step[] {
  const how = draft.how || 'words';
  const more: Record<How, Step[]> = { idea: [], words: ['picture'], symbols: [], drawing: ['caption'] };
  const who: Step[] = draft.named === '' || draft.named === 'no-name' ? ['named'] : ['named', 'name'];
  return ['how', how, ...more[how], ...who, 'when'];
}

function besides(draft: Draft, by: 1 | -1): Draft | null {
  const all = steps(draft);
  const step = all[all.indexOf(draft.step) + by];
  return step ? { ...draft, how: draft.how || 'words', step } : null;
}

const naming = (draft: Draft): Naming => {
  // Without a name to write there is no name: nobody is called "" on a card.
  if (draft.named === '' || draft.name.trim() === '') return 'no-name';
  return draft.named;
};

/** The draft without an answer to the question that it is at; a pledge is left out with whatever made it. */
function unanswered(draft: Draft): Draft {
  switch (draft.step) {
    case 'how':
    case 'idea':
    case 'words':
    case 'symbols':
    case 'drawing':
      return { ...draft, how: '', idea: '', text: '', symbols: [], symbolText: '', drawing: [] };
    case 'named':
      return { ...draft, named: '', name: '' };
    case 'caption':
    case 'picture':
    case 'name':
    case 'when':
      return { ...draft, [draft.step]: '' };
  }
}

export const spanWords: Record<Span, Phrase> = {
  none: say('noDate'),
  '1': say('oneMonth'),
  '3': say('threeMonths'),
  '6': say('sixMonths'),
};

export const turn: Turn<Setup, Change, State, Draft> = {
  schema: DraftSchema,
  start: () => ({
    step: 'how',
    how: '',
    idea: '',
    page: 0,
    text: '',
    symbols: [],
    symbolText: '',
    drawing: [],
    caption: '',
    picture: '',
    named: '',
    name: '',
    when: '',
  }),
  next: (_setup, draft) => besides(draft, 1),
  back: (_setup, draft) => besides(draft, -1),
  ready: (setup, draft) => {
    switch (draft.step) {
      case 'how':
        return draft.how !== '';
      case 'idea':
      case 'words':
      case 'symbols':
      case 'drawing':
        return made(setup, draft) !== undefined;
      case 'caption':
        // A drawing says enough by itself.
        return true;
      case 'picture':
        return draft.picture !== '';
      case 'named':
        return draft.named !== '';
      case 'name':
        return draft.name.trim() !== '';
      case 'when':
        return draft.when !== '';
    }
  },
  skip: (setup, draft) => {
    const left = unanswered(draft);
    // Without a pledge there is nobody to name and nothing to look at again.
    const next = made(setup, left) ? besides(left, 1) : null;
    return { draft: next ?? left, goOn: next !== null };
  },
  check: (setup, draft) => {
    const what = made(setup, draft);
    if (!what) return [];
    const { drawing, symbols } = what.change;
    const said = { ...(symbols ? { symbols } : {}), ...(drawing ? { drawing } : {}) };
    const pledge: Row = { phrase: what.phrase, ...said, quiet: say('iWill') };
    const named = naming(draft);
    const name: Row = { phrase: named === 'no-name' ? say('noName') : asSaid(draft.name.trim(), 'person') };
    const when: Row = { phrase: spanWords[draft.when || 'none'] };
    return [pledge, { ...name, quiet: say('namedQuestion') }, { ...when, quiet: say('whenQuestion') }];
  },
  deliver: (setup, draft) => {
    const what = made(setup, draft);
    if (!what) return { changes: [], attachments: [] };
    const named = naming(draft);
    const months = draft.when === '' || draft.when === 'none' ? 0 : Number(draft.when);
    return {
      changes: [
        {
          type: 'pledged',
          ...what.change,
          named,
          name: named === 'no-name' ? '' : draft.name.trim(),
          // The one date in a pledge, and only if the person asks for it. It is worked out now and not while
          // replaying, so that every tablet has the same day; it tells the day of the workshop and no time.
          lookAgain: months === 0 ? '' : dayAfter(today(), months),
        },
      ],
      attachments: [],
    };
  },
};
