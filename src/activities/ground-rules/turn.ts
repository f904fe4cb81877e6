import type { Phrase } from '#workshop/phrase.ts';
import type { Row } from '#workshop/section.ts';
import type { Turn } from '../kind.ts';
import {
  agreedIn,
  DraftSchema,
  keptIn,
  proposal,
  stepOf,
  steps,
  unanswered,
  type Draft,
  type Together,
} from './draft.ts';
import { adopted, allRules, type Change, type KeptView, type Setup, type State, type View } from './model.ts';
import { say } from './words.ts';

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

/** The answers to a few rules together, when choosing rules and when looking back. */
export const togetherWords: Record<Draft['asks'], Record<Together, Phrase>> = {
  agree: { all: say('agreeAll'), some: say('onlySome'), none: say('notSure') },
  kept: { all: say('keptAll'), some: say('onlySome'), none: say('keptNone') },
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
    const said = { together: {}, agreed: {}, kept: {} };
    return { step: 0, asks, rules, ...said, more: '', text: '', symbols: [], symbolText: '' };
  },
  next: (setup, draft) =>
    draft.step + 1 < steps(setup, draft).length ? { ...draft, step: draft.step + 1 } : null,
  back: (_setup, draft) => (draft.step > 0 ? { ...draft, step: draft.step - 1 } : null),
  ready: (setup, draft) => {
    const step = stepOf(setup, draft);
    if (step.ask === 'together') return Object.hasOwn(draft.together, step.place);
    if (step.ask === 'rule')
      return Object.hasOwn(draft.asks === 'kept' ? draft.kept : draft.agreed, step.rule.id);
    if (step.ask === 'more') return draft.more !== '';
    return step.ask === 'nothing' || proposal(draft) !== undefined;
  },
  skip: (setup, draft) => {
    const left = unanswered(setup, draft);
    const goOn = left.step + 1 < steps(setup, left).length;
    return { draft: goOn ? { ...left, step: left.step + 1 } : left, goOn };
  },
  check: (_setup, draft) => {
    const agreed = agreedIn(draft);
    const kept = keptIn(draft);
    const rows = draft.rules.flatMap(({ id, phrase, symbols }): Row[] => {
      const view = Object.hasOwn(agreed, id) ? agreed[id] : undefined;
      const back = Object.hasOwn(kept, id) ? kept[id] : undefined;
      const answer = view ? agreeWords[view] : back && keptWords[back];
      return answer ? [{ phrase, symbols, answer }] : [];
    });
    const mine = proposal(draft);
    if (!mine) return rows;
    const phrase = { plain: mine.text, easy: mine.text, symbol: mine.symbols?.[0] ?? '' };
    return [...rows, { phrase, symbols: mine.symbols ?? [], quiet: say('myRule') }];
  },
  deliver: (_setup, draft) => {
    const changes: Change[] = [];
    const agreed = agreedIn(draft);
    const kept = keptIn(draft);
    if (Object.keys(agreed).length > 0) changes.push({ type: 'agreed', rules: agreed });
    if (Object.keys(kept).length > 0) changes.push({ type: 'kept-answered', rules: kept });
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
