import * as v from 'valibot';
import { PhraseSchema, type Phrase } from '#workshop/phrase.ts';
import type { Row } from '#workshop/section.ts';
import type { Turn } from '../kind.ts';
import {
  adopted,
  allRules,
  keptViews,
  views,
  type Change,
  type KeptView,
  type Setup,
  type State,
  type View,
} from './model.ts';
import { say } from './words.ts';

const answers = <const T extends readonly string[]>(of: T) => v.record(v.string(), v.picklist(of));

/**
 * One person's half-made answer. The rules are copied when the turn starts, so that nothing moves
 * under a person's finger when somebody elsewhere proposes or adopts one.
 */
export const DraftSchema = v.object({
  step: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  asks: v.picklist(['agree', 'kept']),
  rules: v.array(v.object({ id: v.string(), phrase: PhraseSchema, symbols: v.array(v.string()) })),
  agreed: answers(views),
  kept: answers(keptViews),
  more: v.picklist(['', 'words', 'symbols', 'none']),
  text: v.string(),
  symbols: v.array(v.string()),
  /** What the tapped symbols say together, one word each. */
  symbolText: v.string(),
});
export type Draft = v.InferOutput<typeof DraftSchema>;

/** What a screen asks: one rule, whether there is one more, and then its words or its symbols. */
export type Step =
  | { ask: 'rule'; rule: Draft['rules'][number] }
  | { ask: 'more' | 'words' | 'symbols' | 'nothing' };

/** The screens of this turn, in order. There is always one, even if there is nothing to ask. */
export function steps(setup: Setup, draft: Draft): Step[] {
  const all: Step[] = draft.rules.map((rule) => ({ ask: 'rule', rule }));
  if (setup.allowProposals && draft.asks === 'agree') {
    all.push({ ask: 'more' });
    if (draft.more === 'words' || draft.more === 'symbols') all.push({ ask: draft.more });
  }
  return all.length > 0 ? all : [{ ask: 'nothing' }];
}

/** The screen that the draft is at. */
export function stepOf(setup: Setup, draft: Draft): Step {
  return steps(setup, draft)[draft.step] ?? { ask: 'nothing' };
}

/** The rule that this person proposes, or `undefined`. */
export function proposal(draft: Draft): { text: string; symbols?: string[] } | undefined {
  if (draft.asks !== 'agree') return undefined;
  const text = (draft.more === 'symbols' ? draft.symbolText : draft.text).trim();
  if (draft.more === 'words' && text) return { text };
  if (draft.more === 'symbols' && text) return { text, symbols: draft.symbols };
  return undefined;
}

/** The three answers to a rule: they differ in word, shape and picture, and none has a colour. */
export const agreeWords: Record<View, Phrase> = {
  agree: say('agree'),
  'not-sure': say('notSure'),
  disagree: say('disagree'),
};
export const keptWords: Record<KeptView, Phrase> = {
  yes: say('keptYes'),
  partly: say('keptPartly'),
  no: say('keptNo'),
};

/** One more rule in words, in pictures, or none. */
export const mores = ['words', 'symbols', 'none'] as const;
export const moreWords: Record<(typeof mores)[number], Phrase> = {
  words: say('moreWords'),
  symbols: say('moreSymbols'),
  none: say('moreNone'),
};

export const turn: Turn<Setup, Change, State, Draft> = {
  schema: DraftSchema,
  start: (setup, _turn, state) => {
    const asks = state.lookingBack ? 'kept' : 'agree';
    const asked =
      asks === 'kept'
        ? adopted(setup, state)
        : allRules(setup, state).filter((rule) => rule.standing !== 'dropped');
    // A rule worded in two ways is asked about in each: neither wins by coming first, and both have one answer.
    const rules = asked.map(({ id, wordings, symbols }) => ({ id, phrase: joined(wordings), symbols }));
    return { step: 0, asks, rules, agreed: {}, kept: {}, more: '', text: '', symbols: [], symbolText: '' };
  },
  next: (setup, draft) =>
    draft.step + 1 < steps(setup, draft).length ? { ...draft, step: draft.step + 1 } : null,
  back: (_setup, draft) => (draft.step > 0 ? { ...draft, step: draft.step - 1 } : null),
  ready: (setup, draft) => {
    const step = stepOf(setup, draft);
    if (step.ask === 'rule')
      return Object.hasOwn(draft.asks === 'kept' ? draft.kept : draft.agreed, step.rule.id);
    if (step.ask === 'more') return draft.more !== '';
    return step.ask === 'nothing' || proposal(draft) !== undefined;
  },
  check: (_setup, draft) => {
    const answered = (id: string): Phrase | undefined => {
      const agreed = Object.hasOwn(draft.agreed, id) ? draft.agreed[id] : undefined;
      const kept = Object.hasOwn(draft.kept, id) ? draft.kept[id] : undefined;
      if (draft.asks === 'kept') return kept && keptWords[kept];
      return agreed && agreeWords[agreed];
    };
    const rows = draft.rules.flatMap(({ id, phrase }): Row[] => {
      const quiet = answered(id);
      return quiet ? [{ phrase, quiet }] : [];
    });
    const mine = proposal(draft);
    if (!mine) return rows;
    const phrase = { plain: mine.text, easy: mine.text, symbol: mine.symbols?.[0] ?? '' };
    return [...rows, { phrase, quiet: say('myRule') }];
  },
  deliver: (_setup, draft) => {
    const changes: Change[] = [];
    if (Object.keys(draft.agreed).length > 0) changes.push({ type: 'agreed', rules: draft.agreed });
    if (Object.keys(draft.kept).length > 0) changes.push({ type: 'kept-answered', rules: draft.kept });
    const mine = proposal(draft);
    if (mine) changes.push({ type: 'rule-proposed', ...mine });
    return { changes, attachments: [] };
  },
};

/** Two wordings of one rule as one phrase. */
function joined(wordings: Phrase[]): Phrase {
  const part = (of: 'plain' | 'easy'): string =>
    wordings.map((phrase) => phrase[of] || phrase.plain).join(` ${say('or')[of]} `);
  return { plain: part('plain'), easy: part('easy'), symbol: wordings[0]?.symbol ?? '' };
}
