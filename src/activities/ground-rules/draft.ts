import * as v from 'valibot';
import { PhraseSchema } from '#workshop/phrase.ts';
import { keptViews, views, type KeptView, type Setup, type View } from './model.ts';

const answers = <const T extends readonly string[]>(of: T) => v.record(v.string(), v.picklist(of));

/** What can be said of a few rules at once: all of them, only some, or none (not sure, when choosing rules). */
export const togethers = ['all', 'some', 'none'] as const;
export type Together = (typeof togethers)[number];

/**
 * One person's half-made answer. The rules are copied when the turn starts, so that nothing moves
 * under a person's finger when somebody elsewhere proposes or adopts one.
 */
export const DraftSchema = v.object({
  step: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  asks: v.picklist(['agree', 'kept']),
  rules: v.array(v.object({ id: v.string(), phrase: PhraseSchema, symbols: v.array(v.string()) })),
  /** What was said of the rules that stand on one screen, by the place of that screen. */
  together: answers(togethers),
  agreed: answers(views),
  kept: answers(keptViews),
  more: v.picklist(['', 'words', 'symbols', 'none']),
  text: v.string(),
  symbols: v.array(v.string()),
  /** What the tapped symbols say together, one word each. */
  symbolText: v.string(),
});
export type Draft = v.InferOutput<typeof DraftSchema>;
export type AskedRule = Draft['rules'][number];

/** What a screen asks: a few rules, one rule, whether there is one more, and then its words or its symbols. */
export type Step =
  | { ask: 'together'; place: string; rules: AskedRule[] }
  | { ask: 'rule'; rule: AskedRule }
  | { ask: 'more' | 'words' | 'symbols' | 'nothing' };

/** As many rules as can be looked at on one screen. */
const TOGETHER = 4;

/** The rules a few at a time, shared out evenly. One or two are asked about one by one. */
function groups({ rules }: Draft): AskedRule[][] {
  const screens = Math.ceil(rules.length / TOGETHER);
  const size = rules.length < 3 ? 1 : Math.ceil(rules.length / screens);
  return Array.from({ length: Math.ceil(rules.length / size) }, (_, place) =>
    rules.slice(place * size, (place + 1) * size),
  );
}

/** The screens of this turn, in order. There is always one, even if there is nothing to ask. */
export function steps(setup: Setup, draft: Draft): Step[] {
  const all = groups(draft).flatMap((rules, index): Step[] => {
    const place = String(index);
    const each = rules.map((rule): Step => ({ ask: 'rule', rule }));
    if (rules.length === 1) return each;
    // Rule by rule only for a person who wants to tell them apart: with many rules nobody tires.
    return [{ ask: 'together', place, rules }, ...(draft.together[place] === 'some' ? each : [])];
  });
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

/** What this person says of each rule, whether they said it of one rule or of a few together. */
export const agreedIn = (draft: Draft): Record<string, View> =>
  draft.asks === 'agree' ? ofEach<View>(draft, draft.agreed, 'agree', 'not-sure') : {};
export const keptIn = (draft: Draft): Record<string, KeptView> =>
  draft.asks === 'kept' ? ofEach<KeptView>(draft, draft.kept, 'yes', 'no') : {};

function ofEach<T extends string>(draft: Draft, said: Record<string, T>, all: T, none: T): Record<string, T> {
  const pairs = groups(draft).flatMap((rules, place) => {
    const together = rules.length === 1 ? 'some' : draft.together[String(place)];
    return rules.flatMap(({ id }): [string, T][] => {
      // A rule may be called anything, even `constructor`.
      const one = together === 'some' && Object.hasOwn(said, id) ? said[id] : undefined;
      const answer = together === 'all' ? all : together === 'none' ? none : one;
      return answer === undefined ? [] : [[id, answer]];
    });
  });
  return Object.fromEntries(pairs);
}

/** The rule that this person proposes, or `undefined`. */
export function proposal(draft: Draft): { text: string; symbols?: string[] } | undefined {
  if (draft.asks !== 'agree') return undefined;
  const text = (draft.more === 'symbols' ? draft.symbolText : draft.text).trim();
  if (draft.more === 'words' && text) return { text };
  if (draft.more === 'symbols' && text) return { text, symbols: draft.symbols };
  return undefined;
}

/** The draft without an answer to the question that it is at. */
export function unanswered(setup: Setup, draft: Draft): Draft {
  const step = stepOf(setup, draft);
  const without = <T>(record: Record<string, T>, id: string): Record<string, T> =>
    Object.fromEntries(Object.entries(record).filter(([key]) => key !== id));
  if (step.ask === 'together') return { ...draft, together: without(draft.together, step.place) };
  if (step.ask === 'rule') {
    const { id } = step.rule;
    return { ...draft, agreed: without(draft.agreed, id), kept: without(draft.kept, id) };
  }
  // Words or pictures that were begun are not the rule of someone who skips them.
  if (step.ask === 'words') return { ...draft, text: '' };
  if (step.ask === 'symbols') return { ...draft, symbols: [], symbolText: '' };
  return { ...draft, more: '' };
}
